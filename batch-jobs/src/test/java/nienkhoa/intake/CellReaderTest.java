package nienkhoa.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nienkhoa.intake.CellValue.Bad;
import nienkhoa.intake.CellValue.Good;
import nienkhoa.intake.CellValue.Step;
import nienkhoa.intake.Layout.Column;
import nienkhoa.intake.Layout.Required;
import nienkhoa.intake.Layout.ValueType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellReaderTest {

    private final CellReader cells = new CellReader(Layouts.bundled());

    @ParameterizedTest(name = "{0} {1}: {4}")
    @CsvSource(textBlock = """
            # type,          written,          kept,         rules,                         why
            IDENTITY_NUMBER, 031213000001,     031213000001, '',                            plain
            IDENTITY_NUMBER, 031 213 000 001,  031213000001, NUMBER_FORM,                   in groups
            IDENTITY_NUMBER, 31213000001,      031213000001, ZEROS_RESTORED,                lost one zero
            IDENTITY_NUMBER, 1213000001,       001213000001, ZEROS_RESTORED,                lost two zeros
            IDENTITY_NUMBER, 213000001,        I007_BAD_CODE, '',                           lost more than it can
            IDENTITY_NUMBER, 31213000001.0,    031213000001, 'NUMBER_FORM,ZEROS_RESTORED',  decimals are no digits
            IDENTITY_NUMBER, '31213000001,00', 031213000001, 'NUMBER_FORM,ZEROS_RESTORED',  decimals with a comma
            IDENTITY_NUMBER, 3.1213000001E+10, 031213000001, 'NUMBER_FORM,ZEROS_RESTORED',  an exponent with all digits
            IDENTITY_NUMBER, 3.1213E+10,       I171_DIGITS_LOST, '',                        an exponent in place of digits
            MOET_CODE,       3.1E+09,          I171_DIGITS_LOST, '',                        an exponent in place of digits
            MOET_CODE,       ’3100000001,        3100000001,   NUMBER_FORM,                   an apostrophe for text
            DATE,            12/05/2014,       2014-05-12,   '',                            only another form
            DATE,            41771,            2014-05-12,   SERIAL_DATE,                   a spreadsheet's number
            DATE,            12.05.14,         I170_SHORT_YEAR, '',                         which century?
            DATE,            12/05/14,         I170_SHORT_YEAR, '',                         which century?
            DATE,            05/2014,          I003_BAD_DATE, '',                           which day?
            DATE,            2014,             I003_BAD_DATE, '',                           no day of the year 1905
            DATE,            31/12/1899,       I003_BAD_DATE, '',                           before 1900
            DATE,            01/01/1900,       1900-01-01,   '',                            since 1900
            BIRTH_DATE,      12/05/2014,       2014-05-12,   '',                            known to the day
            BIRTH_DATE,      5/2014,           05/2014,      '',                            known to the month
            BIRTH_DATE,      00/05/2014,       05/2014,      '',                            known to the month
            BIRTH_DATE,      2014,             2014,         '',                            known to the year
            BIRTH_DATE,      00/00/2014,       2014,         '',                            known to the year
            BIRTH_DATE,      12/2014,          12/2014,      '',                            the last month
            BIRTH_DATE,      13/2014,          I003_BAD_DATE, '',                           no such month
            SCORE,           9,                9,            '',                            plain
            SCORE,           9.0,              9,            NUMBER_FORM,                   decimal point
            SCORE,           '9,0',            9,            NUMBER_FORM,                   decimal comma
            SCORE,           '9,5',            I009_BAD_SCORE, '',                          no whole number
            CLASS,           Lớp 5a,           5A,           CLASS_NAME,                    the class's name
            CLASS,           5A,               5A,           '',                            the class's name
            TEXT,            'Lê  Văn  An',    Lê Văn An,    SPACES,                        squeezed
            TEXT,            Lê Văn An,        Lê Văn An,    '',                            as it is
            TEXT,            Ðỗ An,            Đỗ An,        LETTER_D,                      a look-alike
            TEXT,            NguyÔn V¨n An,    Nguyễn Văn An, LEGACY_TCVN3,                 an old font
            TEXT,            Nguyeãn Vaên An,  Nguyễn Văn An, LEGACY_VNI,                   another old font
            """)
    void readsCellsAndSaysWhatItChanged(ValueType type, String written, String kept, String rules, String why) {
        CellValue value = read(type, "", written);

        assertThat(text(value)).isEqualTo(kept);
        assertThat(steps(value))
                .extracting(step -> step.rule().name())
                .containsExactlyElementsOf(rules.isEmpty() ? List.of() : List.of(rules.split(",")));
    }

    @ParameterizedTest(name = "{1} of {0} is {2}, changed: {3}")
    @CsvSource({
        "gender, Nam, Nam, false",
        "gender, nữ, Nữ, false",
        "gender-1-0, 1, Nam, true",
        "gender-1-0, 0, Nữ, true",
        "gender-1-2, 2, Nữ, true",
        "gender, N÷, Nữ, true",
        "tick, ✓, x, false",
        "tick, 1, x, false",
        "time, Cuối năm, END_2, false"
    })
    void namesCodesThatItSpelledOut(String list, String written, String kept, boolean changed) {
        CellValue value = read(ValueType.CODE, list, written);

        assertThat(text(value)).isEqualTo(kept);
        assertThat(steps(value).isEmpty()).isEqualTo(!changed);
    }

    @Test
    void warnsOfRestoredZerosAndOfDoubtfulLetters() {
        assertThat(((Good) read(ValueType.IDENTITY_NUMBER, "", "31213000001")).warning())
                .isEqualTo("I005_LEADING_ZERO_RESTORED");
        assertThat(((Good) read(ValueType.TEXT, "", "TrÇn Nam")).warning()).isEqualTo("I172_DOUBTFUL_LETTERS");
        assertThat(((Good) read(ValueType.TEXT, "", "Café")).warning()).isEmpty();
    }

    @Test
    void everyBirthDateOfTheLayoutsMayBePartial() {
        assertThat(Layouts.bundled().all())
                .flatExtracting(Layout::sheets)
                .flatExtracting(Layout.Sheet::columns)
                .filteredOn(column -> column.field().equals("birthDate"))
                .isNotEmpty()
                .allMatch(column -> column.type() == ValueType.BIRTH_DATE);
    }

    private CellValue read(ValueType type, String codes, String written) {
        Column column = new Column("field", type, codes, List.of("Ô"), Required.NOTHING, 0);
        return cells.read(column, new OneCell(written), 0, false, new LegacyEvidence());
    }

    private static String text(CellValue value) {
        return value instanceof Good good ? good.text() : ((Bad) value).code();
    }

    private static List<Step> steps(CellValue value) {
        return value instanceof Good good ? good.steps() : List.of();
    }

    private record OneCell(String written) implements RawRow {

        @Override
        public int number() {
            return 1;
        }

        @Override
        public int size() {
            return 1;
        }

        @Override
        public String text(int column) {
            return written;
        }

        @Override
        public boolean isNumber(int column) {
            return false;
        }

        @Override
        public boolean isError(int column) {
            return false;
        }
    }
}
