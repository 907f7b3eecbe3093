package nienkhoa.forms;

import java.util.ArrayList;
import java.util.List;
import nienkhoa.forms.structure.Element;
import nienkhoa.forms.structure.Piece;

/**
 * The structure elements of one page as they are stored (ISO 32000-1 section 14.7): a {@code Div} for the page, its
 * elements, and what leads from marked content to them, together in an object stream. Their numbers follow the page's own.
 *
 * @param objects how many are in the stream, which has the number behind them
 * @param levels of headings that are open at the end; a bit for each depth
 * @param stored the whole object stream
 */
@SuppressWarnings("ArrayRecordComponent")
record PageTree(int objects, int levels, byte[] stored) {

    private static final int BYTES_OF_AN_ELEMENT = 80;
    private static final String PICTURE = "Ảnh học sinh";

    /** @param parent number of the element that the page belongs to */
    static PageTree of(PdfObjects objects, PagePlan plan, int page, int parent, int pageHeight, int levels) {
        Writer writer = new Writer(plan, page, pageHeight, levels);
        writer.page(parent);
        int count = writer.starts.size();
        PdfBytes index = new PdfBytes(count * BYTES_OF_AN_ELEMENT / 8);
        for (int i = 0; i < count; i++) {
            index.integer(page + 1 + i).add(' ').integer(writer.starts.get(i)).add(' ');
        }
        int first = index.length();
        byte[] data = objects.deflate(index.add(writer.out.array(), writer.out.length()))
                .copy();
        String entries = "/Filter/FlateDecode/Type/ObjStm/N " + count + "/First " + first;
        return new PageTree(count, writer.levels, PdfObjects.streamObject(page + 1 + count, entries, data));
    }

    /** Number of what leads from marked content to elements, for a page of this number. */
    int parents(int page) {
        return page + objects;
    }

    /**
     * Opens a heading: closes all that are as deep or deeper. Its level is how many are open then, so none is skipped.
     *
     * @param open a bit for each depth
     */
    private static int opened(int open, int depth) {
        return (open & ((1 << depth) - 1)) | (1 << depth);
    }

    private static final class Writer {

        private final PagePlan plan;
        private final int page;
        private final int pageHeight;
        private final int[] parents;
        private final PdfBytes out;
        private final List<Integer> starts = new ArrayList<>();
        private int levels;

        Writer(PagePlan plan, int page, int pageHeight, int levels) {
            this.plan = plan;
            this.page = page;
            this.pageHeight = pageHeight;
            this.parents = new int[plan.markedCount()];
            this.out = new PdfBytes(plan.size() * BYTES_OF_AN_ELEMENT);
            this.levels = levels;
        }

        void page(int parent) {
            int number = begin("Div", parent);
            out.add("/K[");
            kids(number, plan.elements());
            out.add("]>>");
            plan.elements().forEach(element -> element(element, number));
            starts.add(out.add('\n').length());
            out.add('[');
            for (int element : parents) {
                reference(element);
            }
            out.add(']');
        }

        private void element(Element element, int parent) {
            int number = begin(name(element), parent);
            if (!element.pieces().isEmpty()) {
                out.add("/Pg ").integer(page).add(" 0 R");
            }
            if (element.pieces().size() + element.kids().size() > 0) {
                out.add("/K[");
                content(number, element.pieces());
                kids(number, element.kids());
                out.add(']');
            }
            attributes(element);
            out.add(">>");
            element.kids().forEach(kid -> element(kid, number));
        }

        private void content(int number, List<Integer> pieces) {
            String space = "";
            for (int piece : pieces) {
                parents[plan.mark(piece).id()] = number;
                out.add(space).integer(plan.mark(piece).id());
                space = " ";
            }
        }

        private int begin(String name, int parent) {
            starts.add(out.add('\n').length());
            out.add("<</S/").add(name).add("/P ").integer(parent).add(" 0 R");
            return page + starts.size();
        }

        /** An element's kids follow it, each with all that belongs to it. */
        private void kids(int number, List<Element> kids) {
            int next = number + 1;
            for (Element kid : kids) {
                reference(next);
                next += size(kid);
            }
        }

        private static int size(Element element) {
            int size = 1;
            for (Element kid : element.kids()) {
                size += size(kid);
            }
            return size;
        }

        private void reference(int number) {
            out.integer(number).add(" 0 R ");
        }

        private String name(Element element) {
            return switch (element.type()) {
                case HEADING -> {
                    levels = opened(levels, element.depth());
                    yield "H" + Integer.bitCount(levels);
                }
                case PARAGRAPH -> "P";
                case FIGURE -> "Figure";
                case TABLE -> "Table";
                case ROW -> "TR";
                case COLUMN_HEAD, ROW_HEAD -> "TH";
                case CELL -> "TD";
            };
        }

        private void attributes(Element element) {
            boolean isHead = element.type() == Element.Type.COLUMN_HEAD || element.type() == Element.Type.ROW_HEAD;
            if (isHead || element.rows() > 1 || element.columns() > 1) {
                out.add("/A<</O/Table");
                out.add(!isHead ? "" : element.type() == Element.Type.COLUMN_HEAD ? "/Scope/Column" : "/Scope/Row");
                span("/RowSpan ", element.rows());
                span("/ColSpan ", element.columns());
                out.add(">>");
            } else if (element.type() == Element.Type.FIGURE) {
                Piece piece = plan.piece(element.pieces().get(0));
                out.add("/Alt").text(PICTURE).add("/A<</O/Layout/BBox[");
                out.integer(piece.x())
                        .add(' ')
                        .integer(pageHeight - piece.y() - piece.height())
                        .add(' ');
                out.integer(piece.x() + piece.width())
                        .add(' ')
                        .integer(pageHeight - piece.y())
                        .add("]>>");
            }
        }

        private void span(String key, int span) {
            if (span > 1) {
                out.add(key).integer(span);
            }
        }
    }
}
