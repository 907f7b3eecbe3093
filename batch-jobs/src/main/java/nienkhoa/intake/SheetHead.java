package nienkhoa.intake;

/**
 * How the head of a recognised sheet lies, so that it can be copied.
 *
 * @param titlesFrom number of the first row that belongs to the head
 * @param headerFrom number of the header's first row
 * @param dataFrom number of the first row after the header
 * @param originColumn from 0; -1 if the sheet is no copy of rejected rows
 */
record SheetHead(SheetContext context, int titlesFrom, int headerFrom, int dataFrom, int originColumn) {

    Origin.Titles titles() {
        return new Origin.Titles(
                context.schoolYear(),
                context.className().orElse(""),
                context.time().orElse(""),
                context.subject().orElse(""),
                context.semester().orElse(""));
    }

    boolean isInSheetOf(SheetHead other) {
        return context.file() == other.context.file() && context.sheet() == other.context.sheet();
    }

    /** Whether the other head is this one again, on a new page of the same sheet. */
    boolean isOfSameTable(SheetHead other) {
        return context.place().shape().equals(other.context.place().shape()) && titles().equals(other.titles());
    }
}
