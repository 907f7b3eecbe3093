package nienkhoa.forms.fill;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.renderers.Renderable;
import org.jspecify.annotations.Nullable;

/** A band with the values of one moment: its texts, where its elements stand, how high it is. */
final class BandRun {

    private final Band band;
    private final Looks looks;
    private final boolean[] shown;
    private final @Nullable Object[] contents;
    private final int[] tops;
    private final int[] heights;

    /** How high an element wants to be of itself. */
    private final int[] wanted;

    private int height;

    private BandRun(Band band, Looks looks) {
        int count = band.items().size();
        this.band = band;
        this.looks = looks;
        this.shown = new boolean[count];
        this.contents = new Object[count];
        this.tops = new int[count];
        this.heights = new int[count];
        this.wanted = new int[count];
    }

    /** @param at the moment, as {@link Values} names it */
    static BandRun of(Band band, Looks looks, Values values, byte at) throws JRException {
        BandRun run = new BandRun(band, looks);
        for (int i = 0; i < run.shown.length; i++) {
            Item item = band.items().get(i);
            run.shown[i] = values.holds(item.printWhen(), at);
            if (run.shown[i] && !item.late()) {
                run.contents[i] = content(item, values, at);
            }
        }
        return run;
    }

    private static @Nullable Object content(Item item, Values values, byte at) throws JRException {
        if (item.isPicture()) {
            return picture(values.of(item.expression(), at));
        }
        return item.expression() == null ? item.fixedText() : text(item, values, at);
    }

    private static @Nullable Object picture(@Nullable Object picture) {
        if (picture == null || picture instanceof Renderable) {
            return picture;
        }
        throw new Unfit("a picture is to be loaded");
    }

    static String text(Item item, Values values, byte at) throws JRException {
        Object value = values.of(item.expression(), at);
        if (value instanceof Number || value instanceof java.util.Date) {
            throw new Unfit("a number or a date is printed without words");
        }
        return value == null && item.blankWhenNull() ? "" : String.valueOf(value);
    }

    /**
     * Places the elements.
     *
     * @return whether they have room in the height that is left
     */
    boolean fits(int room) {
        height = band.height();
        for (int i = 0; i < shown.length; i++) {
            tops[i] = band.items().get(i).y();
            heights[i] = band.items().get(i).height();
            wanted[i] = heights[i];
        }
        for (int i : band.downwards()) {
            if (shown[i] && !set(i, room)) {
                return false;
            }
            push(i);
        }
        return band.rigid() ? height <= room : stretch(room);
    }

    /** Sets a text or checks that there is room for another element. */
    private boolean set(int i, int room) {
        Item item = band.items().get(i);
        int below = room - tops[i] - item.height();
        if (below < 0) {
            return false;
        }
        if (contents[i] instanceof String text && looks.of(item) instanceof Lettering lettering) {
            Setting setting = lettering.set(text, lettering.grows() ? below : 0);
            contents[i] = setting;
            wanted[i] = setting.height();
            heights[i] = Math.max(setting.height(), item.height());
            return setting.whole() || !lettering.grows();
        }
        return true;
    }

    private boolean stretch(int room) {
        height = natural();
        if (height > room) {
            return false;
        }
        keepToTheBottom();
        int grown = grown();
        stretchAll(false, grown);
        height = natural();
        if (height > room) {
            return false;
        }
        keepToTheBottom();
        stretchAll(true, height - band.height());
        return true;
    }

    private void stretchAll(boolean withBand, int by) {
        for (int i : band.downwards()) {
            Item item = band.items().get(i);
            if (shown[i]
                    && item.stretches()
                    && item.stretchesWithBand() == withBand
                    && item.height() + by > wanted[i]) {
                heights[i] = Math.max(item.height() + by, item.height());
                push(i);
            }
        }
    }

    /** How far the elements as a group have grown. */
    private int grown() {
        List<Integer> seen = new ArrayList<>();
        for (int i = 0; i < shown.length; i++) {
            if (shown[i]) {
                seen.add(i);
            }
        }
        if (seen.isEmpty()) {
            return 0;
        }
        int top = tops[Extremes.first(seen, i -> tops[i] + heights[i])];
        int last = Extremes.last(seen, i -> tops[i] + heights[i]);
        return Math.max(0, tops[last] + heights[last] - top - band.extent());
    }

    private void push(int pusher) {
        Item above = band.items().get(pusher);
        for (int i : band.pushed().get(pusher)) {
            int top = tops[pusher] + heights[pusher] + band.items().get(i).y() - above.bottom();
            if (top > tops[i]) {
                tops[i] = top;
                push(i);
            }
        }
    }

    private int natural() {
        int natural = -1;
        for (int i = 0; i < shown.length; i++) {
            if (shown[i]) {
                int below = Math.max(0, band.height() - band.items().get(i).bottom());
                natural = Math.max(natural, tops[i] + heights[i] + below);
            }
        }
        return natural < 0 ? height : natural;
    }

    private void keepToTheBottom() {
        for (int i = 0; i < shown.length; i++) {
            Item item = band.items().get(i);
            if (shown[i] && item.keepsToTheBottom()) {
                tops[i] = item.y() + height - band.height();
            }
        }
    }

    int height() {
        return height;
    }

    /** Adds the elements to a page, with the band's corner at a place. */
    void print(int left, int top, BiConsumer<Item, JRPrintElement> page) {
        for (int i = 0; i < shown.length; i++) {
            if (shown[i] && tops[i] + heights[i] <= height) {
                Item item = band.items().get(i);
                JRPrintElement print = looks.of(item).print(contents[i]);
                print.setX(left + item.x());
                print.setY(top + tops[i]);
                print.setWidth(item.width());
                print.setHeight(heights[i]);
                page.accept(item, print);
            }
        }
    }
}
