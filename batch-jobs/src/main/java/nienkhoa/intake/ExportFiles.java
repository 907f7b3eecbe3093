package nienkhoa.intake;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import nienkhoa.model.Finding;
import nienkhoa.model.Finding.Place;
import nienkhoa.model.Finding.Severity;
import nienkhoa.model.StudentId;
import org.jspecify.annotations.Nullable;

/** What intake remembers about the files and sheets of an export: little for each, nothing for a row. */
final class ExportFiles {

    private final TakenExport export;
    private final FindingCollector findings;
    private final RejectedStudents rejectedStudents;
    private final Set<Integer> filesWithRows = ConcurrentHashMap.newKeySet();
    private final Map<Long, NavigableMap<Integer, SheetPlace>> sheets = new ConcurrentHashMap<>();
    private final Sightings sightings = new Sightings();
    private final Set<Integer> unreadable = ConcurrentHashMap.newKeySet();
    private final AtomicLong rows = new AtomicLong();
    private final AtomicLong rejectedRows = new AtomicLong();
    private final AtomicLong unknownColumns = new AtomicLong();
    private final AtomicLong workbooks = new AtomicLong();

    ExportFiles(TakenExport export, FindingCollector findings, RejectedStudents rejectedStudents) {
        this.export = export;
        this.findings = findings;
        this.rejectedStudents = rejectedStudents;
    }

    String path(int file) {
        return export.files().get(file).path();
    }

    void workbook() {
        workbooks.incrementAndGet();
    }

    /** A table begins in a sheet, at the row of its header; the same table on a new page is no other one. */
    void sheet(int file, int sheet, int headerFrom, SheetPlace place) {
        NavigableMap<Integer, SheetPlace> tables =
                sheets.computeIfAbsent(key(file, sheet), none -> new ConcurrentSkipListMap<>());
        Map.Entry<Integer, SheetPlace> above = tables.lastEntry();
        if (above == null || !above.getValue().shape().equals(place.shape())) {
            tables.put(headerFrom, place);
            unknownColumns.addAndGet(place.shape().unknown());
        }
    }

    /** What was seen of the headers of sheets. */
    Sightings sightings() {
        return sightings;
    }

    private static long key(int file, int sheet) {
        return (long) file << 32 | sheet;
    }

    void unreadable(int file) {
        unreadable.add(file);
    }

    /** Whether a file broke off while it was read, so that its rows do not count. */
    boolean isUnreadable(int file) {
        return unreadable.contains(file);
    }

    /** A row was read; {@code reasons} are the findings about it, also such as do not reject it. */
    void row(Fact fact, List<Finding> reasons) {
        rows.incrementAndGet();
        if (fact.value("schoolCode").isEmpty()) {
            filesWithRows.add(fact.file());
        }
        reasons.forEach(findings::add);
        if (fact.rejected()) {
            rejectedRows.incrementAndGet();
            reasons.stream()
                    .filter(reason -> reason.severity() == Severity.REJECT)
                    .forEach(reason -> rejectedStudents.add(fact.kind(), fact.schoolYear(), fact.row(), reason));
        }
    }

    /** Files that gave at least one row that does not name its school itself. */
    Set<Integer> filesWithRows() {
        return new TreeSet<>(filesWithRows);
    }

    /** Rejects a row that had been accepted, with its reason. */
    void reject(Fact fact, String code, String field, String value, String... args) {
        rejectedRows.incrementAndGet();
        tell(Severity.REJECT, fact, code, field, value, args);
    }

    /** Rejects a row whose file has the finding. */
    void rejectWithFile() {
        rejectedRows.incrementAndGet();
    }

    void warn(Fact fact, String code, String field, String value, String... args) {
        tell(Severity.WARN, fact, code, field, value, args);
    }

    /** A finding about a whole sheet, that is, about a class. */
    void warnOfClass(Fact oneOfIts, String code, String... args) {
        Place place = place(oneOfIts, "");
        Place sheet = new Place(place.file(), place.sheet(), "", "");
        findings.add(new Finding(code, Severity.WARN, sheet, "", List.of(args)));
    }

    private void tell(Severity severity, Fact fact, String code, String field, String value, String... args) {
        Finding finding = new Finding(code, severity, place(fact, field), value, List.of(args));
        findings.add(finding);
        if (severity == Severity.REJECT) {
            rejectedStudents.add(fact.kind(), fact.schoolYear(), fact.row(), finding);
        }
    }

    Place place(Fact fact, String field) {
        String subject = fact.moetCode().isEmpty()
                ? ""
                : StudentId.ofMoetCode(fact.moetCode()).value();
        Map.Entry<Integer, SheetPlace> table = table(fact);
        return table == null
                ? new Place(path(fact.file()), "", "", subject)
                : table.getValue().cell(field, fact.row(), subject);
    }

    /** The table in which a row lies; null for a photo. */
    private Map.@Nullable Entry<Integer, SheetPlace> table(Fact fact) {
        NavigableMap<Integer, SheetPlace> tables = sheets.get(key(fact.file(), fact.sheet()));
        return tables == null ? null : tables.floorEntry(fact.row());
    }

    /** Whether the row's sheet has a column for a field. */
    boolean hasColumn(Fact fact, String field) {
        Map.Entry<Integer, SheetPlace> table = table(fact);
        return table != null && table.getValue().shape().indexOf(field) >= 0;
    }

    /** File, sheet and cell in one text, to name a row inside the sentence about another one. */
    String at(Fact fact, String field) {
        Place place = place(fact, field);
        return Optional.of(place.sheet())
                        .filter(sheet -> !sheet.isEmpty())
                        .map(sheet -> "[" + sheet + "] ")
                        .orElse("") + place.cell() + " (" + place.file() + ")";
    }

    long workbooks() {
        return workbooks.get();
    }

    long sheets() {
        return sheets.size();
    }

    long rows() {
        return rows.get();
    }

    long rejectedRows() {
        return rejectedRows.get();
    }

    long unknownColumns() {
        return unknownColumns.get();
    }
}
