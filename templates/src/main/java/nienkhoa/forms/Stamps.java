package nienkhoa.forms;

import java.nio.ShortBuffer;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintImage;
import net.sf.jasperreports.engine.JRPrintPage;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.fill.JRTemplateElement;
import net.sf.jasperreports.engine.fill.JRTemplatePrintElement;
import net.sf.jasperreports.engine.fill.JRTemplatePrintFrame;
import net.sf.jasperreports.engine.fill.JRTemplatePrintText;
import net.sf.jasperreports.engine.type.RunDirectionEnum;
import nienkhoa.forms.Brush.Stamp;
import nienkhoa.forms.structure.Piece;
import org.jspecify.annotations.Nullable;

/**
 * What {@link PageInk} leaves to the report engine: lines, frames, places of pictures, justified, turned or indented
 * texts. Its exporter draws them ({@link Brush}), and what it drew is kept, because most of it is the same in every
 * document. It is found by all that decides its look, so no document depends on what was drawn before it.
 */
final class Stamps {

    /** When so many are kept, all are forgotten: a form needs some hundreds, all forms a few megabytes. */
    private static final int MOST_KEPT = 10_000;

    private final JasperReportsContext context;
    private final Map<Key, Stamp> kept = new ConcurrentHashMap<>();
    private final Map<Look, TextLook> looks = new ConcurrentHashMap<>();

    Stamps(JasperReportsContext context) {
        this.context = context;
    }

    /** An element's look (its template element, compared by content), place and content. */
    private record Key(Look look, int x, int y, int width, int height, int pageHeight, Object content) {}

    /**
     * A text as it was broken into lines.
     *
     * @param breaks null if there are none
     */
    private record Lines(
            String text,
            float height,
            float leading,
            float spacing,
            RunDirectionEnum direction,
            @Nullable ShortBuffer breaks) {

        static Lines of(JRPrintText text) {
            short[] breaks = text.getLineBreakOffsets();
            return new Lines(
                    text.getFullText(),
                    text.getTextHeight(),
                    text.getLeadingOffset(),
                    text.getLineSpacingFactor(),
                    text.getRunDirection(),
                    breaks == null ? null : ShortBuffer.wrap(breaks));
        }
    }

    /** A template element by its content; of two prints of one template because of {@link SharedStyles}. */
    private record Look(JRTemplateElement template) {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Look look && template.isIdentical(look.template);
        }

        @Override
        public int hashCode() {
            return template.getHashCode();
        }
    }

    /**
     * How the elements of one document are drawn: each by a stamp, or else as a plain text.
     *
     * @param looks by the template element of the text
     */
    record Drawing(IdentityHashMap<JRPrintElement, Stamp> stamps, IdentityHashMap<JRTemplateElement, TextLook> looks) {

        Piece.Look piece(JRPrintText text) {
            TextLook look = text instanceof JRTemplatePrintText filled ? looks.get(filled.getTemplate()) : null;
            return (look == null ? TextLook.of(text) : look).piece();
        }

        private @Nullable TextLook look(JRPrintElement element, Map<Look, TextLook> known) {
            if (element instanceof JRTemplatePrintText text) {
                JRTemplateElement template = text.getTemplate();
                TextLook look = looks.computeIfAbsent(
                        template, key -> known.computeIfAbsent(new Look(key), any -> TextLook.of(text)));
                return look.draws(text) ? look : null;
            }
            return null;
        }
    }

    /** @param known pages that need no drawing */
    Drawing of(List<JasperPrint> prints, Pictures pictures, Set<JRPrintPage> known) {
        if (looks.size() >= MOST_KEPT) {
            looks.clear();
        }
        Drawing drawing = new Drawing(new IdentityHashMap<>(), new IdentityHashMap<>());
        IdentityHashMap<JRPrintElement, Key> keys = new IdentityHashMap<>();
        Brush brush = new Brush(context);
        for (JasperPrint print : prints) {
            for (JRPrintPage page : print.getPages()) {
                List<JRPrintElement> elements = known.contains(page) ? List.of() : page.getElements();
                for (JRPrintElement element : elements) {
                    if (drawing.look(element, looks) != null) {
                        continue;
                    }
                    Key key = key(element, print.getPageHeight(), pictures);
                    Stamp stamp = key == null ? null : kept.get(key);
                    if (stamp != null) {
                        drawing.stamps().put(element, stamp);
                    } else {
                        brush.add(print, element);
                        keys.put(element, key);
                    }
                }
            }
        }
        drawing.stamps().putAll(brush.draw());
        keys.forEach((element, key) -> keep(key, drawing.stamps().get(element)));
        return drawing;
    }

    private static @Nullable Key key(JRPrintElement element, int pageHeight, Pictures pictures) {
        if (!(element instanceof JRTemplatePrintElement filled) || element instanceof JRTemplatePrintFrame) {
            return null;
        }
        return new Key(
                new Look(filled.getTemplate()),
                element.getX(),
                element.getY(),
                element.getWidth(),
                element.getHeight(),
                pageHeight,
                content(element, pictures));
    }

    private static Object content(JRPrintElement element, Pictures pictures) {
        if (element instanceof JRPrintText text) {
            return Lines.of(text);
        }
        return element instanceof JRPrintImage image ? pictures.size(image.getRenderer()) : "";
    }

    private void keep(@Nullable Key key, @Nullable Stamp stamp) {
        if (key != null && stamp != null) {
            if (kept.size() >= MOST_KEPT) {
                kept.clear();
            }
            kept.put(key, stamp);
        }
    }
}
