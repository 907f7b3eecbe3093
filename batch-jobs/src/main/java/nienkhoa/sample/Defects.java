package nienkhoa.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nienkhoa.sample.DefectKind.InFile;
import nienkhoa.sample.DefectKind.InPhoto;
import nienkhoa.sample.DefectKind.InSheet;
import nienkhoa.sample.DefectKind.SharedPhoto;
import nienkhoa.sample.DefectKind.Stray;
import nienkhoa.sample.DefectKind.Warned;
import nienkhoa.sample.ExpectedFinding.Place;

/** The defects of one school: planted while its files are written, each on a victim of its own. */
final class Defects {

    private static final String IDENTITY = "Số định danh cá nhân";

    private final String school;
    private final Map<Integer, Victim> victims = new HashMap<>();
    private final Map<String, InSheet> sheets = new HashMap<>();
    private final Map<String, WarnedSheet> warned = new HashMap<>();
    private final Map<String, InFile> files = new HashMap<>();
    private final Map<Integer, Stray> strays = new HashMap<>();
    private final List<ExpectedFinding> expected = new ArrayList<>();

    /** @param school its folder in the export */
    Defects(String school) {
        this.school = school;
    }

    /** For each student of the victim, who may be two. */
    void add(Victim victim) {
        victim.lives().forEach(life -> victims.put(life.serial(), victim));
    }

    /** @return false if the sheet is taken; files are named by their path in the school's folder */
    boolean add(String file, InSheet kind) {
        return isFree(file, kind.sheet()) && sheets.put(file + "/" + kind.sheet(), kind) == null;
    }

    /** @return false if the sheet is taken, or the school has the kind: intake tells equal headers of a school once */
    boolean add(String file, Warned kind) {
        return isFree(file, kind.sheet())
                && warned.values().stream().noneMatch(sheet -> sheet.kind().equals(kind))
                && warned.put(file + "/" + kind.sheet(), new WarnedSheet(kind, school + "/" + file)) == null;
    }

    private boolean isFree(String file, String sheet) {
        return !sheets.containsKey(file + "/" + sheet) && !warned.containsKey(file + "/" + sheet);
    }

    boolean add(String file, InFile kind) {
        return files.putIfAbsent(file, kind) == null;
    }

    /** @param number unique in the district */
    void add(int number, Stray kind) {
        strays.put(number, kind);
    }

    /** Rows to write in place of a row, which is among them. */
    List<StudentRow> rows(Life life, Function<String, StudentRow> row) {
        Victim victim = victims.get(life.serial());
        return victim == null ? List.of(row.apply("")) : victim.rows(life, row.apply(school + "/"));
    }

    /** What becomes of a title or a header label. */
    String text(String file, String sheet, String text) {
        InSheet kind = sheets.get(file + "/" + sheet);
        return kind == null ? text : kind.text().apply(text);
    }

    /** As {@link #text}, in a column from 0 and above the row with a number from 1. */
    String text(String file, String sheet, String text, int column, int nextRow) {
        WarnedSheet kind = warned.get(file + "/" + sheet);
        return kind == null ? text(file, sheet, text) : kind.text(text, column, nextRow);
    }

    /** Told when a workbook lies on the disk. */
    void written(String file, Path path) throws IOException {
        InFile kind = files.get(file);
        if (kind != null) {
            kind.plant().plant(path);
        }
    }

    /** Told when a photo lies on the disk. */
    void photographed(SchoolBooks books, Life life, String code) throws IOException {
        Victim victim = victims.get(life.serial());
        if (victim != null) {
            StudentRow photo = photo(school + "/anh/" + code + ".jpg", code);
            if (victim.kind() instanceof SharedPhoto kind) {
                shared(kind, victim, photo, books);
            } else if (victim.kind() instanceof InPhoto kind) {
                Dice dice = books.plan().dice().of("defect portrait", life.serial());
                kind.plant().plant(photo, books.folder().resolve("anh"), dice, victim.rows());
            } else {
                victim.rows().add(photo);
            }
        }
    }

