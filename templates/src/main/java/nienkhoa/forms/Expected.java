package nienkhoa.forms;

import java.util.ArrayList;
import java.util.List;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintFrame;
import net.sf.jasperreports.engine.JRPrintImage;
import net.sf.jasperreports.engine.JRPrintPage;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JRStyledTextAttributeSelector;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.renderers.Renderable;
import org.jspecify.annotations.Nullable;

/**
 * What a page has to show.
 *
 * @param texts every text with its place, in the order of the page
 */
record Expected(int width, int height, List<Text> texts, List<Picture> pictures) {

    private static final float TOLERANCE = 2;
    private static final String NO_MARKUP = "none";

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
     * @param face end of the face's name, {@code Bold}; empty if the text holds several
     */
    record Text(String key, String text, String face, Box box) {}

    record Picture(@Nullable Renderable picture, Box box) {}

    /** The pages of all prints, one behind the other. */
    static List<Expected> pages(List<JasperPrint> prints) {
        List<Expected> pages = new ArrayList<>();
        for (JasperPrint print : prints) {
            for (JRPrintPage page : print.getPages()) {
                Expected expected = new Expected(
                        print.getPageWidth(), print.getPageHeight(), new ArrayList<>(), new ArrayList<>());
                expected.add(page.getElements(), 0, 0);
                pages.add(expected);
            }
        }
        return pages;
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
        String words = spaced(isMarkedUp ? withoutMarkup(text) : text.getFullText());
        if (!words.isEmpty()) {
            texts.add(new Text(String.valueOf(text.getKey()), words, isMarkedUp ? "" : face(text), box));
        }
    }

    private static String withoutMarkup(JRPrintText text) {
        return text.getFullStyledText(JRStyledTextAttributeSelector.getNoBackcolorSelector(net.sf.jasperreports.engine.DefaultJasperReportsContext.getInstance()))
                .getText();
    }

    /** As in the file names of the faces. */
    private static String face(JRPrintText text) {
        String face = (text.isBold() ? "Bold" : "") + (text.isItalic() ? "Italic" : "");
        return face.isEmpty() ? "Regular" : face;
    }

    /** Every run of spaces and line ends as one space, none at the ends. */
    static String spaced(String text) {
        StringBuilder spaced = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || c == '\u00A0') {
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
