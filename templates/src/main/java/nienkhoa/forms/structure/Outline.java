package nienkhoa.forms.structure;

import java.util.ArrayList;
import java.util.List;
import nienkhoa.forms.structure.Piece.Content;
import nienkhoa.forms.structure.Piece.Side;
import org.jspecify.annotations.Nullable;

/**
 * Finds the structure of a page. Pieces are read in the order in which they are drawn, with three exceptions: a cell is read
 * in its row, texts under each other beside another column (signatures) are read one after the other, and a text that
 * begins where the one before ends goes on with its paragraph.
 */
public final class Outline {

    private static final float SMALLEST_HEADING = 13;
    private static final double WIDE = 0.5;

    /** How far apart two texts of a line may be, in points. */
    private static final int NEAR = 3;

    private final List<Piece> pieces;
    private final Tables tables;
    private final int pageWidth;
    private final int titleDepth;
    private final float titleSize;
    private final List<Block> blocks = new ArrayList<>();
    private @Nullable Block last;

    private Outline(List<Piece> pieces, int pageWidth, boolean first) {
        this.pieces = pieces;
        this.tables = new Tables(pieces);
        this.pageWidth = pageWidth;
        this.titleDepth = first ? 1 : 2;
        float largest = 0;
        for (int i = 0; i < pieces.size(); i++) {
            largest = tables.of(i) == null && isTitle(pieces.get(i))
                    ? Math.max(largest, pieces.get(i).look().size())
                    : largest;
        }
        this.titleSize = largest;
    }

    /**
     * The elements of a page from its beginning to its end; each piece that is to be heard is in one of them.
     *
     * @param first whether it is the document's first page, which has its title
     */
    public static List<Element> of(List<Piece> pieces, int pageWidth, boolean first) {
        Outline outline = new Outline(pieces, pageWidth, first);
        outline.read();
        return outline.blocks.stream().map(Block::element).toList();
    }

    /** An element that may still grow. */
    private static final class Block {

        private final Element.Type type;
        private final int depth;
        private final @Nullable Element table;
        private final List<Integer> pieces = new ArrayList<>();

        Block(Element.Type type, int depth, @Nullable Element table) {
            this.type = type;
            this.depth = depth;
            this.table = table;
        }

        Element element() {
            return table == null ? Element.of(type, depth, pieces) : table;
        }
    }

    private void read() {
        for (int i = 0; i < pieces.size(); i++) {
            Grid grid = tables.of(i);
            if (grid == null) {
                loose(i);
            } else if (grid.first() == i) {
                last = new Block(Element.Type.TABLE, 0, tables.table(grid));
                blocks.add(last);
            }
        }
    }

    private void loose(int i) {
        Piece piece = pieces.get(i);
        if (piece.content() == Content.NONE || piece.content() == Content.REPEATED) {
            return;
        }
        int depth = depth(piece);
        Block block = last;
        if (block == null || !(depth > 0 ? goesOn(block, piece) : piece.isText() && isNext(block, piece))) {
            block = new Block(type(piece, depth), depth, null);
            blocks.add(depth == 0 && isCentred(piece) ? place(piece) : blocks.size(), block);
            last = block;
        }
        block.pieces.add(i);
    }

    private static Element.Type type(Piece piece, int depth) {
        return piece.isText() ? depth > 0 ? Element.Type.HEADING : Element.Type.PARAGRAPH : Element.Type.FIGURE;
    }

    /** 0: no heading. */
    private int depth(Piece piece) {
        if (isTitle(piece)) {
            boolean isLargest = piece.look().size() == titleSize;
            return isLargest ? titleDepth : hasTitle() ? titleDepth + 1 : 0;
        }
        return isHeading(piece) && piece.look().side() == Side.LEFT
                ? piece.look().italic() ? 4 : 3
                : 0;
    }

    private boolean hasTitle() {
        return blocks.stream().anyMatch(block -> block.depth == titleDepth);
    }

    private boolean isTitle(Piece piece) {
        return isHeading(piece) && isCentred(piece) && piece.width() >= WIDE * pageWidth;
    }

    private static boolean isHeading(Piece piece) {
        return piece.isText()
                && piece.fixed()
                && piece.look().bold()
                && !piece.look().boxed()
                && piece.look().size() >= SMALLEST_HEADING;
    }

    /** Whether a line of a title follows another one. */
    private boolean goesOn(Block before, Piece piece) {
        return before.type == Element.Type.HEADING && isTitle(piece) && isTitle(lastOf(before));
    }

    /** Whether a text begins where the paragraph before ends. */
    private boolean isNext(Block before, Piece piece) {
        if (before.type != Element.Type.PARAGRAPH) {
            return false;
        }
        Piece end = lastOf(before);
        return Math.abs(end.right() - piece.x()) <= NEAR && Math.abs(end.y() - piece.y()) <= NEAR && !isCentred(piece);
    }

    private static boolean isCentred(Piece piece) {
        return piece.look().side() == Side.CENTRE;
    }

    /** Where a centred paragraph stands: at the end, or behind the one above it if all since stand beside. */
    private int place(Piece piece) {
        for (int at = blocks.size(); at > 0; at--) {
            Block block = blocks.get(at - 1);
            if (block.table != null) {
                break;
            }
            Piece other = lastOf(block);
            if (isCentred(other) && other.x() == piece.x() && other.width() == piece.width()) {
                return at;
            }
            if (!other.isBeside(piece)) {
                break;
            }
        }
        return blocks.size();
    }

    private Piece lastOf(Block block) {
        return pieces.get(block.pieces.get(block.pieces.size() - 1));
    }
}