    /** The second one gets the file of the first one. */
    private void shared(SharedPhoto kind, Victim victim, StudentRow photo, SchoolBooks books) throws IOException {
        Optional<StudentRow> first =
                victim.rows().stream().filter(row -> row.kind == RowKind.PHOTO).findFirst();
        if (first.isPresent()) {
            Path folder = books.folder().resolve("anh");
            Files.copy(
                    folder.resolve(first.get().code() + ".jpg"),
                    folder.resolve(photo.code() + ".jpg"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        victim.rows().add(photo.reject(kind.code(), ""));
    }

    static StudentRow photo(String file, String code) {
        StudentRow.Sheet nowhere = new StudentRow.Sheet(file, "", List.of(""));
        return new StudentRow(RowKind.PHOTO, 0, code, nowhere, 0, "");
    }

    /** After everything else of the school: writes the files that stand alone. */
    void strays(SchoolBooks books) throws IOException {
        for (Map.Entry<Integer, Stray> each : strays.entrySet()) {
            each.getValue()
                    .plant()
                    .plant(books, each.getKey())
                    .ifPresent(found -> expect(each.getValue().name(), found.code(), found.reject(), found.place()));
        }
    }

    private void expect(String defect, String code, boolean reject, Place place) {
        expected.add(new ExpectedFinding(defect, code, reject ? "REJECT" : "WARN", place));
    }

    /** What intake has to find, when everything is written; to be asked once. */
    List<ExpectedFinding> expected() {
        sheets.forEach((at, kind) -> {
            String file = at.substring(0, at.length() - kind.sheet().length() - 1);
            expect(kind.name(), kind.code(), true, new Place(school + "/" + file, kind.sheet(), kind.cell()));
        });
        files.forEach((file, kind) -> expect(kind.name(), kind.code(), true, new Place(school + "/" + file, "", "")));
        victims.values().stream().distinct().forEach(this::expect);
        Set<StudentRow> rows = victims.values().stream()
                .flatMap(victim -> victim.rows().stream())
                .collect(Collectors.toSet());
        warned.values()
                .forEach(sheet -> expect(sheet.kind().name(), sheet.kind().code(), false, sheet.place(rows)));
        expected.sort(ExpectedFinding.ORDER);
        Set<String> broken = new HashSet<>();
        return expected.stream()
                .filter(finding -> !finding.code().equals(DefectKinds.BREAK) || broken.add(numbered(finding)))
                .toList();
    }

    /** The class in whose numbers a break is. */
    private static String numbered(ExpectedFinding finding) {
        boolean otherClass = finding.defect().equals(DefectKinds.TWO_CLASSES);
        return finding.place().file() + "/" + finding.place().sheet() + (otherClass ? "/Z" : "");
    }

    private void expect(Victim victim) {
        List<StudentRow> readable = victim.concluded().stream()
                .filter(row -> !isLost(row.file().substring(school.length() + 1), row.sheet()))
                .toList();
        identify(readable);
        Stream<StudentRow> withCode =
                readable.stream().filter(row -> !row.code().isEmpty());
        withCode.collect(Collectors.groupingBy(StudentRow::code)).values().forEach(rows -> new Consequences(rows)
                .tell());
        for (StudentRow row : readable) {
            row.told().forEach(told -> expect(victim.kind().name(), told.code(), told.reject(), told.place()));
        }
    }

    /** A row of a class list without a code is known by the identity number that it shares with an earlier list. */
    private static void identify(List<StudentRow> rows) {
        rows.stream()
                .filter(row -> row.kind == RowKind.CLASS_LIST && row.stands())
                .findFirst()
                .ifPresent(known -> rows.stream()
                        .filter(row ->
                                row.kind == RowKind.CLASS_LIST && row.code().isEmpty())
                        .filter(row -> row.text(IDENTITY).equals(known.text(IDENTITY)))
                        .forEach(row -> row.knownBy(known.code())));
    }

    /** Rows of a refused sheet or file are found neither good nor bad. */
    private boolean isLost(String file, String sheet) {
        return files.containsKey(file) || sheets.containsKey(file + "/" + sheet);
    }
}
