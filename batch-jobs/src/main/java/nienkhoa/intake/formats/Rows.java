package nienkhoa.intake.formats;

import java.util.Optional;
import nienkhoa.intake.RawRow;
import nienkhoa.intake.Workbooks.RowVisitor;
import nienkhoa.intake.Workbooks.UnreadableWorkbook;
import org.apache.poi.EncryptedDocumentException;

/** The rows of one sheet, one after the other. */
interface Rows {

    /** The next row that holds something; empty after the last. */
    Optional<RawRow> next() throws Exception;

    /** Shows rows until there are no more or no more are wanted. */
    static void show(Rows rows, RowVisitor visitor) throws UnreadableWorkbook {
        Optional<RawRow> row = guard(rows::next);
        while (row.isPresent() && visitor.row(row.get())) {
            row = guard(rows::next);
        }
        visitor.end();
    }

    /**
     * Takes a step inside a library that reads somebody's file.
     *
     * <p>Quirk: every one of these libraries answers damaged files with exceptions of many kinds, unchecked ones too, so
     * all are the file's fault here. The visitor's own exceptions never pass through.
     */
    static <T> T guard(Step<T> step) throws UnreadableWorkbook {
        try {
            return step.take();
        } catch (UnreadableWorkbook e) {
            throw e;
        } catch (Exception | StackOverflowError e) {
            UnreadableWorkbook unreadable = new UnreadableWorkbook(code(e), String.valueOf(e.getMessage()));
            unreadable.initCause(e);
            throw unreadable;
        }
    }

    private static String code(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < 10; depth++) {
            if (cause instanceof TooLarge tooLarge) {
                return tooLarge.code();
            }
            if (cause instanceof EncryptedDocumentException) {
                return "I017_PASSWORD_PROTECTED";
            }
            cause = cause.getCause();
        }
        return "I001_UNREADABLE_WORKBOOK";
    }

    /** Something that can fail in any way. */
    interface Step<T> {
        T take() throws Exception;
    }
}
