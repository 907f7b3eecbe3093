package nienkhoa.forms.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nienkhoa.forms.structure.Piece.Content;
import nienkhoa.forms.structure.Piece.Look;
import nienkhoa.forms.structure.Piece.Side;
import org.junit.jupiter.api.Test;

/** Structures are written as words: {@code H2[1 2]}, {@code P[3]}, {@code T(#4 #5|>6 7)}, spans as {@code 2x1}. */
class OutlineTest {

    private static final int PAGE_WIDTH = 600;
    private static final Look HEAD = new Look(true, true, false, Side.CENTRE, 11);
    private static final Look CELL = new Look(true, false, false, Side.CENTRE, 11);
    private static final Look WORDS = new Look(true, false, false, Side.LEFT, 11);
    private static final Look LOOSE = new Look(false, false, false, Side.LEFT, 13);
    private static final Look CENTRED = new Look(false, false, false, Side.CENTRE, 13);

    private final List<Piece> pieces = new ArrayList<>();

    @Test
    void cellsThatTouchAreATableWithHeads() {
        add(0, 0, 100, 20, HEAD);
        add(100, 0, 50, 20, HEAD);
        add(0, 20, 100, 20, WORDS);
        add(100, 20, 50, 20, CELL);
        add(0, 40, 100, 20, WORDS);
        add(100, 40, 50, 20, CELL, Content.NONE);

        assertThat(outline()).isEqualTo("T(#0 #1|>2 3|>4 -)");
    }

    @Test
    void cellsSpanWhatTheyCoverAndGapsAreEmptyCells() {
        add(0, 0, 50, 40, HEAD);
        add(50, 0, 100, 20, HEAD);
        add(50, 20, 50, 20, HEAD);
        add(100, 20, 50, 20, HEAD);
        add(0, 40, 50, 20, CELL);
        add(100, 40, 50, 20, CELL);

        assertThat(outline()).isEqualTo("T(2x1#0 1x2#1|#2 #3|>4 - 5)");
    }

    @Test
    void aCellThatIsDrawnLastIsReadInItsRow() {
        add(0, 0, 50, 20, CELL);
        add(0, 20, 50, 20, CELL);
        add(50, 0, 50, 40, WORDS);

        assertThat(outline()).isEqualTo("T(>0 2x12|>1)");
    }

    @Test
    void aNumberIsNoHeadIfWordsAreBehindIt() {
        add(0, 0, 20, 20, CELL);
        add(20, 0, 100, 20, WORDS);
        add(0, 20, 20, 20, CELL);
        add(20, 20, 100, 20, WORDS);

        assertThat(outline()).isEqualTo("T(0 >1|2 >3)");
    }

    @Test
    void headsAboveAGapBelongToTheTable() {
        add(0, 0, 50, 20, HEAD);
        add(50, 0, 50, 20, HEAD);
        add(0, 60, 50, 20, CELL);
        add(50, 60, 50, 20, CELL);

        assertThat(outline()).isEqualTo("T(#0 #1|>2 3)");
    }

    @Test
    void whatStandsInACellIsReadThereEvenIfItIsRepeated() {
        add(0, 0, 50, 100, CELL, Content.NONE);
        add(50, 0, 50, 100, CELL, Content.NONE);
        add(0, 100, 50, 20, CELL);
        add(50, 100, 50, 20, CELL);
        add(0, 0, 50, 20, LOOSE);
        add(0, 20, 50, 20, LOOSE, Content.REPEATED);
        add(52, 2, 40, 40, Look.PLAIN, Content.PICTURE);
        add(0, 200, 50, 20, LOOSE, Content.REPEATED);

        assertThat(outline()).isEqualTo("T(>4 5 F[6]|>2 3)");
    }

    @Test
    void aFrameAroundAPageIsNoTable() {
        pieces.add(new Piece(0, 0, 600, 800, Look.BOX, true, Content.NONE));
        pieces.add(new Piece(4, 4, 592, 792, Look.BOX, true, Content.NONE));
        add(100, 100, 100, 20, LOOSE);

        assertThat(outline()).isEqualTo("P[2]");
    }

    @Test
    void aValueGoesOnWithTheParagraphOfItsLabel() {
        add(0, 0, 100, 20, LOOSE);
        add(100, 0, 100, 20, LOOSE);
        add(210, 0, 50, 20, LOOSE);
        add(0, 30, 100, 20, LOOSE);

        assertThat(outline()).isEqualTo("P[0 1] P[2] P[3]");
    }

    @Test
    void signaturesAreReadOneAfterTheOther() {
        add(0, 0, 200, 20, CENTRED);
        add(300, 0, 200, 20, CENTRED);
        add(0, 20, 200, 20, CENTRED);
        add(300, 20, 200, 20, CENTRED);
        add(0, 90, 200, 20, CENTRED);

        assertThat(outline()).isEqualTo("P[0] P[2] P[4] P[1] P[3]");
    }

    @Test
    void headingsAreToldByTheirLook() {
        heading(0, 500, Side.CENTRE, false, 13);
        heading(20, 500, Side.CENTRE, false, 20);
        heading(40, 500, Side.CENTRE, false, 14);
        add(0, 60, 500, 20, LOOSE);
        heading(80, 500, Side.CENTRE, false, 14);
        heading(100, 200, Side.LEFT, false, 13);
        heading(120, 200, Side.LEFT, true, 13);
        heading(140, 200, Side.CENTRE, false, 13);
        heading(160, 500, Side.LEFT, false, 11);

        assertThat(outline()).isEqualTo("P[0] H2[1 2] P[3] H3[4] H3[5] H4[6] P[7] P[8]");
        assertThat(words(Outline.of(pieces, PAGE_WIDTH, true))).startsWith("P[0] H1[1 2] P[3] H2[4]");
    }

    private void heading(int y, int width, Side side, boolean italic, float size) {
        pieces.add(new Piece(50, y, width, 20, new Look(false, true, italic, side, size), true, Content.TEXT));
    }

    private void add(int x, int y, int width, int height, Look look) {
        add(x, y, width, height, look, Content.TEXT);
    }

    private void add(int x, int y, int width, int height, Look look, Content content) {
        pieces.add(new Piece(x, y, width, height, look, false, content));
    }

    private String outline() {
        return words(Outline.of(pieces, PAGE_WIDTH, false));
    }

    private static String words(List<Element> elements) {
        return elements.stream().map(OutlineTest::words).collect(Collectors.joining(" "));
    }

    private static String words(Element element) {
        String pieces = element.pieces().stream().map(String::valueOf).collect(Collectors.joining(" "));
        return switch (element.type()) {
            case HEADING -> "H" + element.depth() + "[" + pieces + "]";
            case PARAGRAPH -> "P[" + pieces + "]";
            case FIGURE -> "F[" + pieces + "]";
            case TABLE ->
                element.kids().stream().map(row -> words(row.kids())).collect(Collectors.joining("|", "T(", ")"));
            default -> cell(element, pieces);
        };
    }

    private static String cell(Element cell, String pieces) {
        String span = cell.rows() * cell.columns() > 1 ? cell.rows() + "x" + cell.columns() : "";
        String head = cell.type() == Element.Type.COLUMN_HEAD ? "#" : cell.type() == Element.Type.ROW_HEAD ? ">" : "";
        String inside = (pieces + " " + words(cell.kids())).strip();
        return span + head + (inside.isEmpty() ? "-" : inside);
    }
}
