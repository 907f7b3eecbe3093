package nienkhoa.forms.fill;

import static nienkhoa.forms.fill.Values.NEXT;
import static nienkhoa.forms.fill.Values.NOW;
import static nienkhoa.forms.fill.Values.OLD;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRPrintElement;
import nienkhoa.forms.fill.Sheets.Range;
import org.jspecify.annotations.Nullable;

/**
 * One fill: puts bands on pages in the order of the engine's vertical filler, with its page breaks. The values of a footer
 * that closes a page are those of the last row on that page.
 */
final class Pages {

    private final Layout layout;
    private final Looks looks;
    private final Values values;
    private final Watch watch;
    private final Sheets sheets;

    private @Nullable Band footer;
    private int footerTop;

    /** Whether something was printed from the present row. */
    private boolean rowOnPage;

    /** Whether nothing but headers is on the page. */
    private boolean pageIsNew;

    private boolean firstBand;
    private boolean breaking;

    private final Set<String> changed = new HashSet<>();
    private @Nullable Range lastRow;
    private @Nullable Range rowToKeep;
    private @Nullable Range footersToKeep;

    Pages(Layout layout, Looks looks, Values values, Watch watch, Sheets sheets) {
        this.layout = layout;
        this.looks = looks;
        this.values = values;
        this.watch = watch;
        this.sheets = sheets;
        this.footer = layout.pageFooter();
        this.footerTop = layout.footerTop(footer);
    }

    void fill() throws JRException {
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
        summary();
        sheets.end(values);
    }

    private boolean next() throws JRException {
        rowOnPage = false;
        return values.next();
    }

    private void begin() throws JRException {
        values.beginReport();
        watch.page();
        addPage();
        title();
        pageHeader(NOW);
        columnHeader(NOW);
    }

    private void row() throws JRException {
        int outermost = layout.groups().size();
        changed.clear();
        for (int i = layout.groups().size() - 1; i >= 0; i--) {
            Group group = layout.groups().get(i);
            outermost = Objects.equals(values.of(group.expression(), OLD), values.of(group.expression(), NEXT))
                    ? outermost
                    : i;
        }
        List<Group> anew = layout.groups().subList(outermost, layout.groups().size());
        anew.forEach(group -> changed.add(group.name()));
        groupFooters(outermost, OLD);
        values.beginGroups(changed);
        for (Group group : anew) {
            if (group.onNewPage() && !pageIsNew) {
                breakPage(rowOnPage ? NOW : OLD, NOW);
            }
        }
        detail();
    }

    private int room() {
        return footerTop - sheets.down();
    }

    private void place(BandRun band, byte at) {
        sheets.add(band, layout.left());
        rowOnPage = at == NOW;
    }

    private void beginPage() throws JRException {
        values.beginPage();
        watch.page();
    }

    private void addPage() throws JRException {
        sheets.addPage(layout.top());
        firstBand = true;
        rowOnPage = false;
        Band background = layout.background();
        int room = layout.bottom() - sheets.down();
        if (background != null && background.height() <= room && values.holds(background.printWhen(), NOW)) {
            BandRun run = BandRun.of(background, looks, values, NOW);
            demand(run.fits(room), "a background has no room");
            sheets.addBehind(run, layout.left());
            rowOnPage = true;
        }
    }

    private void addCountedPage() throws JRException {
        values.countPage();
        addPage();
    }

    private void title() throws JRException {
        Band title = layout.title();
        if (title == null || !values.holds(title.printWhen(), NOW)) {
            return;
        }
        demand(title.height() <= layout.bottom() - sheets.down(), "a title has no room");
        BandRun run = BandRun.of(title, looks, values, NOW);
        demand(run.fits(layout.bottom() - sheets.down()), "a title has no room");
        place(run, NOW);
    }

    private void pageHeader(byte at) throws JRException {
        header(layout.pageHeader(), NOW, at);
        pageIsNew = true;
    }

    private void columnHeader(byte at) throws JRException {
        firstBand = true;
        header(layout.columnHeader(), at, at);
    }

    private void header(@Nullable Band header, byte asked, byte at) throws JRException {
        if (header != null && values.holds(header.printWhen(), asked)) {
            BandRun run = BandRun.of(header, looks, values, at);
            demand(header.height() <= room() && run.fits(room()), "a header has no room");
            place(run, at);
        }
    }

    private void detail() throws JRException {
        if (layout.details().stream().anyMatch(band -> band.printWhen() != null)) {
            values.estimate();
        }
        for (Band band : layout.details()) {
            if (values.holds(band.printWhen(), NEXT)) {
                makeRoom(band);
                break;
            }
        }
        values.calculate();
        watch.row();
        lastRow = null;
        boolean printed = false;
        boolean together = true;
        for (Band band : layout.details()) {
            if (values.holds(band.printWhen(), NOW)) {
                makeRoom(band);
                lastRow = together && lastRow == null ? sheets.new Range() : lastRow;
                grow(band, NOW, !printed);
                together = lastRow != null;
                extend(lastRow);
                printed = true;
                firstBand = false;
            }
        }
        pageIsNew = false;
    }

