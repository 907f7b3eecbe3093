package nienkhoa.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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
}
