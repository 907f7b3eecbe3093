package nienkhoa.intake;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import nienkhoa.intake.evidence.YearObserver;
import nienkhoa.model.Finding;
import nienkhoa.model.Finding.Place;
import nienkhoa.model.Finding.Severity;
import org.jspecify.annotations.Nullable;

/** What intake remembers about the files and sheets of an export: little for each, nothing for a row. */
final class ExportFiles {

    private final TakenExport export;
    private final int ownFrom;
    private final FindingCollector findings;
    private final RejectedStudents rejectedStudents;
    private final Set<Integer> filesWithRows = ConcurrentHashMap.newKeySet();
    private final Map<Integer, NavigableMap<String, Place>> schools = new ConcurrentHashMap<>();
    private final Map<Long, NavigableMap<Integer, SheetPlace>> sheets = new ConcurrentHashMap<>();
    private final Map<Long, NavigableMap<Integer, SheetHead>> heads = new ConcurrentHashMap<>();
    private final Sightings sightings = new Sightings();
    private final Set<Integer> corrected = ConcurrentHashMap.newKeySet();
    private final Set<Integer> unreadable = ConcurrentHashMap.newKeySet();
    private final Set<Integer> ofUnknownSchools = ConcurrentHashMap.newKeySet();
    private final PhotoLooks photos = new PhotoLooks();
    private final AtomicLong rows = new AtomicLong();
    private final AtomicLong rejectedRows = new AtomicLong();
    private final AtomicLong unknownColumns = new AtomicLong();
    private final AtomicLong workbooks = new AtomicLong();
    private final YearObserver evidence = new YearObserver();
    private final Map<ChangeRule, Long> changes = new ConcurrentHashMap<>();

    ExportFiles(TakenExport export, FindingCollector findings, RejectedStudents rejectedStudents) {
        this.export = export;
        this.ownFrom = export.ownFrom();
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

    /** A table whose rows are about to be read; the same table on a new page is no other one. */
    void opened(SheetHead head) {
        NavigableMap<Integer, SheetHead> tables = heads.computeIfAbsent(
                key(head.context().file(), head.context().sheet()), none -> new ConcurrentSkipListMap<>());
        Map.Entry<Integer, SheetHead> above = tables.lastEntry();
        if (above == null || !above.getValue().isOfSameTable(head)) {
            tables.put(head.headerFrom(), head);
        }
        if (head.originColumn() >= 0) {
            corrected.add(head.context().file());
        }
    }

    /** All tables whose rows were read, by file, sheet and row. */
    List<SheetHead> heads() {
        return heads.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(sheet -> sheet.getValue().values().stream())
                .toList();
    }

    /** Files in which copies of rejected rows were found. */
    Set<Integer> corrected() {
        return new TreeSet<>(corrected);
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

    /** What the rows read so far say about the school year they are of. */
    YearObserver evidence() {
        return evidence;
    }

    /** A row was read; {@code reasons} are the findings about it, also such as do not reject it. */
    void row(Fact fact, List<Finding> reasons) {
        if (fact.file() < ownFrom) {
            return;
        }
        rows.incrementAndGet();
        RowEvidence.gather(fact, evidence);
        nameSchool(fact);
        reasons.forEach(findings::add);
        fact.changes().forEach(change -> changes.merge(change.rule(), 1L, Long::sum));
        if (fact.rejected()) {
            rejectedRows.incrementAndGet();
            reasons.stream()
                    .filter(reason -> reason.severity() == Severity.REJECT)
                    .forEach(reason -> rejectedStudents.add(fact.kind(), fact.schoolYear(), fact.row(), reason));
        }
    }

    private void nameSchool(Fact fact) {
        String code = fact.value("schoolCode");
        if (!code.isEmpty()) {
            schools.computeIfAbsent(fact.file(), file -> new ConcurrentSkipListMap<>())
                    .computeIfAbsent(code, first -> place(fact, "schoolCode"));
        } else if (fact.schoolCode().isEmpty()) {
            filesWithRows.add(fact.file());
        }
    }

    /** Files with rows that name their school themselves. */
    Set<Integer> filesNamingSchools() {
        return new TreeSet<>(schools.keySet());
    }

    /** The codes of schools that rows of a file name, each with its first cell. */
    NavigableMap<String, Place> namedSchools(int file) {
        return schools.getOrDefault(file, Collections.emptyNavigableMap());
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

    /** Rows that are joined with the corrected ones of a supplement. */
    void rowsJoinedToo(long count) {
        rows.addAndGet(count);
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
        String subject = fact.studentId();
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

    /** Files whose rows do not count. */
    Set<Integer> unreadable() {
        return new TreeSet<>(unreadable);
    }

    /** Some rows of these files are of nobody knows which school. */
    void ofUnknownSchools(Set<Integer> some) {
        ofUnknownSchools.addAll(some);
    }

    /** Files of whose rows some or all do not count. */
    Set<Integer> notWhole() {
        Set<Integer> files = new TreeSet<>(unreadable);
        files.addAll(ofUnknownSchools);
        return files;
    }

    /** As {@link #at(Fact, String)}, for a whole row. */
    String at(int file, int sheet, int row) {
        NavigableMap<Integer, SheetPlace> tables = sheets.get(key(file, sheet));
        return (tables == null ? "" : "[" + tables.firstEntry().getValue().sheet() + "] ") + (row == 0 ? "" : row + " ")
                + "(" + path(file) + ")";
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

    PhotoLooks photos() {
        return photos;
    }

    Map<ChangeRule, Long> changes() {
        return new TreeMap<>(changes);
    }

    long unknownColumns() {
        return unknownColumns.get();
    }
}
