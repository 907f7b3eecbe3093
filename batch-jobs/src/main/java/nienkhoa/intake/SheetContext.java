package nienkhoa.intake;

import java.util.Optional;

/**
 * What is known about a sheet before its rows are read.
 *
 * @param file number of the file in the manifest
 * @param sheet number of the sheet in its workbook
 * @param schoolYear first calendar year; 0 if the rows say it themselves
 * @param className empty if the rows say it themselves
 * @param time assessment time; empty if the rows say it themselves
 * @param semester {@code 1}, {@code 2} or {@code YEAR}; empty if the layout does not ask for it
 */
record SheetContext(
        SheetPlace place,
        int file,
        int sheet,
        boolean dates1904,
        int schoolYear,
        Optional<String> className,
        Optional<String> time,
        Optional<String> subject,
        Optional<String> semester) {

    boolean ofSchool() {
        return place.shape().sheet().kind().isOfSchool();
    }
}
