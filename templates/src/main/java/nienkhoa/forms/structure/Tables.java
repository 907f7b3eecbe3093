package nienkhoa.forms.structure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nienkhoa.forms.structure.Piece.Content;
import nienkhoa.forms.structure.Piece.Look;
import nienkhoa.forms.structure.Piece.Side;
import org.jspecify.annotations.Nullable;

/** The tables of a page, and which of its pieces stand in a cell. */
final class Tables {

    /** So many times as wide as a number are the words behind it. */
    private static final int WIDER = 3;

    private final List<Piece> pieces;
    private final List<Grid> grids;
    private final Map<Integer, Grid> cells = new HashMap<>();
    private final Map<Integer, List<Integer>> inside = new HashMap<>();

    Tables(List<Piece> pieces) {
        this.pieces = pieces;
        this.grids = Grid.of(pieces);
        for (Grid grid : grids) {
            for (int row = 0; row < grid.rows(); row++) {
                for (int column = 0; column < grid.columns(); column++) {
                    if (grid.box(row, column) >= 0) {
                        cells.put(grid.box(row, column), grid);
                    }
                }
            }
        }
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i).content() != Content.NONE) {
                around(i);
            }
        }
    }

    private void around(int piece) {
        int cell = cells.containsKey(piece) ? piece : -1;
        for (int g = 0; g < grids.size() && cell < 0; g++) {
            cell = grids.get(g).around(pieces.get(piece));
        }
        if (cell >= 0) {
            inside.computeIfAbsent(cell, any -> new ArrayList<>()).add(piece);
            cells.put(piece, cells.get(cell));
        }
    }

    /** The grid that a piece is a cell of or stands in; null if there is none. */
    @Nullable Grid of(int piece) {
        return cells.get(piece);
    }

    Element table(Grid grid) {
        int heads = headRows(grid);
        List<Element> rows = new ArrayList<>();
        for (int row = 0; row < grid.rows(); row++) {
            List<Element> cells = new ArrayList<>();
            int head = row < heads ? -1 : headColumn(grid, row);
            for (int column = 0; column < grid.columns(); column++) {
                if (grid.begins(row, column)) {
                    int box = grid.box(row, column);
                    boolean isHead = row < heads && box >= 0 && isText(box);
                    cells.add(cell(
                            grid,
                            box,
                            isHead
                                    ? Element.Type.COLUMN_HEAD
                                    : column == head ? Element.Type.ROW_HEAD : Element.Type.CELL));
                }
            }
            rows.add(Element.of(Element.Type.ROW, cells));
        }
        return Element.of(Element.Type.TABLE, rows);
    }

    private Element cell(Grid grid, int box, Element.Type type) {
        if (box < 0) {
            return Element.of(Element.Type.CELL, List.of());
        }
        List<Integer> texts = new ArrayList<>();
        List<Element> figures = new ArrayList<>();
        for (int piece : inside.getOrDefault(box, List.of())) {
            if (pieces.get(piece).content() == Content.PICTURE) {
                figures.add(Element.of(Element.Type.FIGURE, 0, List.of(piece)));
            } else {
                texts.add(piece);
            }
        }
        return new Element(type, 0, grid.rowsOf(box), grid.columnsOf(box), texts, figures);
    }

    /** How many rows from the top have nothing but bold texts; none if all rows are so, which says nothing. */
    private int headRows(Grid grid) {
        int rows = 0;
        while (rows < grid.rows() && isBold(grid, rows)) {
            rows++;
        }
        return rows < grid.rows() ? rows : 0;
    }

    private boolean isBold(Grid grid, int row) {
        boolean isBold = false;
        for (int column = 0; column < grid.columns(); column++) {
            int box = grid.box(row, column);
            if (box >= 0 && isText(box)) {
                isBold = pieces.get(box).look().bold();
                if (!isBold) {
                    return false;
                }
            }
        }
        return isBold;
    }

    private boolean isText(int box) {
        return !pieces.get(box).look().equals(Look.BOX);
    }

    /** The column of what a row is known by: its first cell, or the second one if it has words behind a number. */
    private int headColumn(Grid grid, int row) {
        int first = -1;
        for (int column = 0; column < grid.columns(); column++) {
            int box = grid.box(row, column);
            if (box >= 0 && grid.begins(row, column)) {
                if (first < 0) {
                    first = column;
                } else {
                    Piece second = pieces.get(box);
                    boolean isWords = second.look().side() == Side.LEFT && isText(box);
                    return isWords
                                    && second.width()
                                            > WIDER
                                                    * pieces.get(grid.box(row, first))
                                                            .width()
                            ? column
                            : first;
                }
            }
        }
        return first;
    }
}
