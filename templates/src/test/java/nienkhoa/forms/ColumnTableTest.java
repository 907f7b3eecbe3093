package nienkhoa.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ColumnTableTest {

    private static final String CSV = """
            content,group,item,metric,width,kind,rotated,media,mark
            {ordinal},STT,,,8,number,no,,V
            {code},Mã,,,20,number,no,xlsx,V
            {toan.level},Môn học,Toán,Mức đạt được,7,subject-level,yes,,V
            {toan.score},Môn học,Toán,Điểm KTĐK,7,score,yes,,V
            {music},Môn học,Đạo đức,,7,subject-level,yes,,V
            {note},"Ghi chú, nhận xét",,,16.5,text,no,,V
            """;

    @Test
    void mergesNeighboursWithOneOuterHeadingAndStretchesLastHeadings() {
        List<HeaderCell> header = ColumnTable.parse(CSV).printed().header();

        assertThat(header)
                .containsExactly(
                        new HeaderCell(0, 3, 0, 1, "STT", false),
                        new HeaderCell(0, 1, 1, 3, "Môn học", false),
                        new HeaderCell(1, 1, 1, 2, "Toán", false),
                        new HeaderCell(2, 1, 1, 1, "Mức đạt được", true),
                        new HeaderCell(2, 1, 2, 1, "Điểm KTĐK", true),
                        new HeaderCell(1, 2, 3, 1, "Đạo đức", true),
                        new HeaderCell(0, 3, 4, 1, "Ghi chú, nhận xét", false));
    }

    @Test
    void leavesOutOfPrintWhatOnlyTheWorkbookHas() {
        ColumnTable table = ColumnTable.parse(CSV);

        assertThat(table.widthMm()).isEqualTo(65.5);
        assertThat(table.printed().widthMm()).isEqualTo(45.5);
    }

    @Test
    void refusesLineWithTooFewValues() {
        assertThatThrownBy(() -> ColumnTable.parse("content,group\n{a}\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected 2 values");
    }

    @Test
    void repeatsColumnForEachItemAndSharesTheRest() {
        String csv = """
                content,group,item,metric,width,kind,rotated,media,mark,each
                {name},Họ và tên,,,40,name,no,,V,
                {subjects.<code>.result},Môn học,@subject.<code>,,10,mark,yes,,V,subjects
                {regular.<>},Thường xuyên,,,5,mark,no,,V,regular
                """;
        Node at = Node.parse("{\"subjects\":[{\"code\":\"TOAN\"},{\"code\":\"VAT_LI\"}],\"regular\":[\"0\",\"1\"]}");
        Labels labels = new Labels(
                Map.of(
                        "subject.TOAN", new Labels.Label("Toán", "design", ""),
                        "subject.VAT_LI", new Labels.Label("Vật lí", "design", "")),
                at);

        ColumnTable table = ColumnTable.parse(csv).of(at, labels).fitted(100);

        assertThat(table.columns())
                .extracting(Column::content)
                .containsExactly("{name}", "{subjects.TOAN.result}", "{subjects.VAT_LI.result}", "{regular.0}", "{regular.1}");
        assertThat(table.columns()).extracting(Column::widthMm).containsExactly(40.0, 20.0, 20.0, 10.0, 10.0);
        assertThat(table.header())
                .containsExactly(
                        new HeaderCell(0, 2, 0, 1, "Họ và tên", false),
                        new HeaderCell(0, 1, 1, 2, "Môn học", false),
                        new HeaderCell(1, 1, 1, 1, "Toán", true),
                        new HeaderCell(1, 1, 2, 1, "Vật lí", true),
                        new HeaderCell(0, 2, 3, 2, "Thường xuyên", false));
    }
}
