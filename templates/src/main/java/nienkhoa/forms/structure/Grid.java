package nienkhoa.forms.structure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Boxes that touch each other along their edges, as the cells of a table do. Rows and columns are what the edges divide; a
 * box covers as many as it is high and wide.
 */
final class Grid {

    private static final int FREE = -1;

    private final List<Piece> pieces;
    private final List<Integer> boxes;
    private final int[] xs;
    private final int[] ys;
    private final int[][] slots;

    /** Rows that are not mere gaps. */
    private final int[] rows;

    private Grid(List<Piece> pieces, List<Integer> boxes) {
        this.pieces = pieces;
        this.boxes = boxes;
        this.xs = edges(boxes.stream().map(pieces::get).flatMap(box -> Stream.of(box.x(), box.right())));
        this.ys = edges(boxes.stream().map(pieces::get).flatMap(box -> Stream.of(box.y(), box.bottom())));
        this.slots = new int[ys.length - 1][xs.length - 1];
        for (int[] row : slots) {
            Arrays.fill(row, FREE);
        }
        boxes.forEach(this::place);
        this.rows = IntStream.range(0, slots.length)
                .filter(row -> Arrays.stream(slots[row]).anyMatch(box -> box != FREE))
                .toArray();
    }

    /** The grids of a page that have rows and columns; a row of bold cells belongs to the grid as wide as it below. */
    static List<Grid> of(List<Piece> pieces) {
        List<Integer> boxes = IntStream.range(0, pieces.size())
                .filter(i -> pieces.get(i).look().boxed())
                .boxed()
                .toList();
        List<Grid> grids = new ArrayList<>();
        touching(pieces, boxes).stream()
                .map(some -> new Grid(pieces, some))
                .filter(grid -> grid.columns() > 1)
                .sorted(Comparator.comparingInt(grid -> grid.ys[0]))
                .forEach(grid -> {
                    Grid above = grids.isEmpty() ? null : grids.get(grids.size() - 1);
                    if (above != null && above.isHeadOf(grid)) {
                        grids.set(grids.size() - 1, above.with(grid));
                    } else {
                        grids.add(grid);
                    }
                });
        grids.removeIf(grid -> grid.rows() == 1);
        return grids;
    }

    private boolean isHeadOf(Grid other) {
        return rows() == 1
                && xs[0] == other.xs[0]
                && xs[xs.length - 1] == other.xs[other.xs.length - 1]
                && boxes.stream().allMatch(box -> pieces.get(box).look().bold());
    }

    private Grid with(Grid other) {
        return new Grid(
                pieces, Stream.concat(boxes.stream(), other.boxes.stream()).toList());
    }

    /** The piece at whose place in the order of drawing the grid is read: the first of its first row. */
    int first() {
        return Arrays.stream(slots[rows[0]])
                .filter(box -> box != FREE)
                .findFirst()
                .orElse(FREE);
    }

    int rows() {
        return rows.length;
    }

    int columns() {
        return slots[0].length;
    }

    /** The box that covers a slot; negative if none does. */
    int box(int row, int column) {
        return slots[rows[row]][column];
    }

    /** Whether a box, or a slot without one, begins here and not further left or up. */
    boolean begins(int row, int column) {
        int box = box(row, column);
        return box == FREE
                || (pieces.get(box).x() == xs[column] && pieces.get(box).y() == ys[rows[row]]);
    }

    int rowsOf(int box) {
        return index(ys, pieces.get(box).bottom()) - index(ys, pieces.get(box).y());
    }

    int columnsOf(int box) {
        return index(xs, pieces.get(box).right()) - index(xs, pieces.get(box).x());
    }

    /** The box that a piece stands in; negative if it stands in none. */
    int around(Piece piece) {
        int column = slot(xs, piece.x());
        int row = slot(ys, piece.y());
        int box = column < 0 || row < 0 ? FREE : slots[row][column];
        return box != FREE && pieces.get(box).holds(piece) ? box : FREE;
    }

    /** A box on top of another one is no cell: it stands in that one. */
    private void place(int box) {
        Piece piece = pieces.get(box);
        int left = index(xs, piece.x());
        int right = index(xs, piece.right());
        List<int[]> rows = Arrays.asList(slots).subList(index(ys, piece.y()), index(ys, piece.bottom()));
        boolean isFree =
                rows.stream().allMatch(row -> Arrays.stream(row, left, right).allMatch(slot -> slot == FREE));
        if (isFree) {
            rows.forEach(row -> Arrays.fill(row, left, right, box));
        }
    }

    private static int[] edges(Stream<Integer> all) {
        return all.mapToInt(Integer::intValue).sorted().distinct().toArray();
    }

    private static int index(int[] edges, int edge) {
        return Arrays.binarySearch(edges, edge);
    }

    /** The slot between two edges; negative outside of all. */
    private static int slot(int[] edges, int at) {
        int found = Arrays.binarySearch(edges, at);
        int slot = found < 0 ? -found - 2 : found;
        return slot < edges.length - 1 ? slot : FREE;
    }

    private static Collection<List<Integer>> touching(List<Piece> pieces, List<Integer> boxes) {
        Map<Integer, List<Integer>> byLeft = new HashMap<>();
        Map<Integer, List<Integer>> byTop = new HashMap<>();
        for (int box : boxes) {
            byLeft.computeIfAbsent(pieces.get(box).x(), x -> new ArrayList<>()).add(box);
            byTop.computeIfAbsent(pieces.get(box).y(), y -> new ArrayList<>()).add(box);
        }
        int[] leaders = IntStream.range(0, pieces.size()).toArray();
        for (int box : boxes) {
            Piece piece = pieces.get(box);
            byLeft.getOrDefault(piece.right(), List.of()).stream()
                    .filter(other -> !piece.isAboveOrBelow(pieces.get(other)))
                    .forEach(other -> join(leaders, box, other));
            byTop.getOrDefault(piece.bottom(), List.of()).stream()
                    .filter(other -> !piece.isBeside(pieces.get(other)))
                    .forEach(other -> join(leaders, box, other));
        }
        Map<Integer, List<Integer>> groups = new HashMap<>();
        boxes.forEach(box -> groups.computeIfAbsent(leader(leaders, box), any -> new ArrayList<>())
                .add(box));
        return groups.values();
    }

    private static void join(int[] leaders, int one, int other) {
        leaders[leader(leaders, one)] = leader(leaders, other);
    }

    private static int leader(int[] leaders, int box) {
        int leader = box;
        while (leaders[leader] != leader) {
            leaders[leader] = leaders[leaders[leader]];
            leader = leaders[leader];
        }
        return leader;
    }
}
