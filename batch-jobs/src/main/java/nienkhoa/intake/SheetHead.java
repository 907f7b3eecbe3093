package nienkhoa.intake;

/**
 * How the head of a recognised sheet lies, so that it can be copied.
 *
 * @param headerFrom number of the header's first row
 * @param dataFrom number of the first row after the header
 * @param originColumn from 0; -1 if the sheet is no copy of rejected rows
 */
record SheetHead(SheetContext context, int headerFrom, int dataFrom, int originColumn) {

    Origin.Titles titles() {
        return new Origin.Titles(
                context.schoolYear(),
                context.className().orElse(""),
                context.time().orElse(""),
                context.subject().orElse(""));
    }
}
