package nienkhoa.printrun;

import java.util.Optional;

/**
 * What a scan shows of one side of a sheet.
 *
 * @param page of the scan, from 1
 * @param code empty if none could be read
 * @param turned whether it lies another way round than most sides of its bundle do; false without a code
 * @param blank whether nothing is on it at all
 */
public record SeenSide(int page, Optional<SheetCode> code, boolean turned, boolean blank) {}
