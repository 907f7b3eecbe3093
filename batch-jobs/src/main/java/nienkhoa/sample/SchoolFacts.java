package nienkhoa.sample;

import java.util.List;
import java.util.Locale;

/** Names and places of a school. */
record SchoolFacts(String code, String name, String commune, String district, String address, SchoolKind kind) {

    static final String PROVINCE = "Thành phố Hải Phòng";

    /** What is written before a date above signatures. */
    static final String PLACE = "Hải Phòng";

    private static final int SCHOOLS_PER_DISTRICT = 8;

    static SchoolFacts of(SchoolPlan plan) {
        Words places = Words.from("places.csv");
        int index = plan.index();
        int district = index / SCHOOLS_PER_DISTRICT;
        String districtName = round(places.all("district"), district);
        boolean urban = districtName.startsWith("Quận");
        String commune = round(places.all(urban ? "ward" : "rural"), index);
        List<String> names = places.all("school");
        String number = index < names.size() ? "" : " " + (index / names.size() + 1);
        String code = "31" + (313 + district) + (401 + index % SCHOOLS_PER_DISTRICT);
        String address = places.pick(urban ? "block" : "hamlet", plan.dice().of("address"));
        return new SchoolFacts(
                code,
                plan.kind().namePrefix() + round(names, index) + number,
                commune,
                districtName,
                address,
                plan.kind());
    }

    private static String round(List<String> list, int index) {
        return list.get(index % list.size());
    }

    /** The office above the school until 30/6/2025. */
    String districtOffice() {
        return "Phòng Giáo dục và Đào tạo " + lowerFirst(district);
    }

    static String lowerFirst(String text) {
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }
}
