package nienkhoa.forms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintFrame;
import net.sf.jasperreports.engine.JRPrintImage;
import net.sf.jasperreports.engine.JRPrintRectangle;
import net.sf.jasperreports.engine.JRPrintText;
import nienkhoa.forms.structure.Piece;
import nienkhoa.forms.structure.Piece.Content;
import nienkhoa.forms.structure.Piece.Look;
import nienkhoa.forms.structure.Piece.Side;
import org.jspecify.annotations.Nullable;

/** The pieces of filled pages, one for each element, page after page. Page numbers and what is only repeated are heard in cells alone. */
final class Pieces {

    private static final Pattern NUMBER = Pattern.compile("(Trang )?\\d+[/.]?");

    /** How much of a page's height its foot takes, and what is set larger is not of it. */
    private static final double FOOT = 0.1;

    private static final float LARGEST_FOOT = 9;

    private final Function<JRPrintText, Look> looks;
    private final int pageHeight;
    private final List<JRPrintElement> page;
    private final List<JRPrintElement> before;
    private final boolean goesOn;

    /** The texts of the page before by their corner; empty until somebody asks. */
    private final Map<Corner, List<JRPrintText>> textsBefore = new HashMap<>();

    private Pieces(
            Function<JRPrintText, Look> looks,
            int pageHeight,
            List<JRPrintElement> page,
            List<JRPrintElement> before,
            boolean goesOn) {
        this.looks = looks;
        this.pageHeight = pageHeight;
        this.page = page;
        this.before = before;
        this.goesOn = goesOn;
    }

    private record Corner(int x, int y) {

        static Corner of(JRPrintElement element) {
            return new Corner(element.getX(), element.getY());
        }
    }

    /**
     * @param before the elements of the page before; none if there is no such page
     * @param goesOn whether the page before is of the same part
     */
    static List<Piece> of(
            Function<JRPrintText, Look> looks,
            int pageHeight,
            List<JRPrintElement> page,
            List<JRPrintElement> before,
            boolean goesOn) {
        return new Pieces(looks, pageHeight, page, before, goesOn).all();
    }

    private List<Piece> all() {
        List<Piece> pieces = new ArrayList<>(page.size());
        for (JRPrintElement element : page) {
            pieces.add(piece(element));
        }
        return pieces;
    }

    private Piece piece(JRPrintElement element) {
        if (element instanceof JRPrintText text) {
            Look look = looks.apply(text);
            return placed(element, look, look.bold() && isFixed(text.getKey()), content(text, look));
        }
        if (element instanceof JRPrintImage image) {
            return placed(element, Look.PLAIN, true, image.getRenderer() == null ? Content.NONE : Content.PICTURE);
        }
        if (element instanceof JRPrintFrame frame) {
            return placed(element, Look.PLAIN, false, frame.getElements().isEmpty() ? Content.NONE : Content.TEXT);
        }
        return element instanceof JRPrintRectangle ? placed(element, Look.BOX, true, Content.NONE) : Piece.NOTHING;
    }

    private Content content(JRPrintText text, Look look) {
        if (text.getFullText().isEmpty()) {
            return Content.NONE;
        }
        return !look.boxed() && isRunning(text, look) ? Content.REPEATED : Content.TEXT;
    }

    private static Piece placed(JRPrintElement element, Look look, boolean fixed, Content content) {
        return new Piece(element.getX(), element.getY(), element.getWidth(), element.getHeight(), look, fixed, content);
    }

    /** Words of the form have no key, or that of a label. */
    private static boolean isFixed(@Nullable String key) {
        return key == null || key.startsWith("label.") || key.equals("title") || key.endsWith(".title");
    }

    /** What is centred at the foot is a signature, also if the page before was signed at the same place. */
    private boolean isRunning(JRPrintText text, Look look) {
        boolean isFoot = look.size() <= LARGEST_FOOT && text.getY() > pageHeight * (1 - FOOT);
        boolean mayRepeat = goesOn || (isFoot && look.side() != Side.CENTRE);
        return (isFoot && NUMBER.matcher(text.getFullText()).matches()) || (mayRepeat && stoodBefore(text));
    }

    private boolean stoodBefore(JRPrintText text) {
        if (textsBefore.isEmpty()) {
            for (JRPrintElement element : before) {
                if (element instanceof JRPrintText last) {
                    textsBefore
                            .computeIfAbsent(Corner.of(last), any -> new ArrayList<>())
                            .add(last);
                }
            }
        }
        return textsBefore.getOrDefault(Corner.of(text), List.of()).stream()
                .anyMatch(last ->
                        text.getWidth() == last.getWidth() && text.getFullText().equals(last.getFullText()));
    }
}
