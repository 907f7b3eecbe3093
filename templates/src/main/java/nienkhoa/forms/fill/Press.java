package nienkhoa.forms.fill;

import static nienkhoa.forms.fill.Values.NOW;
import static nienkhoa.forms.fill.Values.OLD;

import java.util.List;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRPrintElement;
import nienkhoa.forms.fill.Sheets.Range;
import org.jspecify.annotations.Nullable;

/** Puts single bands on pages, with headers, footers and page breaks, as the engine's vertical filler does. */
final class Press {

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

    /** Whether the next band of rows is the first on its page. */
    private boolean firstBand;

    private boolean breaking;

    /** Whether no band of the present row had to move when it was printed. */
    private boolean together;

    private @Nullable Range lastRow;
    private @Nullable Range rowToKeep;
    private @Nullable Range footersToKeep;

    Press(Layout layout, Looks looks, Values values, Watch watch, Sheets sheets) {
        this.layout = layout;
        this.looks = looks;
        this.values = values;
        this.watch = watch;
        this.sheets = sheets;
        this.footer = layout.pageFooter();
        this.footerTop = layout.footerTop(footer);
    }

    void nextRow() {
        rowOnPage = false;
    }

    boolean isPageNew() {
        return pageIsNew;
    }

    /** What comes now is no header: a break goes on another page. */
    void endOfBands() {
        pageIsNew = false;
    }

    /** The height that is left above the page footer. */
    int room() {
        return footerTop - sheets.down();
    }

    /** The height that is left above the margin. */
    int roomWithoutFooter() {
        return layout.bottom() - sheets.down();
    }

    boolean isAbove(Band footer) {
        return sheets.down() <= layout.footerTop(footer);
    }

    /** From here on this footer closes the page. */
    void closeWith(Band last) {
        footer = last;
        footerTop = layout.footerTop(last);
    }

    /** Prints a band as it is, if it has room. */
    boolean print(Band band, int room, byte at) throws JRException {
        BandRun run = BandRun.of(band, looks, values, at);
        boolean fits = band.height() <= room && run.fits(room);
        if (fits) {
            place(run, at);
        }
        return fits;
    }

    private void place(BandRun band, byte at) {
        sheets.add(band, layout.left());
        rowOnPage = at == NOW;
    }

    void addPage() throws JRException {
        sheets.addPage(layout.top());
        firstBand = true;
        rowOnPage = false;
        Band background = layout.background();
        int room = roomWithoutFooter();
        if (background != null && background.height() <= room && values.holds(background.printWhen(), NOW)) {
            BandRun run = BandRun.of(background, looks, values, NOW);
            Unfit.unless(run.fits(room), "a background has no room");
            sheets.addBehind(run, layout.left());
            rowOnPage = true;
        }
    }

    /** A page behind the last one, without headers. */
    void addNextPage() throws JRException {
        values.beginPage();
        watch.page();
        values.countPage();
        addPage();
    }

    void pageHeader(byte at) throws JRException {
        header(layout.pageHeader(), NOW, at);
        pageIsNew = true;
    }

    void columnHeader(byte at) throws JRException {
        firstBand = true;
        header(layout.columnHeader(), at, at);
    }

    private void header(@Nullable Band header, byte asked, byte at) throws JRException {
        if (header != null && values.holds(header.printWhen(), asked)) {
            Unfit.unless(print(header, room(), at), "a header has no room");
        }
    }

    void pageFooter(byte at) throws JRException {
        Band band = footer;
        sheets.moveTo(layout.footerTop(band));
        if (band != null && values.holds(band.printWhen(), at)) {
            Unfit.unless(print(band, band.height(), at), "a footer has no room");
        }
    }

    /** Breaks the page if a band of the present row does not even begin to have room. */
    void makeRoom(Band band) throws JRException {
        while (band.height() > room()) {
            breakPageBeforeRow();
        }
    }

    void breakPageBeforeRow() throws JRException {
        breakPage(rowOnPage ? NOW : OLD, NOW);
    }

    /** Prints a band of a row: on another page, if it may not be divided and has no room on this one. */
    void row(Band band, boolean first) throws JRException {
        makeRoom(band);
        together |= first;
        if (together && lastRow == null) {
            lastRow = sheets.new Range();
        }
        grow(band, NOW, first);
        together = lastRow != null;
        extend(lastRow);
        firstBand = false;
    }

    /** @param withLastRow whether it never stands on a page without a row */
    void groupFooter(Band band, boolean withLastRow, byte at) throws JRException {
        if (withLastRow && rowToKeep == null) {
            rowToKeep = lastRow;
        }
        if (band.height() > room()) {
            breakPage(at, at);
        }
        if (rowToKeep != null && footersToKeep == null) {
            footersToKeep = sheets.new Range();
        } else {
            extend(footersToKeep);
        }
        grow(band, at, false);
        firstBand = false;
    }

    /** What was printed stays where it is. */
    void keepNothing() {
        lastRow = null;
        rowToKeep = null;
        footersToKeep = null;
    }

    private static void extend(@Nullable Range range) {
        if (range != null) {
            range.extend();
        }
    }

    private void grow(Band band, byte at, boolean counts) throws JRException {
        BandRun run = BandRun.of(band, looks, values, at);
        if (!run.fits(room())) {
            Unfit.unless(mayMove(band) || rowToKeep != null, "a band is divided");
            breakPage(at == NOW && !rowOnPage ? OLD : at, at);
            if (counts) {
                values.recalculate();
            }
            rowOnPage = at == NOW;
            if (!values.holds(band.printWhen(), at)) {
                return;
            }
            run = BandRun.of(band, looks, values, at);
            Unfit.unless(run.fits(room()), "a band is divided");
        }
        place(run, at);
    }

    /** Whether a band without room goes on the next page as a whole. */
    boolean mayMove(Band band) {
        return band.whole() && !firstBand;
    }

    /**
     * @param before the moment of the values that close the page
     * @param after the moment of the values that begin the next one
     */
    void breakPage(byte before, byte after) throws JRException {
        Unfit.unless(!breaking, "a page has no room for its headers");
        breaking = true;
        Range row = rowToKeep;
        Range footers = footersToKeep;
        extend(footers == null ? row : footers);
        pageFooter(before);
        List<JRPrintElement> movedFooters = footers == null ? List.of() : footers.take();
        List<JRPrintElement> movedRow = row == null ? List.of() : row.take();
        addNextPage();
        pageHeader(after);
        columnHeader(after);
        keepNothing();
        if (row != null) {
            row.put(movedRow);
            firstBand = false;
        }
        if (footers != null) {
            footers.put(movedFooters);
        }
        breaking = false;
    }
}
