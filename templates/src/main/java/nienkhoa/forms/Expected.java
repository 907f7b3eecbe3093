package nienkhoa.forms;

import java.awt.font.TextAttribute;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintFrame;
import net.sf.jasperreports.engine.JRPrintImage;
import net.sf.jasperreports.engine.JRPrintPage;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JRStyledTextAttributeSelector;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.util.JRStyledText;
import net.sf.jasperreports.renderers.Renderable;
import org.jspecify.annotations.Nullable;

/**
 * What a page has to show.
 *
 * @param constant the same object is expected of every document that has this page
 * @param texts every text with its place, in the order of the page
 */
record Expected(int width, int height, boolean constant, List<Text> texts, List<Picture> pictures) {

    private static final float TOLERANCE = 2;
    private static final String NO_MARKUP = "none";
    private static final char LAST_LETTER = 'ỹ';
    private static final char OGHAM_SPACE = '\u1680';

    /** A rectangle in points, from the upper left corner. */
    record Box(float x, float y, float width, float height) {

        boolean holds(float px, float py) {
            return x - TOLERANCE <= px
                    && px <= x + width + TOLERANCE
                    && y - TOLERANCE <= py
                    && py <= y + height + TOLERANCE;
        }
    }

    /**
     * @param key of the element
     * @param text every run of spaces and line ends as one space
     * @param faces letter of the face; if the text holds several, one for each character that is no space
     * @param folded the text in small letters
     */
    record Text(String key, String text, String faces, Box box, String folded) {

        static Text of(String key, String text, String faces, Box box) {
            return new Text(key, text, faces, box, Folding.of(text));
        }

        /** @param seen how many characters that are no spaces stand before it */
        char face(int seen) {
            return faces.charAt(faces.length() == 1 ? 0 : seen);
        }
    }

    record Picture(@Nullable Renderable picture, Box box) {}

    /** The pages of all prints, one behind the other. */
    static List<Expected> pages(List<JasperPrint> prints, KeptPages<Expected> kept) {
        List<Expected> pages = new ArrayList<>();
        for (JasperPrint print : prints) {
            print.getPages().forEach(page -> pages.add(kept.of(print, page, () -> of(print, page))));
        }
        return pages;
    }

    private static Expected of(JasperPrint print, JRPrintPage page) {
        Expected expected = new Expected(
                print.getPageWidth(),
                print.getPageHeight(),
                ConstantPages.isConstant(print),
                new ArrayList<>(),
                new ArrayList<>());
        expected.add(page.getElements(), 0, 0);
        return expected;
    }

    private void add(List<JRPrintElement> elements, int left, int top) {
        for (JRPrintElement element : elements) {
            int x = left + element.getX();
            int y = top + element.getY();
            Box box = new Box(x, y, element.getWidth(), element.getHeight());
            if (element instanceof JRPrintFrame frame) {
                add(
                        frame.getElements(),
                        x + frame.getLineBox().getLeftPadding(),
                        y + frame.getLineBox().getTopPadding());
            } else if (element instanceof JRPrintText text) {
                add(text, box);
            } else if (element instanceof JRPrintImage image) {
                pictures.add(new Picture(image.getRenderer(), box));
            }
        }
    }

    private void add(JRPrintText text, Box box) {
        boolean isMarkedUp = text.getMarkup() != null && !text.getMarkup().equals(NO_MARKUP);
        String words = isMarkedUp ? "" : spaced(text.getFullText());
        String face = String.valueOf(face(text.isBold(), text.isItalic()));
        if (isMarkedUp) {
            JRStyledText styled = text.getFullStyledText(
                    JRStyledTextAttributeSelector.getNoBackcolorSelector(DefaultJasperReportsContext.getInstance()));
            char[] faces = faces(styled, text);
            words = spaced(styled.getText());
            face = withoutSpaces(styled.getText(), faces);
        }
        if (!words.isEmpty()) {
            texts.add(Text.of(String.valueOf(text.getKey()), words, face, box));
        }
    }

    /** The face of each character. A run says only what it changes; later runs go over earlier ones. */
    private static char[] faces(JRStyledText styled, JRPrintText text) {
        int length = styled.getText().length();
        boolean[] bold = new boolean[length];
        boolean[] italic = new boolean[length];
        Arrays.fill(bold, text.isBold());
        Arrays.fill(italic, text.isItalic());
        for (JRStyledText.Run run : styled.getRuns()) {
            Object weight = run.attributes.get(TextAttribute.WEIGHT);
            Object posture = run.attributes.get(TextAttribute.POSTURE);
            if (weight != null) {
                Arrays.fill(bold, run.startIndex, run.endIndex, TextAttribute.WEIGHT_BOLD.equals(weight));
            }
            if (posture != null) {
                Arrays.fill(italic, run.startIndex, run.endIndex, TextAttribute.POSTURE_OBLIQUE.equals(posture));
            }
        }
        char[] faces = new char[length];
        for (int i = 0; i < length; i++) {
            faces[i] = face(bold[i], italic[i]);
        }
        return faces;
    }

    private static String withoutSpaces(String text, char[] faces) {
        StringBuilder kept = new StringBuilder();
        for (int i = 0; i < faces.length; i++) {
            if (!isSpace(text.charAt(i))) {
                kept.append(faces[i]);
            }
        }
        return kept.toString();
    }

    /** {@code B} bold, {@code I} italic, {@code X} both, {@code R} neither. */
    private static char face(boolean bold, boolean italic) {
        return bold ? italic ? 'X' : 'B' : italic ? 'I' : 'R';
    }

    /** The letter of a bundled face by its name; a blank for another face. */
    static char face(String name) {
        return switch (name.substring(name.indexOf('-') + 1)) {
            case "Regular" -> 'R';
            case "Bold" -> 'B';
            case "Italic" -> 'I';
            case "BoldItalic" -> 'X';
            default -> ' ';
        };
    }

    /** No letter of Vietnamese needs the slower question. */
    private static boolean isSpace(char c) {
        return c == '\u00A0' || ((c <= ' ' || c > LAST_LETTER) && Character.isWhitespace(c)) || c == OGHAM_SPACE;
    }

    /** Every run of spaces and line ends as one space, none at the ends. */
    static String spaced(String text) {
        int end = text.endsWith(" ") ? text.length() - 1 : text.length();
        return isSpaced(text, end) ? text.substring(0, end) : respaced(text);
    }

    private static boolean isSpaced(String text, int end) {
        boolean gap = true;
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (isSpace(c) && (gap || c != ' ')) {
                return false;
            }
            gap = c == ' ';
        }
        return !gap || end == 0;
    }

    private static String respaced(String text) {
        StringBuilder spaced = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isSpace(c)) {
                gap = spaced.length() > 0;
            } else {
                if (gap) {
                    spaced.append(' ');
                    gap = false;
                }
                spaced.append(c);
            }
        }
        return spaced.toString();
    }
}
