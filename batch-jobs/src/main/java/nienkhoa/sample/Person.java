package nienkhoa.sample;

import java.time.LocalDate;

/**
 * Who a student is.
 *
 * @param moetCode mã định danh Bộ GD&amp;ĐT, ten digits
 * @param identityNumber số định danh cá nhân, twelve digits
 */
record Person(
        String moetCode,
        String identityNumber,
        String name,
        boolean female,
        String ethnicity,
        LocalDate born,
        Home home,
        Family family) {

    String gender() {
        return female ? "Nữ" : "Nam";
    }

    /**
     * Where a student comes from and lives.
     *
     * @param part hamlet or block of the commune
     * @param commune of residence
     * @param hometown of the father's family
     */
    record Home(String part, String commune, String district, Origin birth, Origin hometown, String phone) {}

    /** A place of birth or origin; {@code detail} is the maternity ward or the hamlet. */
    record Origin(String detail, String commune, String province) {}

    /** Parents; the guardian's parts are empty for nearly all. */
    record Family(Relative father, Relative mother, Relative guardian, String policy) {}

    record Relative(String name, String job, String birthYear) {
        static final Relative NONE = new Relative("", "", "");
    }
}
