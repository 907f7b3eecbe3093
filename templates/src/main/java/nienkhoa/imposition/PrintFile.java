package nienkhoa.imposition;

/**
 * A document to be printed.
 *
 * @param name how a person finds it
 * @param pdf handed over, not copied
 */
@SuppressWarnings("ArrayRecordComponent")
public record PrintFile(String name, byte[] pdf) {}
