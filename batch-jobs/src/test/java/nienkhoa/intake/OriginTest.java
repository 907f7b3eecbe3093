package nienkhoa.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {

    private static final Origin ORIGIN = new Origin(
            "0123456789ab",
            "31313401",
            "2023-2024/danh-sach.xlsx",
            "5A",
            6,
            1,
            new Origin.Titles(2023, "5A", "", "TOAN", ""),
            "ba9876543210");

    @Test
    void isReadAsItWasWritten() {
        assertThat(Origin.parse(ORIGIN.text())).contains(ORIGIN);
        assertThat(Origin.parse("  " + ORIGIN.text() + " ")).contains(ORIGIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1.xlsx", "a :: b.xlsx", " :: ", "@x/-y.xlsx", "lớp 5 :: 5A :: 7.xlsx"})
    void knowsEveryPathAgainAndNeverStartsAFormula(String path) {
        Origin origin = new Origin("0123456789ab", "", path, "a|b", 6, 1, new Origin.Titles(0, "", "", "", ""), "aa");

        assertThat(Origin.parse(origin.text())).contains(origin);
        assertThat(HarmlessText.of(origin.text())).isEqualTo(origin.text());
    }

    @Test
    void isDamagedByAnyChange() {
        String text = ORIGIN.text();
        for (int i = 0; i < text.length(); i++) {
            char other = text.charAt(i) == '7' ? '8' : '7';
            assertThat(Origin.parse(text.substring(0, i) + other + text.substring(i + 1)))
                    .as("changed at %d", i)
                    .isEmpty();
            assertThat(Origin.parse(text.substring(0, i))).as("cut at %d", i).isEmpty();
        }
    }

    @Test
    void countsRoundsAndKeepsTheFirstPlace() {
        Origin again = ORIGIN.again("ffffffffffff");

        assertThat(again.round()).isEqualTo(2);
        assertThat(again.export()).isEqualTo("ffffffffffff");
        assertThat(again.row()).isEqualTo(6);
        assertThat(Origin.parse(again.text())).contains(again);
    }

    @ParameterizedTest(name = "{0} is written {1}")
    @CsvSource(quoteCharacter = '"', textBlock = """
            -5,     '-5
            =1+1,   '=1+1
            +84,    '+84
            @x,     '@x
            '-5,    ''-5
            ''=x,   '''=x
            ＝A1,   '＝A1
            'Tổ 1,  'Tổ 1
            Tổ -1,  Tổ -1
            5,      5
            "",     ""
            """)
    void getsAnApostropheOnlyWhereNeededAndLosesOnlyThat(String text, String written) {
        assertThat(HarmlessText.of(text)).isEqualTo(written);
        assertThat(HarmlessText.original(written)).isEqualTo(text);
    }
}
