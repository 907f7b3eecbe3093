package nienkhoa.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalisationTest {

    @Property
    void plainTextStaysAsItIs(@ForAll String text) {
        String plain = PlainText.of(text);

        assertThat(PlainText.of(plain)).isEqualTo(plain);
    }

    @Property
    void plainTextIsComposedAndTrimmed(@ForAll String text) {
        String plain = PlainText.of(text);

        assertThat(plain).isEqualTo(plain.strip()).doesNotContain("\u00A0", "\t", "\n", "  ");
    }

    @Property
    void composedAndDecomposedTextAreOne(
            @ForAll @CharRange(from = '\u1EA0', to = '\u1EF9') @Chars({' ', 'a', 'đ', 'ơ', 'ư', 'à', 'Ô'})
                    String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);

        assertThat(PlainText.of(decomposed)).isEqualTo(PlainText.of(text));
        assertThat(HeaderKey.of(decomposed)).isEqualTo(HeaderKey.of(text));
    }

    @Property
    void headerKeyForgetsCaseAndSpaces(@ForAll @CharRange(from = 'a', to = 'z') String word) {
        assertThat(HeaderKey.of("  " + word.toUpperCase(java.util.Locale.ROOT) + "\u00A0\n"))
                .isEqualTo(HeaderKey.of(word));
    }

    @Property
    void serialNumbersCountDays(@ForAll @IntRange(min = 61, max = 60_000) int serial) {
        LocalDate day = Dates.serial(String.valueOf(serial), false).orElseThrow();

        assertThat(day).isEqualTo(LocalDate.of(1900, 3, 1).plusDays(serial - 61));
        assertThat(Dates.written(day.toString())).contains(day);
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "Hoà, Hòa",
        "Địa lý, địa lí",
        "Mỹ thuật, Mĩ thuật",
        "Họ và  tên:, HỌ VÀ TÊN",
        "'Ngày, tháng, năm sinh', Ngày tháng năm sinh",
        "GD & ĐT, GD&ĐT",
        "Ngày nhập học/ chuyển đến, Ngày nhập học / chuyển đến",
        "Ðạo đức, Đạo đức",
    })
    void headersOfOneMeaningHaveOneKey(String one, String other) {
        assertThat(HeaderKey.of(one)).isEqualTo(HeaderKey.of(other));
    }

    @ParameterizedTest(name = "{0} is not {1}")
    @CsvSource({"Toán, Toan", "Hoa, Hòa", "Dạo đức, Đạo đức", "Tin học, Tin hộc"})
    void headersOfOtherMeaningHaveOtherKeys(String one, String other) {
        assertThat(HeaderKey.of(one)).isNotEqualTo(HeaderKey.of(other));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "12/05/2014, 2014-05-12",
        "2/9/2013, 2013-09-02",
        "2014-05-12, 2014-05-12",
        "12.05.2014, 2014-05-12",
        "12-05-2014, 2014-05-12",
        "29/02/2016, 2016-02-29",
        "29/02/2015, ",
        "12/05/14, ",
        "5/2014, ",
    })
    void readsDaysAsPeopleWriteThem(String text, LocalDate day) {
        assertThat(Dates.written(text).orElse(null)).isEqualTo(day);
    }

    @Test
    void readsSerialNumbersOfBothCalendars() {
        assertThat(Dates.serial("41771", false)).contains(LocalDate.of(2014, 5, 12));
        assertThat(Dates.serial("41771.5", false)).contains(LocalDate.of(2014, 5, 12));
        assertThat(Dates.serial("40309", true)).contains(LocalDate.of(2014, 5, 12));
        assertThat(Dates.serial("59", false)).contains(LocalDate.of(1900, 2, 28));
    }
}
