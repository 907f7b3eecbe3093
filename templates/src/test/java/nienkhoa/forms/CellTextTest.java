package nienkhoa.forms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellTextTest {

    private static final Node ROW = Node.parse("""
            {"name":"Lê Thị Ơn","born":"2014-05-12","mother":"Trần Yến","motherJob":"","father":"","fatherJob":"",
             "subjects":{"TOAN":{"level":"T","score":9}},"overall":"HTT","female":true,"promoted":null}
            """);

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = ';', textBlock = """
            {name}                                             ; Lê Thị Ơn
            {born}                                             ; 12/05/2014
            {subjects.TOAN.score}                              ; 9
            {subjects.KHOA_HOC.score}                          ; ''
            overall=HTT                                        ; x
            overall=HTXS                                       ; ''
            female=true                                        ; x
            promoted=false                                     ; ''
            Cha: {father}[, {fatherJob}]|Mẹ: {mother}[, {motherJob}] ; Mẹ: Trần Yến
            """)
    void saysWhatTheRowHolds(String content, String text) {
        assertThat(CellText.of(content, ROW)).isEqualTo(text);
    }

    @Test
    void partsTheFirstLineFromTheRest() {
        String content = "{name}|Sinh: {born}|{overall}";

        assertThat(CellText.first(content, ROW)).isEqualTo("Lê Thị Ơn");
        assertThat(CellText.rest(content, ROW)).isEqualTo("Sinh: 12/05/2014\nHTT");
    }
}
