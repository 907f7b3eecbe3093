package nienkhoa.forms;

import static org.assertj.core.api.Assertions.assertThat;

import nienkhoa.forms.FormRenderer.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What makes a table refuse: one fault put into a sample. */
class TableProofTest {

    private static final FormCatalogue CATALOGUE = FormCatalogue.bundled();
    private static final FormRenderer RENDERER = new FormRenderer(CATALOGUE);
    private static final Sample SUMMARY = Sample.of("class-summary", "tt27-2020", "form-9-class-5A-end-2-one-student");
    private static final Sample BOOK =
            Sample.of("class-record-book", "tt22-2021", "lower-secondary-9B-one-student");
    private static final Sample REGISTRY =
            Sample.of("student-registry", "book-a3", "primary-without-photos-five-students");

    @ParameterizedTest(name = "{1} -> {2}")
    @CsvSource(delimiter = '|', textBlock = """
            "CHAM_CHI":"[TĐC]"   | "CHAM_CHI":"H"                | R104_BAD_VALUE       | students[0].qualities.CHAM_CHI         | a subject's level is no quality's
            "score":[0-9]+       | "score":11                    | R104_BAD_VALUE       | students[0].subjects.CONG_NGHE.score   | marks end at 10
            "DAO_DUC":           | "TU_NHIEN_XA_HOI":            | R104_BAD_VALUE       | students[0].subjects.TU_NHIEN_XA_HOI.level | grade 5 has no column for it
            "grade":5            | "grade":6                     | R104_BAD_VALUE       | grade                                  | no primary grade
            "name":"[^"]+"       | "name":""                     | R103_EMPTY_MANDATORY | students[0].name                       | a row without a name
            "name":"[^"]+"       | "name":"Tôn Nữ Hoàng Phương Khánh Quỳnh Anh Thư Nguyễn Trần Công Tằng Bảo Quốc Vương" | R102_TEXT_OVERFLOW | table-a3/rows[0].Họ và tên | smaller than 7 points
            """)
    void classSummaryRefuses(String found, String replacement, String code, String place, String why) {
        assertRefused(SUMMARY, found, replacement, code, place, why);
    }

    @ParameterizedTest(name = "{1} -> {2}")
    @CsvSource(delimiter = '|', textBlock = """
            "photo":null         | "photo":"00"                  | R106_BAD_PHOTO       | entries[0].photo                       | a photo that nobody has
            "level":"PRIMARY"    | "level":"TIEU_HOC"            | R104_BAD_VALUE       | level                                  | unknown level
            "gender":"[^"]+"     | "gender":"X"                  | R104_BAD_VALUE       | entries[0].gender                      | neither boy nor girl
            "policy":""          | "policy":"Con liệt sĩ, con thương binh hạng 1/4, hộ nghèo, hộ cận nghèo, học sinh khuyết tật học hòa nhập, dân tộc thiểu số ở vùng có điều kiện kinh tế - xã hội đặc biệt khó khăn, mồ côi cả cha lẫn mẹ, được nuôi dưỡng tại cơ sở bảo trợ xã hội của thành phố và được miễn học phí theo quyết định số 123 của Ủy ban nhân dân quận" | R102_TEXT_OVERFLOW | table/rows[0].Diện chính sách (con LS, TB…) | smaller than 7 points
            """)
    void registryRefuses(String found, String replacement, String code, String place, String why) {
        assertRefused(REGISTRY, found, replacement, code, place, why);
    }

    @ParameterizedTest(name = "{1} -> {2}")
    @CsvSource(delimiter = '|', textBlock = """
            "midTerm":"[0-9,]+"       | "midTerm":"11"                | students[0].terms.SEMESTER_1.subjects.CONG_NGHE.midTerm         | marks end at 10
            "regular":\\["[0-9]          | "regular":["7","7","7","7","7 | students[0].terms.SEMESTER_1.subjects.CONG_NGHE.regular.4       | more marks than columns
            "TIN_HOC":\\{              | "VAT_LI":{                    | students[0].terms.SEMESTER_1.subjects.VAT_LI.result             | a subject that the class does not have
            "attendance":\\{"2025-02"   | "attendance":{"2020-09"       | students[0].attendance.2020-09.inAll                            | a month without a page
            """)
    void classRecordBookRefuses(String found, String replacement, String place, String why) {
        assertRefused(BOOK, found, replacement, "R104_BAD_VALUE", place, why);
    }

    private static void assertRefused(
            Sample sample, String found, String replacement, String code, String place, String why) {
        String json = sample.text().replaceFirst(found, replacement);

        Outcome outcome = RENDERER.render(sample.edition(CATALOGUE), sample.variant(), json, PhotoSource.NONE);

        assertThat(json).isNotEqualTo(sample.text());
        assertThat(outcome).as(why).isInstanceOf(Outcome.Refused.class);
        assertThat(((Outcome.Refused) outcome).refusals()).anySatisfy(refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.place()).isEqualTo(place);
        });
    }
}
