package nienkhoa.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nienkhoa.intake.ColumnMap.UnknownColumn;
import nienkhoa.language.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Layouts that a school adds in {@code config/layouts}. */
class LocalLayoutsTest {

    private static final String YEAR = "Năm học 2023-2024";
    private static final String ROW = "1,3100000001,Nguyễn Văn An,12/05/2013,Nam,Đang học,5A,có";

    @TempDir
    private Path folder;

    private static SampleSheet sheet() {
        return SampleSheet.parse(
                "",
                "5A",
                YEAR + "\nSTT,Mã định danh Bộ GD&ĐT,Họ tên,Ngày sinh,Giới tính,Tình hình,Lớp học,Cột lạ\n" + ROW
                        + "\n");
    }

    private static UnknownColumn column(String header, String field) {
        return new UnknownColumn("class-list", "", FactKind.CLASS_LIST, "a.xlsx", "5A", "F2", header, field, "");
    }

    @Test
    void readsHeadersThatWereSaved() {
        assertThat(sheet().read(Layouts.with(folder)).findings())
                .extracting(finding -> finding.code())
                .containsExactly("I002_MISSING_COLUMN");

        ColumnMap.save(List.of(column("Tình hình", "status"), column("Cột lạ", "")), folder);
        SampleSheet.Reading reading = sheet().read(Layouts.with(folder));

        assertThat(reading.findings()).isEmpty();
        assertThat(reading.facts().get(0).value("status")).isEqualTo("STUDYING");
    }

    @Test
    void addsToWhatWasSavedBefore() throws IOException {
        ColumnMap.save(List.of(column("Tình hình", "status")), folder);
        ColumnMap.save(List.of(column("Tình hình", "status"), column("Tình trạng / HS", "status")), folder);
        ColumnMap.save(List.of(column("Cột lạ", "")), folder);

        assertThat(folder).isDirectoryContaining("glob:**/class-list.yaml");
        assertThat(Files.list(folder)).hasSize(1);
        Layout.Sheet list = Layouts.with(folder).all().get(0).sheets().get(0);
        assertThat(list.columns())
                .filteredOn(column -> column.field().equals("status"))
                .first()
                .satisfies(status ->
                        assertThat(status.header()).containsExactly("Trạng thái", "Tình hình", "Tình trạng/HS"));
        assertThat(list.ignored()).contains("Cột lạ");
    }

    @Test
    void readsLayoutOfItsOwn() throws IOException {
        write("bus/layout.yaml", """
                name: bus
                title: Danh sách đi xe
                codes:
                  gender: {Nam: [M], Nữ: [F]}
                sheets:
                  - kind: CLASS_LIST
                    titles: [SCHOOL_YEAR]
                    identifiedBy: [localCode]
                    defaults: {status: STUDYING}
                    columns:
                      - {field: localCode, header: [Mã xe]}
                      - {field: name, header: [Tên em], required: VALUE}
                      - {field: gender, type: CODE, codes: gender, header: [Phái], required: COLUMN}
                      - {field: className, type: CLASS, header: [Học lớp], required: VALUE}
                """);

        SampleSheet.Reading reading = SampleSheet.parse("", "x", YEAR + "\nMã xe,Tên em,Phái,Học lớp\nX1,An,F,5A\n")
                .read(Layouts.with(folder));

        assertThat(reading.lines())
                .containsExactly(
                        "CLASS_LIST,3,className=5A,gender=Nữ,localCode=X1,name=An,schoolYear=2023,status=STUDYING");
        assertThat(Layouts.with(folder).codes("gender").find("M")).isEmpty();
    }

    @Test
    void namesFileAndLineOfWhatIsWrong() throws IOException {
        String good =
                "name: bus\ntitle: x\nsheets:\n  - kind: CLASS_LIST\n    columns:\n      - {field: name, header: [Tên em]}\n";
        assertBad("bus/layout.yaml", good.replace("header:", "heder:"), 6, "I071_LAYOUT_UNKNOWN_KEY", "heder");
        assertBad("bus/layout.yaml", good.replace("CLASS_LIST", "CLAS"), 4, "I072_LAYOUT_UNKNOWN_NAME", "CLAS");
        assertBad("bus/layout.yaml", good.replace("name: bus", "name: tram"), 1, "I072_LAYOUT_UNKNOWN_NAME", "tram");
        assertBad(
                "bus/layout.yaml",
                good.replace("[Tên em]", "[Tên em], type: CODE, codes: colour"),
                6,
                "I072_LAYOUT_UNKNOWN_NAME",
                "colour");
        assertBad(
                "bus/layout.yaml",
                good + "      - {field: name, header: [Tên]}\n",
                1,
                "I073_LAYOUT_NAMED_TWICE",
                "name");
        assertBad("bus/layout.yaml", good + "    identifiedBy: [code]\n", 7, "I072_LAYOUT_UNKNOWN_NAME", "code");
        assertBad("bus/layout.yaml", good + "   x: [\n", 7, "I070_LAYOUT_UNREADABLE", "layout.yaml");
        assertBad("bus/layout.yaml", "", 1, "I070_LAYOUT_UNREADABLE", "layout.yaml");
        assertBad("class-lst.yaml", "sheets: []\n", 0, "I072_LAYOUT_UNKNOWN_NAME", "class-lst");
        assertBad(
                "class-list.yaml",
                "sheets:\n  - kind: CLASS_LIST\n    headers:\n      stats: [Tình hình]\n",
                4,
                "I072_LAYOUT_UNKNOWN_NAME",
                "stats");
        assertBad("class-list.yaml", "sheets:\n  - kind: RESULT\n", 2, "I072_LAYOUT_UNKNOWN_NAME", "RESULT");
    }

    private void assertBad(String file, String text, int line, String code, String named) throws IOException {
        Path path = write(file, text);

        assertThatThrownBy(() -> Layouts.with(folder)).isInstanceOfSatisfying(BadLayout.class, bad -> {
            assertThat(bad.finding().code()).isEqualTo(code);
            assertThat(bad.finding().args().get(0)).isEqualTo(line > 0 ? path + ":" + line : path.toString());
            assertThat(Messages.vietnamese().of("intake", bad.finding())).contains(named);
        });
        Files.delete(path);
    }

    private Path write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text);
    }
}
