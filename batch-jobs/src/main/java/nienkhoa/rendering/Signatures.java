package nienkhoa.rendering;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nienkhoa.model.School;
import nienkhoa.model.School.Superior;

/** What a paper says of the school on its day: name, address, offices above, place, date and who signs. */
public final class Signatures {

    private Signatures() {}

    /** Name and address in force on {@code day}; the last known if none is. */
    static School.Name nameOn(School school, LocalDate day) {
        return inForce(school.names(), day)
                .orElseThrow(() -> new IllegalStateException("school " + school.code() + " has no name"));
    }

    /** {@code place}, {@code date}, {@code principal}, {@code principalTitle}. */
    static Map<String, Object> on(School school, LocalDate day) {
        Map<String, Object> signed = new LinkedHashMap<>();
        Optional<School.Principal> principal = inForce(school.principals(), day);
        signed.put("place", nameOn(school, day).place());
        signed.put("date", day);
        signed.put("principal", principal.map(School.Principal::name).orElse(""));
        signed.put("principalTitle", principal.map(School.Principal::title).orElse(""));
        return signed;
    }

    /** The department above the school on {@code day}; empty text if the school sheet names none. */
    public static String department(School school, LocalDate day) {
        return superior(school, day, Superior.Kind.DEPARTMENT);
    }

    /** The office between department and school on {@code day}: the district's, later the commune's. */
    public static String office(School school, LocalDate day) {
        String district = superior(school, day, Superior.Kind.DISTRICT_OFFICE);
        return district.isEmpty() ? superior(school, day, Superior.Kind.COMMUNE_OFFICE) : district;
    }

    private static String superior(School school, LocalDate day, Superior.Kind kind) {
        return school.superiors().stream()
                .filter(office -> office.kind() == kind && office.inForceOn(day))
                .map(Superior::name)
                .findFirst()
                .orElse("");
    }

    private static <T extends School.Dated> Optional<T> inForce(List<T> dated, LocalDate day) {
        Optional<T> exact = dated.stream().filter(item -> item.inForceOn(day)).findFirst();
        return exact.isPresent() || dated.isEmpty() ? exact : Optional.of(dated.get(dated.size() - 1));
    }
}
