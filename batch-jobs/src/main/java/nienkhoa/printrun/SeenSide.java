package nienkhoa.printrun;

import java.util.Optional;

/**
 * What a scan shows of one side of a sheet.
 *
 * @param page of the scan, from 1
 * @param code empty if none could be read
 * @param quarterTurns clockwise, from how the side is read to how it lies in the picture: 0 to 3; 0 without a code
 * @param blank whether nothing is on it at all
 * @param part whether the picture shows the whole side
 */
public record SeenSide(int page, Optional<SheetCode> code, int quarterTurns, boolean blank, Part part) {

    /** What of a side a picture shows. Scanners for A4 take a sheet of A3 in two halves. */
    public enum Part {
        WHOLE,
        /** Only the corner with the upper code: nothing lies where the other one should. */
        UPPER,
        LOWER
    }

    /** A page without a code. */
    public static SeenSide without(int page, boolean blank) {
        return new SeenSide(page, Optional.empty(), 0, blank, Part.WHOLE);
    }

    /** Whether both are halves of one side. */
    boolean isOtherHalfOf(SeenSide half) {
        return part != Part.WHOLE && half.part != Part.WHOLE && part != half.part && code.equals(half.code);
    }
}
