package nienkhoa.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a person hears who cannot see the page. */
class HeardTest {

    private static final FormCatalogue CATALOGUE = FormCatalogue.bundled();

    @Test
    void aTranscriptIsReadTitleByTitleAndSubjectBySubject() {
        List<String> heard = heard("transcript-primary", "tt27-2020", "four-grades");

        assertThat(heard)
                .containsSubsequence(
                        "P BỘ GIÁO DỤC VÀ ĐÀO TẠO",
                        "H1 HỌC BẠ TIỂU HỌC",
                        "P Họ và tên học sinh: Đặng Quỳnh Ưỡng",
                        "H2 HƯỚNG DẪN GHI HỌC BẠ",
                        "P Học bạ dùng để ghi kết quả tổng hợp đánh giá cuối năm học của học sinh. Khi ghi Học bạ, giáo "
                                + "viên cần nghiên cứu kỹ Thông tư 27/2020/TT-BGDĐT ban hành Quy định đánh giá học sinh "
                                + "tiểu học.",
                        "H2 HỌC BẠ",
                        "H3 QUÁ TRÌNH HỌC TẬP",
                        "|#Năm học|#Lớp|#Tên trường|#Số đăng bộ|#Ngày nhập học/ chuyển đến|",
                        "|>2020 - 2021|1A|Tiểu học Nguyễn Thượng Hiền|0127|05/09/2020|",
                        "H3 1. Các môn học và hoạt động giáo dục",
                        "|#Môn học và hoạt động giáo dục|#Mức đạt được|#Điểm KTĐK|#Nhận xét|",
                        "|>Toán|T|9|Thực hiện thành thạo các phép tính, giải được bài toán có lời văn. Cần cẩn thận "
                                + "hơn khi trình bày.|",
                        "H3 3. Những năng lực cốt lõi",
                        "H4 3.1. Những năng lực chung",
                        "P Giáo viên chủ nhiệm",
                        "P (Ký và ghi rõ họ tên)",
                        "P Phạm Thùy Linh",
                        "P Xác nhận của Hiệu trưởng");
    }

    @Test
    void yearsWithoutACoverBeginWithAHeadingOfTheFirstLevel() {
        List<String> heard = heard("transcript-primary", "tt27-2020", "year-pages-grade-1");

        assertThat(heard.stream().filter(line -> line.startsWith("H")))
                .containsSubsequence(
                        "H1 1. Các môn học và hoạt động giáo dục",
                        "H1 2. Những phẩm chất chủ yếu",
                        "H1 3. Những năng lực cốt lõi",
                        "H2 3.1. Những năng lực chung",
                        "H2 3.2. Những năng lực đặc thù",
                        "H1 4. Đánh giá kết quả giáo dục:");
    }

    @Test
    void aRegistryNamesItsPicturesAndReadsEachStudentInARow() {
        assertThat(heard("student-registry", "book-a3", "primary-with-photos-six-students"))
                .anyMatch(line -> line.startsWith("|>0001|[Ảnh học sinh]|Vũ Hữu Dũng "))
                .anyMatch(line -> line.startsWith("|#Số đăng bộ|#Ảnh 3×4|#Họ và tên / Mã định danh"));
    }

    @Test
    void aClassRecordBookReadsStudentsByTheirNamesAndHardlyTheFeet() {
        List<String> heard = heard("class-record-book", "tt22-2021", "lower-secondary-9B-one-student");

        assertThat(heard)
                .containsSubsequence(
                        "H1 SỔ THEO DÕI VÀ ĐÁNH GIÁ HỌC SINH",
                        "H2 PHẦN II GHI ĐIỂM HỌC KỲ I",
                        "H2 HỌC KÌ I",
                        "|#Số TT|#Họ và tên|#Mức đánh giá Đạt (Đ), Chưa đạt (CĐ)|#Ghi chú|",
                        "|#Thường xuyên|#Giữa kì|#Cuối kì|#Học kì|",
                        "|1|>Đỗ Gia Thảo|Đ|Đ|||Đ|Đ|Đ||",
                        "P Giáo viên môn học",
                        "P (Ký và ghi rõ họ tên)",
                        "P Hoàng Ngọc Thảo")
                .filteredOn(line -> line.startsWith("P Sổ theo dõi và đánh giá học sinh (theo lớp học), lớp 9B"))
                .hasSizeLessThan(4);
    }

    private static List<String> heard(String form, String edition, String sample) {
        return Heard.of(
                FilledSample.of(CATALOGUE, Sample.of(form, edition, sample)).pdf());
    }
}
