package nienkhoa.forms.fill;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.awt.font.TextAttribute;
import java.text.AttributedCharacterIterator.Attribute;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.SimpleJasperReportsContext;
import net.sf.jasperreports.engine.design.JRDesignStaticText;
import net.sf.jasperreports.engine.design.JasperDesign;
import net.sf.jasperreports.engine.fill.JRMeasuredText;
import net.sf.jasperreports.engine.fill.TextMeasurer;
import net.sf.jasperreports.engine.fonts.FontUtil;
import net.sf.jasperreports.engine.type.LineSpacingEnum;
import net.sf.jasperreports.engine.util.JRStyledText;
import net.sf.jasperreports.engine.util.JRStyledTextParser;
import net.sf.jasperreports.engine.util.JRStyledTextUtil;
import org.junit.jupiter.api.Test;

/** Our line breaking gives what the engine's measurer gives, which asks AWT. */
class QuickLinesTest {

    private static final String FAMILY = "Nien Khoa Serif";
    private static final int TEXTS = 5_000;
    private static final List<String> WORDS = List.of(
            "Em",
            "chăm",
            "chỉ,",
            "lễ",
            "phép;",
            "Nguyễn",
            "Thượng",
            "Hiền.",
            "nghiêng",
            "ƯỠNG",
            "a",
            "TOÁN",
            "ngữ",
            "cảnh,",
            "8,5",
            "(lớp",
            "4A)",
            "2023-2024",
            "31/05/2024",
            "“Tốt”",
            "học:",
            "90%",
            "km/h",
            "–",
            "…",
            "x",
            "thực-nghiệm",
            "!",
            "Hoàn",
            "thành",
            "xuất",
            "sắc",
            "nghiêngnghiêngnghiêngnghiêng",
            "1.000.000",
            "a,b",
            "x.y",
            "№",
            "‘ừ’",
            "•",
            "3×4",
            "\u00A0",
            "@",
            "#1",
            "$5",
            "[ghi",
            "chú]",
            "\"ok\"",
            "và/hoặc",
            "-5",
            "A.",
            "B.");

    private final Random random = new Random(11);
    private final SimpleJasperReportsContext context =
            new SimpleJasperReportsContext(DefaultJasperReportsContext.getInstance());

    QuickLinesTest() {
        context.setProperty("net.sf.jasperreports.text.save.line.breaks", "true");
    }

    @Test
    void breaksTextsAsTheEngineDoes() {
        int quick = 0;
        for (int i = 0; i < TEXTS; i++) {
            JRDesignStaticText element = element();
            String text = text();
            int room = random.nextInt(3) * 40;
            Setting.Lines lines = quick(element).of(text, room);
            if (lines != null) {
                quick++;
                assertThat(described(lines)).as("%s|", text).isEqualTo(described(engine(element, text, room), text));
            }
        }
        assertThat(quick).isGreaterThan(TEXTS / 3);
    }

    @Test
    void knowsWhereLinesMayEnd() {
        BreakIterator rules = BreakIterator.getLineInstance(Locale.ROOT);
        for (int i = 0; i < TEXTS; i++) {
            String text = random.nextBoolean() ? text().replace('\n', ' ') : letters();
            LineBreaks breaks = LineBreaks.of(text);
            rules.setText(text);
            List<Integer> expected = new ArrayList<>();
            rules.first();
            for (int end = rules.next(); end != BreakIterator.DONE; end = rules.next()) {
                expected.add(end);
            }
            List<Integer> found = new ArrayList<>();
            for (int j = 0; j < breaks.count(); j++) {
                found.add(breaks.at(j));
            }

            assertThat(found).as("%s|", text).isEqualTo(expected);
        }
    }

    private String letters() {
        String some = "aƯẫ ,.;:  đ ÁÕ z,.";
        StringBuilder text = new StringBuilder("a");
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append(some.charAt(random.nextInt(some.length())));
        }
        return text.toString();
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        int words = 1 + random.nextInt(random.nextInt(6) == 0 ? 60 : 12);
        int kinds = random.nextBoolean() ? 14 : WORDS.size();
        for (int i = 0; i < words; i++) {
            text.append(WORDS.get(random.nextInt(kinds)));
            int gap = random.nextInt(40);
            text.append(gap == 0 ? "\n" : gap == 1 ? "  " : gap == 2 ? "" : " ");
        }
        return random.nextBoolean() ? text.toString().strip() : text.toString();
    }

    private JRDesignStaticText element() {
        JRDesignStaticText element = new JRDesignStaticText(new JasperDesign());
        element.setFontName(FAMILY);
        element.setFontSize(8 + random.nextInt(16) / 2f);
        element.setBold(random.nextBoolean());
        element.setItalic(random.nextInt(4) == 0);
        element.setWidth(12 + random.nextInt(random.nextBoolean() ? 80 : 400));
        element.setHeight(8 + random.nextInt(150));
        element.getLineBox().setLeftPadding(random.nextInt(4));
        element.getLineBox().setTopPadding(random.nextInt(3));
        if (random.nextInt(5) == 0) {
            element.getParagraph().setLineSpacing(LineSpacingEnum.PROPORTIONAL);
            element.getParagraph().setLineSpacingSize(1.2f);
            element.getParagraph().setSpacingBefore(random.nextInt(4));
        }
        return element;
    }

    private QuickLines quick(JRDesignStaticText element) {
        int style = (element.isBold() ? Font.BOLD : 0) | (element.isItalic() ? Font.ITALIC : 0);
        Font font = FontUtil.getInstance(context)
                .getAwtFontFromBundles(FAMILY, style, element.getFontSize(), Locale.ROOT, false);
        return new QuickLines(
                FontMeasures.of(font),
                element.getParagraph(),
                Math.max(0, element.getWidth() - element.getLineBox().getLeftPadding()),
                element.getHeight() - element.getLineBox().getTopPadding());
    }

    private JRMeasuredText engine(JRDesignStaticText element, String text, int room) {
        Map<Attribute, Object> attributes = new HashMap<>();
        FontUtil.getInstance(context).getAttributesWithoutAwtFont(attributes, element);
        attributes.put(TextAttribute.FOREGROUND, element.getForecolor());
        JRStyledText words = JRStyledTextParser.getInstance().getStyledText(attributes, text, false, Locale.ROOT);
        JRStyledText resolved = JRStyledTextUtil.getInstance(context).resolveFonts(words, Locale.ROOT);
        return new TextMeasurer(context, element).measure(resolved, 0, room, true, random.nextBoolean());
    }

    private static String described(Setting.Lines lines) {
        return lines.height() + " " + lines.leadingOffset() + " " + lines.spacing() + " " + list(lines.ends());
    }

    private static String described(JRMeasuredText lines, String text) {
        String cut = lines.getTextOffset() < text.length() ? " cut" : "";
        return lines.getTextHeight() + " " + lines.getLeadingOffset() + " " + lines.getLineSpacingFactor() + " "
                + list(lines.getLineBreakOffsets()) + cut;
    }

    private static String list(short[] ends) {
        List<Short> list = new ArrayList<>();
        for (short end : ends) {
            list.add(end);
        }
        return list.toString();
    }
}
