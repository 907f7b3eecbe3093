package nienkhoa.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The export of one upper secondary school as text files: class 11A of 2023-2024 with three students. An and Bình have
 * chosen other subjects; Chi has no result of the year before.
 */
final class UpperSecondaryExport {

    private UpperSecondaryExport() {}

    static void write(Path school) throws IOException {
        file(school.resolve("Trường.csv"), """
                Mã trường,Tên trường,Cấp học,Địa chỉ,Xã/Phường,Quận/Huyện,Tỉnh/Thành phố,Nơi ghi,Từ ngày,Đến ngày
                31313501,Trường THPT Hoa Sen,THPT,Số 1 phố Sen,Phường Sen,Quận Hồ,Thành phố Hải Phòng,Hải Phòng,,
                """);
        file(school.resolve("Hiệu trưởng.csv"), """
                Họ và tên,Chức danh,Từ ngày,Đến ngày
                Trần Thị Hiệu,Hiệu trưởng,01/08/2019,
                """);
        file(school.resolve("Lớp học.csv"), """
                Năm học,Lớp,Khối,Giáo viên chủ nhiệm
                2022-2023,10A,10,Lê Thị Chủ
                2023-2024,11A,11,Vũ Văn Nhiệm
                """);
        year(school, "2022-2023", "10A", 10, "");
        year(
                school,
                "2023-2024",
                "11A",
                11,
                "3,3100000003,Lê Mai Chi,20/01/2007,7,7,7,7,Đ,7,7,7,,7,,Đ,Đ,Khá,Tốt,0,Lên lớp,");
    }

    private static void year(Path school, String year, String section, int grade, String chi) throws IOException {
        file(school.resolve(year + "/danh-sach/" + section + ".csv"), """
                DANH SÁCH HỌC SINH LỚP %2$s
                Năm học %1$s
                STT,Mã định danh Bộ GD&ĐT,Họ tên,Ngày sinh,Giới tính,Dân tộc,Trạng thái,Lớp học,Khối học
                1,3100000001,Nguyễn Văn An,12/05/2007,Nam,Kinh,Đang học,%2$s,Khối %3$d
                2,3100000002,Trần Thị Bình,03/09/2007,Nữ,Kinh,Đang học,%2$s,Khối %3$d
                3,3100000003,Lê Mai Chi,20/01/2007,Nữ,Kinh,Đang học,%2$s,Khối %3$d
                """.formatted(year, section, grade));
        file(school.resolve(year + "/tong-hop/" + section + " CN.csv"), """
                TỔNG HỢP KẾT QUẢ CẢ NĂM HỌC
                Lớp: %2$s. Năm học: %1$s
                STT,Mã định danh Bộ GD&ĐT,Họ và tên,Ngày sinh,Ngữ văn,Toán,Ngoại ngữ 1,Lịch sử,GDTC,GDQP&AN,Vật lí,Hoá học,Sinh học,Tin học,Địa lí,"HĐTN, HN",GDĐP,KQHT,KQRL,Tổng nghỉ,Lên lớp,Danh hiệu
                1,3100000001,Nguyễn Văn An,12/05/2007,8,"8,5","7,9","8,2",Đ,8,"8,8",9,"8,4","8,1",,Đ,Đ,Tốt,Tốt,2,Lên lớp,Học sinh Giỏi
                2,3100000002,Trần Thị Bình,03/09/2007,7,"6,5","6,9","7,2",Đ,7,"6,8",7,,"7,1","7,4",Đ,Đ,Khá,Tốt,3,Lên lớp,
                %3$s
                """.formatted(year, section, chi));
    }

    private static void file(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
