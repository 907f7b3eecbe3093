package nienkhoa.intake;

import static nienkhoa.intake.TestExport.CLASS_LIST;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/** Exports of one class that grows and shrinks: the school sheet and a class list of any length. */
final class LoadExport {

    static final String SCHOOL = "31313401";

    private static final int HEADER_ROWS = 5;

    private LoadExport() {}

    /** Class 5A of 2023-2024 with so many students, born in 2013. */
    static TestExport of(int students) {
        return of(2023, 5, 2013, students);
    }

    static TestExport of(int year, int grade, int birthYear, int students) {
        TestExport export = TestExport.standard();
        Map<String, Object[][]> schoolSheet = export.workbooks.get(TestExport.SCHOOL_SHEET);
        export.workbooks.keySet().removeIf(name -> !name.equals(TestExport.SCHOOL_SHEET) && !name.equals(CLASS_LIST));
        schoolSheet.put("Lớp học", new Object[][] {
            {"Năm học", "Lớp", "Khối", "Giáo viên chủ nhiệm"},
            {year + "-" + (year + 1), grade + "A", grade, "Lê Thị Chủ"}
        });
        Object[][] rows = Arrays.copyOf(export.rows(CLASS_LIST, "5A"), HEADER_ROWS);
        rows[1] = new Object[] {"DANH SÁCH HỌC SINH LỚP " + grade + "A"};
        rows[2] = new Object[] {"Năm học " + year + "-" + (year + 1)};
        export.workbooks.put(CLASS_LIST, new LinkedHashMap<>(Map.of("5A", rows)));
        for (int i = 1; i <= students; i++) {
            export.addRow(CLASS_LIST, "5A", student(i, grade, birthYear));
        }
        return export;
    }

    static String code(int student) {
        return "31%08d".formatted(student);
    }

    private static Object[] student(int i, int grade, int birthYear) {
        return new Object[] {
            i,
            code(i),
            "Nguyễn Văn Số " + (char) ('A' + i % 26) + i,
            "12/05/" + birthYear,
            "Nam",
            "Kinh",
            "Đang học",
            "",
            "Hải Phòng",
            "Tổ " + i,
            "",
            "",
            "",
            grade + "A",
            "Khối " + grade,
            "0312130%05d".formatted(i)
        };
    }

    /** The row of the class list in which the student stands, as Excel counts. */
    static int row(int student) {
        return HEADER_ROWS + student;
    }

    static TestExport without(TestExport export, Predicate<String> codes) {
        Object[][] rows = Arrays.stream(export.rows(CLASS_LIST, "5A"))
                .filter(row -> row.length < 2 || !codes.test(String.valueOf(row[1])))
                .toArray(Object[][]::new);
        return export.sheet(CLASS_LIST, "5A", rows);
    }
}
