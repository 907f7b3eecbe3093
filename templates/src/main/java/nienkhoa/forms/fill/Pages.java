package nienkhoa.forms.fill;

import static nienkhoa.forms.fill.Values.NEXT;
import static nienkhoa.forms.fill.Values.NOW;
import static nienkhoa.forms.fill.Values.OLD;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import net.sf.jasperreports.engine.JRException;

/** One fill: prints the bands of a template for its rows, in the order of the engine's vertical filler. */
final class Pages {

    private final Layout layout;
    private final Values values;
    private final Watch watch;
    private final Press press;

    Pages(Layout layout, Values values, Watch watch, Press press) {
        this.layout = layout;
        this.values = values;
        this.watch = watch;
        this.press = press;
    }

    void print() throws JRException {
        boolean any = next();
        if (!any && !layout.printsWithoutRows()) {
            return;
        }
        begin();
        if (any) {
            detail();
            while (next()) {
                row();
            }
        }
        groupFooters(0, NOW);
        end();
    }

    private boolean next() throws JRException {
        press.nextRow();
        return values.next();
    }

    private void begin() throws JRException {
        values.beginReport();
        watch.page();
        press.addPage();
        Band title = layout.title();
        if (title != null && values.holds(title.printWhen(), NOW)) {
            Unfit.unless(press.print(title, press.roomWithoutFooter(), NOW), "a title has no room");
        }
        press.pageHeader(NOW);
        press.columnHeader(NOW);
    }

    private void row() throws JRException {
        int outermost = outermostEnded();
        List<Group> anew = layout.groups().subList(outermost, layout.groups().size());
        groupFooters(outermost, OLD);
        Set<String> names = anew.stream().map(Group::name).collect(Collectors.toSet());
        values.beginGroups(names);
        for (Group group : anew) {
            if (group.onNewPage() && !press.isPageNew()) {
                press.breakPageBeforeRow();
            }
        }
        detail();
    }

    /** The first group that ends with the row before; all groups within it end as well. */
    private int outermostEnded() throws JRException {
        int outermost = 0;
        for (Group group : layout.groups()) {
            Object before = values.of(group.expression(), OLD);
            if (!Objects.equals(before, values.of(group.expression(), NEXT))) {
                return outermost;
            }
            outermost++;
        }
        return outermost;
    }

    private void detail() throws JRException {
        if (layout.details().stream().anyMatch(band -> band.printWhen() != null)) {
            values.estimate();
        }
        for (Band band : layout.details()) {
            if (values.holds(band.printWhen(), NEXT)) {
                press.makeRoom(band);
                break;
            }
        }
        values.calculate();
        watch.row();
        boolean first = true;
        press.keepNothing();
        for (Band band : layout.details()) {
            if (values.holds(band.printWhen(), NOW)) {
                press.row(band, first);
                first = false;
            }
        }
        press.endOfBands();
    }

    /** @param outermost the first group that ends; all groups within end as well */
    private void groupFooters(int outermost, byte at) throws JRException {
        List<Group> groups = layout.groups();
        int keeping = groups.size() - 1;
        while (keeping >= outermost && !groups.get(keeping).withLastRow()) {
            keeping--;
        }
        for (int i = groups.size() - 1; i >= outermost; i--) {
            if (i < keeping) {
                press.keepNothing();
            }
            for (Band band : groups.get(i).footers()) {
                if (values.holds(band.printWhen(), at)) {
                    press.groupFooter(band, keeping >= outermost && i >= keeping, at);
                }
            }
            press.endOfBands();
        }
        press.keepNothing();
    }

    private void end() throws JRException {
        Band last = layout.lastPageFooter();
        Band summary = layout.summary();
        if (last != null) {
            lastPageFooter(last);
        } else if (summary == null || !values.holds(summary.printWhen(), NOW)) {
            press.pageFooter(NOW);
        } else {
            summary(summary);
        }
    }

    /** On the last page above its footer, or behind it on a page without headers and footers. */
    private void summary(Band summary) throws JRException {
        if (summary.height() <= press.room()) {
            if (press.print(summary, press.room(), NOW)) {
                press.pageFooter(NOW);
                return;
            }
            Unfit.unless(press.mayMove(summary), "a summary is divided");
        }
        press.pageFooter(NOW);
        press.addNextPage();
        Unfit.unless(press.print(summary, press.roomWithoutFooter(), NOW), "a summary is divided");
    }

    private void lastPageFooter(Band last) throws JRException {
        Unfit.unless(press.isAbove(last) || press.room() >= 0, "a page has no room for the last footer");
        if (!press.isAbove(last)) {
            press.breakPage(NOW, NOW);
        }
        press.closeWith(last);
        press.pageFooter(NOW);
    }
}
