package nienkhoa.app;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import nienkhoa.archive.search.RecordSearch;
import nienkhoa.archive.search.RecordSearch.Code;
import nienkhoa.intake.Dates;
import nienkhoa.intake.PersonKey;
import nienkhoa.model.StudentId;

/**
 * A student whom somebody asks for, by codes, or by name and birth date.
 *
 * @param row of a list, from 1; 0 for one asked for on the command line
 * @param codes counted first; names are looked at only if there are none
 * @param names cells that may be a name, as the register compares names; the birth date tells which of them is one
 * @param birthDate empty = any
 */
record WantedChild(int row, List<AskedCode> codes, List<String> names, String birthDate) {

    private static final int IDENTITY_DIGITS = 12;
    private static final int MOET_DIGITS = 10;

    /** A code as it was read. */
    record AskedCode(Code kind, String value) {}

    /** What the cells of a row, in any order, say of one student; empty if nothing by which one could be found. */
    static Optional<WantedChild> of(int row, List<String> cells) {
        List<AskedCode> codes =
                cells.stream().flatMap(cell -> code(cell).stream()).toList();
        Optional<LocalDate> born =
                cells.stream().flatMap(cell -> Dates.written(cell).stream()).findFirst();
        List<String> names = cells.stream()
                .filter(cell -> cell.matches("\\p{L}[\\p{L}\\p{M}'’. -]* [\\p{L}\\p{M}'’. -]*\\p{L}\\p{M}*"))
                .map(cell -> PersonKey.of(cell, null).name())
                .toList();
        boolean enough = !codes.isEmpty() || (!names.isEmpty() && (row == 0 || born.isPresent()));
        return enough
                ? Optional.of(new WantedChild(
                        row, codes, names, born.map(LocalDate::toString).orElse("")))
                : Optional.empty();
    }

    /** The words of a command line: {@code 031214000123}, {@code Nguyễn Văn An 12/05/2014}. */
    static Optional<WantedChild> of(String term) {
        int last = term.strip().lastIndexOf(' ');
        boolean dated =
                last > 0 && Dates.written(term.strip().substring(last + 1)).isPresent();
        return of(
                0,
                dated
                        ? List.of(
                                term.strip().substring(0, last).strip(),
                                term.strip().substring(last + 1))
                        : List.of(term.strip()));
    }

    /** Spreadsheets drop the zero that an identity number begins with. */
    private static Optional<AskedCode> code(String cell) {
        if (cell.matches("\\d{" + (IDENTITY_DIGITS - 1) + "," + IDENTITY_DIGITS + "}")) {
            return Optional.of(new AskedCode(Code.IDENTITY, "0".repeat(IDENTITY_DIGITS - cell.length()) + cell));
        }
        if (cell.matches("\\d{" + MOET_DIGITS + "}")) {
            return Optional.of(new AskedCode(Code.MOET, cell));
        }
        if (cell.matches("[0-9A-Za-z]+/[^/\\s]+") && Dates.written(cell).isEmpty()) {
            return Optional.of(new AskedCode(Code.LOCAL, cell));
        }
        try {
            return Optional.of(new AskedCode(Code.ID, new StudentId(cell).value()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The ids of all whom this may mean; several for namesakes. */
    List<String> ids(RecordSearch search) {
        TreeSet<String> ids = new TreeSet<>();
        for (AskedCode code : codes) {
            ids.addAll(search.byCode(code.kind(), code.value()));
        }
        if (codes.isEmpty()) {
            names.forEach(name -> ids.addAll(search.byName(name, birthDate)));
        }
        return new ArrayList<>(ids);
    }
}
