package nienkhoa.printrun.scan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nienkhoa.printrun.SeenSide;
import nienkhoa.printrun.SheetCode;

/**
 * What was read from the picture of a page.
 *
 * @param page of the scan, from 1
 * @param code empty if none could be read
 * @param quarterTurns clockwise, from how the side is read to how it lies in the picture: 0 to 3; 0 without a code
 * @param blank whether nothing is on it at all
 */
public record ReadSide(int page, Optional<SheetCode> code, int quarterTurns, boolean blank) {

    private static final int WAYS = 4;

    private record Face(int bundle, SheetCode.Side side) {

        static Face of(SheetCode code) {
            return new Face(code.bundle(), code.side());
        }
    }

    /**
     * Judges which sides lie the wrong way round: otherwise than most fronts, or backs, of their bundle. A whole stack that
     * was scanned upside down, or lying crosswise, is not wrong. Where half lies so and half so, what can be read is right.
     */
    public static List<SeenSide> judge(List<ReadSide> sides) {
        Map<Face, int[]> counts = new HashMap<>();
        for (ReadSide side : sides) {
            side.code.ifPresent(
                    code -> counts.computeIfAbsent(Face.of(code), face -> new int[WAYS])[side.quarterTurns]++);
        }
        List<SeenSide> seen = new ArrayList<>();
        for (ReadSide side : sides) {
            boolean turned = side.code
                    .map(code -> usual(counts.getOrDefault(Face.of(code), new int[WAYS])) != side.quarterTurns)
                    .orElse(false);
            seen.add(new SeenSide(side.page, side.code, turned, side.blank));
        }
        return seen;
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
