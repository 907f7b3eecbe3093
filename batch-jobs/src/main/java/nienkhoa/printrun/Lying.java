package nienkhoa.printrun;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nienkhoa.printrun.SheetCode.Side;

/**
 * Which way round the sides of a stack lie. A whole stack that was scanned upside down, or lying crosswise, is not wrong;
 * where half lies so and half so, what can be read is right.
 */
final class Lying {

    private static final int WAYS = 4;

    private final Map<Face, int[]> counts = new HashMap<>();

    private record Face(int bundle, Side side) {}

    Lying(List<SeenSide> seen) {
        for (SeenSide side : seen) {
            side.code().ifPresent(code -> ways(code.bundle(), code.side())[side.quarterTurns()]++);
        }
    }

    private int[] ways(int bundle, Side side) {
        return counts.computeIfAbsent(new Face(bundle, side), face -> new int[WAYS]);
    }

    /** Whether a side lies otherwise than most fronts, or backs, of its bundle. */
    boolean turned(SeenSide side) {
        return side.code()
                .map(code -> usual(ways(code.bundle(), code.side())) != side.quarterTurns())
                .orElse(false);
    }

    /**
     * Whether the backs of a bundle stand on their heads while its fronts do not, nearly all of them. Of a stack that lies
     * crosswise nothing can be told: there scanners show the backs of well printed sheets so.
     *
     * @param least so many fronts and backs have to be seen
     */
    boolean backsOnTheirHeads(int bundle, int least) {
        int[] fronts = ways(bundle, Side.A);
        int[] backs = ways(bundle, Side.B);
        int front = usual(fronts);
        return front % 2 == 0 && most(fronts, front, least) && most(backs, (front + 2) % WAYS, least);
    }

    private static boolean most(int[] counts, int way, int least) {
        int all = 0;
        for (int count : counts) {
            all += count;
        }
        return counts[way] >= least && counts[way] * 4 >= all * 3;
    }

    private static int usual(int[] counts) {
        int usual = 0;
        for (int way = 1; way < WAYS; way++) {
            if (counts[way] > counts[usual]) {
                usual = way;
            }
        }
        return usual;
    }
}
