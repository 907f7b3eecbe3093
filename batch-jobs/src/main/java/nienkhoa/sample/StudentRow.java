package nienkhoa.sample;

import java.util.ArrayList;
import java.util.List;
import nienkhoa.sample.ExpectedFinding.Place;
import org.apache.poi.ss.util.CellReference;

/** A row about a student while a defect is planted in it, and what intake has to say about it. */
final class StudentRow {

    private static final int NO_YEAR = 0;

    final RowKind kind;
    private final Sheet sheet;
    private final int number;
    private final Object[] cells;
    private final List<Told> told = new ArrayList<>();
    private String code;
    private int year;
    private boolean rejected;
    private boolean second;
    private boolean bornElsewhen;

    /** @param labels the header's, by column, the lowest of each; empty for a column without any */
    record Sheet(String file, String name, List<String> labels) {}

    /** A finding that intake has to make about the row. */
    record Told(String code, boolean reject, Place place) {}

    /**
     * @param year first calendar year of the school year; meaningless for registry lines and photos
     * @param code the ministry's, which is in the row
     * @param number of the row from 1; 0 for a photo
     */
    StudentRow(RowKind kind, int year, String code, Sheet sheet, int number, Object... cells) {
        this.kind = kind;
        this.year = year;
        this.code = code;
        this.sheet = sheet;
        this.number = number;
        this.cells = cells;
    }

    Object[] cells() {
        return cells.clone();
    }

    String sheet() {
        return sheet.name();
    }

    int number() {
        return number;
    }

    String file() {
        return sheet.file();
    }

    int year() {
        return year;
    }

    /** The ministry's code that intake can read in the row; empty if there is none. */
    String code() {
        return code;
    }

    /** The row has no code that can be read, but another number that leads to one. */
    StudentRow knownBy(String otherCode) {
        code = otherCode;
        return this;
    }

    /** The class list has another birth date than the other files. */
    StudentRow bornElsewhen() {
        bornElsewhen = true;
        return this;
    }

    boolean isBornElsewhen() {
        return bornElsewhen;
    }

    boolean has(String label) {
        return sheet.labels().contains(label);
    }

    /** Whether nothing is wrong with the row itself and nothing else has been found wrong with it. */
    boolean stands() {
        return !rejected && !second;
    }

    /** Whether the row was refused while it was read, so that it explains what becomes of others. */
    boolean isRefusedByItself() {
        return rejected && !second;
    }

    String text(String label) {
        return String.valueOf(cells[column(label)]);
    }

    /** Writes over the cell in the first column with this label. */
    StudentRow put(String label, Object value) {
        cells[column(label)] = value;
        if (label.equals(kind.code)) {
            code = String.valueOf(value).matches("\\d{10}") ? String.valueOf(value) : "";
        }
        return this;
    }

    StudentRow reject(String finding, String label) {
        rejected = true;
        told.add(new Told(finding, true, place(label)));
        return this;
    }

    /** Rejects the row for its code. */
    StudentRow reject(String finding) {
        return reject(finding, kind.code);
    }

    StudentRow warn(String finding, String label) {
        told.add(new Told(finding, false, place(label)));
        return this;
    }

    /** The row names no year that intake can read. */
    StudentRow withoutYear() {
        year = NO_YEAR;
        return this;
    }

    /** The same once more, in the row below. */
    StudentRow again() {
        StudentRow again = new StudentRow(kind, year, code, sheet, number + 1, cells());
        again.second = true;
        return again;
    }

    List<Told> told() {
        return List.copyOf(told);
    }

    private Place place(String label) {
        String cell = number == 0 ? "" : CellReference.convertNumToColString(column(label)) + number;
        return new Place(sheet.file(), sheet.name(), cell);
    }

    private int column(String label) {
        int column = sheet.labels().indexOf(label);
        if (column < 0) {
            throw new IllegalStateException("no column " + label + " in " + sheet.file());
        }
        return column;
    }
}
