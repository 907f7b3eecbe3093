package nienkhoa.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import nienkhoa.intake.LegacyText.Encoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LegacyTextTest {

    private static final List<String> FAMILY =
            List.of("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ");
    private static final List<String> MIDDLE = List.of("Văn", "Thị", "Đức", "Ngọc", "Minh", "Thuỳ", "Quốc", "Hữu");
    private static final List<String> GIVEN = List.of(
            "Ánh", "Bình", "Chi", "Dũng", "Giang", "Hường", "Khuê", "Lý", "Mỹ", "Nghĩa", "Oanh", "Phượng", "Quyền",
            "Sơn", "Thảo", "Uyên", "Vượng", "Xuân", "Yến", "Ổn", "Ân", "Hoè", "Tuấn", "Kiều", "Ấn", "Thưởng");

    @Provide
    Arbitrary<String> names() {
        return net.jqwik.api.Combinators.combine(Arbitraries.of(FAMILY), Arbitraries.of(MIDDLE), Arbitraries.of(GIVEN))
                .as((family, middle, given) -> family + " " + middle + " " + given);
    }

    @Property
    void readsBackEveryNameOrAsks(@ForAll("names") String name, @ForAll Encoding encoding) {
        String written = write(name, encoding);

        LegacyText.Verdict verdict = judge(written);

        assertThat(verdict.text()).isIn(name, written);
        assertThat(verdict.isDoubtful() || verdict.text().equals(name) || isVietnamese(written))
                .as(written)
                .isTrue();
    }

    @Property
    void readsBackCapitalsOrAsks(@ForAll("names") String name, @ForAll Encoding encoding) {
        String capitals = name.toUpperCase(Locale.ROOT);

        LegacyText.Verdict verdict = LegacyText.judge(write(capitals, encoding), known(encoding));

        assertThat(verdict.isDoubtful() || verdict.text().equals(capitals)).isTrue();
    }

    @Property
    void asksAboutNothingWrongInKnownColumn(@ForAll("names") String name, @ForAll Encoding encoding) {
        String written = write(name, encoding);

        LegacyText.Verdict verdict = LegacyText.judge(written, known(encoding));

        assertThat(verdict.isDoubtful()).isEqualTo(isVietnamese(written) && !written.equals(name));
        assertThat(verdict.text()).isEqualTo(verdict.isDoubtful() ? written : name);
    }

    private static LegacyEvidence.Column known(Encoding encoding) {
        LegacyEvidence.Column column = new LegacyEvidence().column(0);
        column.found(encoding);
        column.found(encoding);
        return column;
    }

    /** Whether every word is a syllable as it stands, so that nothing shows what it was meant to be. */
    private static boolean isVietnamese(String text) {
        return java.util.Arrays.stream(text.split(" ")).allMatch(LegacyTables.bundled()::isSyllable);
    }

    @Property
    void whatWasReadOnceStays(@ForAll("names") String name) {
        String read = judge(write(name, Encoding.TCVN3)).text();

        assertThat(judge(read).text()).isEqualTo(read);
    }

    @Property
    void neverTouchesTextWithVietnameseLetters(
            @ForAll @CharRange(from = '\u00A1', to = '\u00FF') @CharRange(from = 'a', to = 'z') @Chars(' ') String text,
            @ForAll @CharRange(from = '\u1EA0', to = '\u1EF9') @Chars({'ă', 'đ', 'ơ', 'ư', 'Ă', 'Đ', 'Ơ', 'Ư'})
                    char vietnamese) {
        String mixed = text + vietnamese + text;

        assertThat(judge(mixed)).isEqualTo(new LegacyText.Verdict(mixed, ChangeRule.LEGACY_TCVN3, false));
    }

    @ParameterizedTest
    @EnumSource(Encoding.class)
    void everyLetterOfTheTablesHasOneCode(Encoding encoding) {
        Map<String, String> codes = codes(encoding);

        assertThat(codes.keySet()).hasSize(67 + (encoding == Encoding.TCVN3 ? 7 : 0));
        assertThat(codes.values()).doesNotHaveDuplicates();
        codes.forEach((letter, code) ->
                assertThat(LegacyTables.bundled().convertWord(code, encoding)).contains(letter));
    }

    @ParameterizedTest(name = "{0} stays: {1}")
    @CsvSource(textBlock = """
            Café,              French
            José Muñoz,        Spanish
            Ñ,                 a single letter
            Ñuñoa,             Spanish
            François Noël,     French
            Chloé,             French
            Zoë Åström,        Swedish
            Müller,            German
            Saint-Étienne,     French
            Lê Chi,            Vietnamese without letters of its own
            Cà Mau,            Vietnamese without letters of its own
            Hoà,               would be Hồ in VNI
            Sè,                would be Số in TCVN 3
            Khu «A» 5°,        signs around words
            © Công ty,         a sign before a word
            10 m²,             a unit
            """)
    void leavesOtherLanguagesAlone(String text, String why) {
        assertThat(judge(text)).isEqualTo(new LegacyText.Verdict(text, ChangeRule.LEGACY_TCVN3, false));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "NguyÔn V¨n An, Nguyễn Văn An",
        "§ç ThÞ ¸nh, Đỗ Thị Ánh",
        "NGUYÔN THÞ HOµ, NGUYỄN THỊ HOÀ",
        "Tr­êng THCS Lª Lîi, Trường THCS Lê Lợi",
        "'Sè 5, ph­êng §ång T©m', 'Số 5, phường Đồng Tâm'",
        "Së GD&§T H¶i Phßng, Sở GD&ĐT Hải Phòng",
        "Nguyeãn Vaên AÙnh, Nguyễn Văn Ánh",
        "ÑOÃ THÒ HOÀNG, ĐỖ THỊ HỒNG",
        "Traàn Quoác Huøng, Trần Quốc Hùng",
        "N÷, Nữ",
    })
    void readsOldLetters(String written, String meant) {
        assertThat(judge(written).text()).isEqualTo(meant);
    }

    @Test
    void asksAboutOneStrangeWordAndBelievesItOnceTheColumnIsKnown() {
        LegacyEvidence.Column column = new LegacyEvidence().column(3);

        LegacyText.Verdict before = LegacyText.judge("TrÇn Nam", column);
        LegacyText.judge("NguyÔn V¨n An", column);
        LegacyText.judge("Lª ThÞ Hµ", column);
        LegacyText.Verdict after = LegacyText.judge("TrÇn Nam", column);

        assertThat(before).isEqualTo(new LegacyText.Verdict("TrÇn Nam", ChangeRule.LEGACY_TCVN3, true));
        assertThat(after.text()).isEqualTo("Trần Nam");
    }

    @Test
    void joinsCombiningTonesOfWindows1258() {
        String written = "Nguyê\u0303n Thi\u0323 Hô\u0300ng";

        CellText text = CellText.of(written, new LegacyEvidence().column(0));

        assertThat(text.text()).isEqualTo("Nguyễn Thị Hồng");
        assertThat(text.steps())
                .containsExactly(new CellValue.Step(ChangeRule.LETTERS_COMPOSED, written, "Nguyễn Thị Hồng"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nguyễn  Văn\u00A0An ", "Ðỗ Văn An", "a\u200Bb", "NguyÔn V¨n An"})
    void stepsLeadFromTheCellToThePlainText(String written) {
        CellText text = CellText.of(written, new LegacyEvidence().column(0));

        assertThat(text.steps()).isNotEmpty();
        assertThat(text.steps().get(0).before()).isEqualTo(written);
        assertThat(text.steps().get(text.steps().size() - 1).after()).isEqualTo(text.text());
        assertThat(CellText.of(text.text(), new LegacyEvidence().column(0)).steps())
                .isEmpty();
    }

    private static LegacyText.Verdict judge(String text) {
        return LegacyText.judge(text, new LegacyEvidence().column(0));
    }

    private static Map<String, String> codes(Encoding encoding) {
        return LegacyTables.bundled().codes(encoding);
    }

    @ParameterizedTest
    @EnumSource(Encoding.class)
    void everyHeaderOfTheLayoutsIsKnownInOldLetters(Encoding encoding) {
        List<String> headers = Layouts.bundled().all().stream()
                .flatMap(layout -> layout.sheets().stream())
                .flatMap(sheet -> sheet.columns().stream())
                .flatMap(column -> column.header().stream())
                .flatMap(header -> java.util.Arrays.stream(header.split(" / ")))
                .distinct()
                .toList();

        List<String> unknown = headers.stream()
                .filter(header -> !HeaderKey.of(write(header, encoding)).equals(HeaderKey.of(header)))
                .toList();

        assertThat(unknown).hasSizeLessThan(headers.size() / 10);
    }

    static String inTcvn3(String text) {
        return write(text, Encoding.TCVN3);
    }

    /** As the old fonts wrote it: TCVN 3 has small letters only for toned capitals. */
    private static String write(String text, Encoding encoding) {
        Map<String, String> codes = codes(encoding);
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .mapToObj(Character::toString)
                .map(letter -> write(letter, codes, encoding))
                .collect(Collectors.joining());
    }

    private static String write(String letter, Map<String, String> codes, Encoding encoding) {
        String small = letter.toLowerCase(Locale.ROOT);
        if (codes.containsKey(letter)) {
            return codes.get(letter);
        }
        if (!codes.containsKey(small)) {
            return letter;
        }
        return encoding == Encoding.TCVN3 ? codes.get(small) : codes.get(small).toUpperCase(Locale.ROOT);
    }
}
