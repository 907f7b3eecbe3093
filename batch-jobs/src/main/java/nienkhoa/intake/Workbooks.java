package nienkhoa.intake;

import java.nio.file.Path;

/** Reads workbooks sheet by sheet and row by row, in little memory however long they are. */
public interface Workbooks {

    /**
     * Whether the file is one for {@link #read}, or looks like a workbook that can only be refused; false for pictures,
     * texts and other files.
     */
    boolean looksLikeWorkbook(Path file);

    /**
     * Shows every sheet to the visitor.
     *
     * @throws UnreadableWorkbook if the file is no workbook, damaged, locked or too large; rows may have been shown
     */
    void read(Path file, SheetVisitor visitor) throws UnreadableWorkbook;

    /** Takes the sheets of one workbook. */
    interface SheetVisitor {

        /**
         * @param index from 0
         * @param dates1904 whether the days of numbers count from 1904 (old Macintosh workbooks)
         */
        RowVisitor sheet(int index, String name, boolean dates1904);

        /** Hears the code of a warning about the whole file, such as that its macros are not looked at. */
        default void notice(String code) {}
    }

    /** Takes the rows of one sheet. */
    interface RowVisitor {

        /** @return whether more rows are wanted */
        boolean row(RawRow row);

        /** After the last row. */
        void end();
    }

    /** A workbook cannot be read; the finding's code says why. */
    final class UnreadableWorkbook extends Exception {

        private final String code;

        public UnreadableWorkbook(String code, String reason) {
            super(reason);
            this.code = code;
        }

        /** {@code I001_UNREADABLE_WORKBOOK} and its like. */
        public String code() {
            return code;
        }
    }
}
