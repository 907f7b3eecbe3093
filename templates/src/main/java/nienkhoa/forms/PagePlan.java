package nienkhoa.forms;

import java.util.Arrays;
import java.util.List;
import nienkhoa.forms.structure.Element;
import nienkhoa.forms.structure.Outline;
import nienkhoa.forms.structure.Piece;

/** The structure of a page, and what each of its pieces is in it. */
final class PagePlan {

    private final List<Piece> pieces;
    private final List<Element> elements;
    private final Mark[] marks;
    private int marked;

    /** @param first whether it is the document's first page */
    PagePlan(List<Piece> pieces, int pageWidth, boolean first) {
        this.pieces = pieces;
        this.elements = Outline.of(pieces, pageWidth, first);
        this.marks = new Mark[pieces.size()];
        Arrays.fill(marks, Mark.ARTIFACT);
        elements.forEach(this::mark);
        for (int i = 0; i < marks.length; i++) {
            if (!marks[i].isArtifact()) {
                marks[i] = new Mark(marks[i].tag(), marked++, marks[i].goesOn());
            }
        }
    }

    private void mark(Element element) {
        int left = element.pieces().size();
        for (int piece : element.pieces()) {
            left--;
            marks[piece] = new Mark(tag(element), 0, left > 0);
        }
        element.kids().forEach(this::mark);
    }

    private static String tag(Element element) {
        return switch (element.type()) {
            case FIGURE -> "Figure";
            case COLUMN_HEAD, ROW_HEAD -> "TH";
            case CELL -> "TD";
            default -> "P";
        };
    }

    List<Element> elements() {
        return elements;
    }

    Piece piece(int at) {
        return pieces.get(at);
    }

    Mark mark(int piece) {
        return marks[piece];
    }

    /** How many pieces are no artifacts; their numbers are from 0 on, in the order in which they are drawn. */
    int markedCount() {
        return marked;
    }

    int size() {
        return marks.length;
    }
}
