package nienkhoa.forms.structure;

/**
 * Something that a template puts on a page. Lengths are in points, from the left upper corner of the page.
 *
 * @param fixed whether its words are the form's and not the data's
 */
public record Piece(int x, int y, int width, int height, Look look, boolean fixed, Content content) {

    /** Something that a reader does not hear, like a line. */
    public static final Piece NOTHING = new Piece(0, 0, 0, 0, Look.PLAIN, false, Content.NONE);

    public enum Content {
        /** Nothing that is to be heard, like an empty text. */
        NONE,
        /** Words that are to be heard only in a cell: page numbers, heads and feet that stood on the page before. */
        REPEATED,
        TEXT,
        PICTURE
    }

    public enum Side {
        LEFT,
        CENTRE,
        RIGHT
    }

    /**
     * @param boxed whether lines close it on both sides, as a cell of a table
     * @param size of the font, in points
     */
    public record Look(boolean boxed, boolean bold, boolean italic, Side side, float size) {

        public static final Look PLAIN = new Look(false, false, false, Side.LEFT, 0);

        /** An empty rectangle. */
        public static final Look BOX = new Look(true, false, false, Side.LEFT, 0);
    }

    boolean isText() {
        return content == Content.TEXT;
    }

    int right() {
        return x + width;
    }

    int bottom() {
        return y + height;
    }

    boolean isBeside(Piece other) {
        return right() <= other.x || other.right() <= x;
    }

    boolean isAboveOrBelow(Piece other) {
        return bottom() <= other.y || other.bottom() <= y;
    }

    boolean holds(Piece other) {
        return x <= other.x && other.right() <= right() && y <= other.y && other.bottom() <= bottom();
    }
}
