package nienkhoa.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nienkhoa.intake.Dates;
import nienkhoa.intake.RawRow;
import nienkhoa.intake.Workbooks.RowVisitor;
import nienkhoa.intake.Workbooks.SheetVisitor;
import nienkhoa.intake.Workbooks.UnreadableWorkbook;
import nienkhoa.intake.formats.FileWorkbooks;

/**
 * Reads the students whom a list names: a table of any kind, its columns in any order. What a cell is about is told by
 * what it holds, so no header is needed.
 *
 * @param wanted in their order
 * @param unread numbers of the rows after the first student in which nobody was recognised
 */
record WantedList(List<WantedChild> wanted, List<Integer> unread) {

    /** @throws Problem if the file is none, or nobody is in it */
    static WantedList read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw Problem.wrongUse("S290_NO_LIST", file.toString());
        }
        WantedList list = new WantedList(new ArrayList<>(), new ArrayList<>());
        try {
            new FileWorkbooks().read(file, (SheetVisitor) (index, name, dates1904) -> list.rows(dates1904));
        } catch (UnreadableWorkbook e) {
            throw Problem.wrongUse("S291_LIST_UNREADABLE", file.toString(), e.code());
        }
        if (list.wanted.isEmpty()) {
            throw Problem.wrongUse("S292_NOBODY_IN_LIST", file.toString());
        }
        return list;
    }

    private RowVisitor rows(boolean dates1904) {
        return new RowVisitor() {
            @Override
            public boolean row(RawRow row) {
                take(row, dates1904);
                return true;
            }

            @Override
            public void end() {
                // every row was taken when it came
            }
        };
    }

    private void take(RawRow row, boolean dates1904) {
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < row.size(); column++) {
            String text = row.text(column).strip();
            cells.add(text);
            if (row.isNumber(column)) {
                Dates.serial(text, dates1904)
                        .filter(day -> day.getYear() >= 1990)
                        .map(LocalDate::toString)
                        .ifPresent(cells::add);
            }
        }
        WantedChild.of(row.number(), cells).ifPresentOrElse(wanted::add, () -> {
            if (!wanted.isEmpty() && !row.isBlank()) {
                unread.add(row.number());
            }
        });
    }
}
