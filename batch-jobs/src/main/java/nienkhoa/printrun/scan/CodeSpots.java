package nienkhoa.printrun.scan;

import java.awt.Rectangle;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** Finds where on a page a code may be: dense, about square, of a code's size. */
final class CodeSpots {

    /** Cells along the long edge: 0.8 mm on A4, 1.2 mm on A3, less than what lies between a code and the form. */
    private static final int CELLS = 350;

    /** Least and greatest edge of a code, turned by up to 10 degrees, as a share of the long edge of A3 or A4. */
    private static final double LEAST = 0.017;

    private static final double MOST = 0.068;

    /** Of what a code turned by 10 degrees stands in, so much is filled. */
    private static final double FILLED = 0.45;

    /** A code is one of those nearest to a corner; a page full of grain has thousands. */
    private static final int MOST_SPOTS = 40;

    private final boolean[][] dark;
    private final int cell;

    private CodeSpots(boolean[][] dark, int cell) {
        this.dark = dark;
        this.cell = cell;
    }

    /** The likeliest first: those next to a corner of the page. */
    static List<Rectangle> in(Grey page) {
        int cell = Math.max(2, Math.max(page.width(), page.height()) / CELLS);
        boolean[][] dark = new boolean[page.height() / cell][page.width() / cell];
        for (int y = 0; y < dark.length; y++) {
            for (int x = 0; x < dark[y].length; x++) {
                dark[y][x] = page.darkShare(x * cell, y * cell, cell) > 0.25;
            }
        }
        List<Rectangle> spots = new CodeSpots(dark, cell).spots(Math.max(page.width(), page.height()));
        spots.sort(Comparator.comparingDouble(spot -> toCorner(spot, page)));
        return spots.subList(0, Math.min(MOST_SPOTS, spots.size()));
    }

    private static double toCorner(Rectangle spot, Grey page) {
        double x = Math.min(spot.getCenterX(), page.width() - spot.getCenterX());
        double y = Math.min(spot.getCenterY(), page.height() - spot.getCenterY());
        return x + y;
    }

    private List<Rectangle> spots(int longEdge) {
        List<Rectangle> spots = new ArrayList<>();
        for (int y = 0; y < dark.length; y++) {
            for (int x = 0; x < dark[y].length; x++) {
                if (dark[y][x]) {
                    Blob found = blob(x, y);
                    Rectangle blob = found.place();
                    int least = Math.min(blob.width, blob.height) * cell;
                    int most = Math.max(blob.width, blob.height) * cell;
                    if (least >= LEAST * longEdge && most <= MOST * longEdge && most <= 1.5 * least && found.filled()) {
                        spots.add(new Rectangle(blob.x * cell, blob.y * cell, blob.width * cell, blob.height * cell));
                    }
                }
            }
        }
        return spots;
    }

    private record Blob(Rectangle place, int cells) {

        boolean filled() {
            return cells >= FILLED * place.width * place.height;
        }
    }

    /** Takes the cells that hang together out of the picture. */
    private Blob blob(int startX, int startY) {
        int cells = 0;
        Rectangle blob = new Rectangle(startX, startY, 1, 1);
        Deque<int[]> open = new ArrayDeque<>();
        open.push(new int[] {startX, startY});
        dark[startY][startX] = false;
        while (!open.isEmpty()) {
            int[] at = open.pop();
            cells++;
            blob.add(new Rectangle(at[0], at[1], 1, 1));
            for (int y = Math.max(0, at[1] - 1); y <= Math.min(dark.length - 1, at[1] + 1); y++) {
                for (int x = Math.max(0, at[0] - 1); x <= Math.min(dark[y].length - 1, at[0] + 1); x++) {
                    if (dark[y][x]) {
                        dark[y][x] = false;
                        open.push(new int[] {x, y});
                    }
                }
            }
        }
        return new Blob(blob, cells);
    }
}
