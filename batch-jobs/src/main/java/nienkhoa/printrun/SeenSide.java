package nienkhoa.printrun;

import java.util.Optional;

/**
 * What a scan shows of one side of a sheet.
 *
 * @param page of the scan, from 1
 * @param code empty if none could be read
 * @param quarterTurns clockwise, from how the side is read to how it lies in the picture: 0 to 3; 0 without a code
 * @param blank whether nothing is on it at all
 */
public record SeenSide(int page, Optional<SheetCode> code, int quarterTurns, boolean blank) {}