    private void makeRoom(Band band) throws JRException {
        while (band.height() > room()) {
            breakPage(rowOnPage ? NOW : OLD, NOW);
        }
    }

    /** Prints a band of rows: on another page, if it may not be divided and has no room on this one. */
    private void grow(Band band, byte at, boolean counts) throws JRException {
        BandRun run = BandRun.of(band, looks, values, at);
        if (!run.fits(room())) {
            demand((band.whole() && !firstBand) || rowToKeep != null, "a band is divided");
            breakPage(at == NOW && !rowOnPage ? OLD : at, at);
            if (counts) {
                values.recalculate();
            }
            rowOnPage = at == NOW;
            if (!values.holds(band.printWhen(), at)) {
                return;
            }
            run = BandRun.of(band, looks, values, at);
            demand(run.fits(room()), "a band is divided");
        }
        place(run, at);
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
                forgetRanges();
            }
            groupFooter(groups.get(i), keeping >= outermost && i >= keeping, at);
        }
        forgetRanges();
    }

    private void groupFooter(Group group, boolean withLastRow, byte at) throws JRException {
        for (Band band : group.footers()) {
            if (values.holds(band.printWhen(), at)) {
                if (withLastRow && rowToKeep == null) {
                    rowToKeep = lastRow;
                }
                if (band.height() > room()) {
                    breakPage(at, at);
                }
                if (rowToKeep != null && footersToKeep == null) {
                    footersToKeep = sheets.new Range();
                } else if (rowToKeep != null) {
                    extend(footersToKeep);
                }
                grow(band, at, false);
                firstBand = false;
            }
        }
        pageIsNew = false;
    }

    private void forgetRanges() {
        lastRow = null;
        rowToKeep = null;
        footersToKeep = null;
    }

    private static void extend(@Nullable Range range) {
        if (range != null) {
            range.extend();
        }
    }

    /**
     * @param before the moment of the values that close the page
     * @param after the moment of the values that begin the next one
     */
    private void breakPage(byte before, byte after) throws JRException {
        demand(!breaking, "a page has no room for its headers");
        extend(footersToKeep == null ? rowToKeep : footersToKeep);
        breaking = true;
        pageFooter(before);
        beginPage();
        Range footers = footersToKeep;
        Range row = rowToKeep;
        List<JRPrintElement> movedFooters = footers == null ? List.of() : footers.take();
        List<JRPrintElement> movedRow = row == null ? List.of() : row.take();
        addCountedPage();
        pageHeader(after);
        columnHeader(after);
        forgetRanges();
        if (row != null) {
            row.put(movedRow);
            if (footers != null) {
                footers.put(movedFooters);
            }
            firstBand = false;
        }
        breaking = false;
    }

    private void pageFooter(byte at) throws JRException {
        Band band = footer;
        sheets.moveTo(layout.footerTop(band));
        if (band != null && values.holds(band.printWhen(), at)) {
            BandRun run = BandRun.of(band, looks, values, at);
            demand(run.fits(band.height()), "a footer has no room");
            place(run, at);
        }
    }

    private void summary() throws JRException {
        if (layout.lastPageFooter() != null) {
            lastPageFooter(layout.lastPageFooter());
            return;
        }
        Band summary = layout.summary();
        boolean here = summary == null || summary.height() <= room();
        if (!here) {
            pageFooter(NOW);
        }
        if (summary != null && values.holds(summary.printWhen(), NOW)) {
            if (!here) {
                beginPage();
                addCountedPage();
            }
            here = summary(summary, here);
        }
        if (here) {
            pageFooter(NOW);
        }
    }

    /** @return whether the summary went on the page that was there, whose footer is still to come */
    private boolean summary(Band summary, boolean here) throws JRException {
        BandRun run = BandRun.of(summary, looks, values, NOW);
        boolean fits = run.fits(here ? room() : layout.bottom() - sheets.down());
        if (!fits) {
            demand(here && summary.whole() && !firstBand, "a summary is divided");
            pageFooter(NOW);
            beginPage();
            addCountedPage();
            run = BandRun.of(summary, looks, values, NOW);
            demand(run.fits(layout.bottom() - sheets.down()), "a summary is divided");
        }
        place(run, NOW);
        return here && fits;
    }

    private void lastPageFooter(Band last) throws JRException {
        int lastTop = layout.footerTop(last);
        demand(sheets.down() <= Math.max(lastTop, footerTop), "a page has no room for the last footer");
        if (sheets.down() > lastTop) {
            breakPage(NOW, NOW);
        }
        footer = last;
        footerTop = lastTop;
        pageFooter(NOW);
    }

    private static void demand(boolean fits, String why) {
        if (!fits) {
            throw new Unfit(why);
        }
    }
}
