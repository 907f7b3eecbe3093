package nienkhoa.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nienkhoa.intake.Staging.KnownStudent;

/** Joins the facts of many students, batch by batch. */
final class StudentJoin {

    private final Staging.Session session;
    private final SchoolFolders folders;
    private final SchoolAssembler schools;
    private final ExportFiles files;
    private final Path photos;
    private final TakenExport export;
    private final ClassChecks checks;
    private final Map<String, Map<String, Fact>> otherByCode = new HashMap<>();

    StudentJoin(
            Staging.Session session,
            SchoolFolders folders,
            SchoolAssembler schools,
            ExportFiles files,
            Path photos,
            TakenExport export,
            ClassChecks checks) {
        this.session = session;
        this.folders = folders;
        this.schools = schools;
        this.files = files;
        this.photos = photos;
        this.export = export;
        this.checks = checks;
    }

    /** Finds identity numbers that two different persons bear, so that the rows of both are rejected. */
    void refuseSharedIdentityNumbers() {
        Map<String, List<Fact>> byNumber =
                session.sharedIdentityNumbers().stream().collect(Collectors.groupingBy(Fact::identityNumber));
        byNumber.forEach((number, rows) -> {
            for (Fact row : rows) {
                rows.stream()
                        .filter(other -> !other.moetCode().equals(row.moetCode()))
                        .min(Comparator.comparingInt(Fact::file)
                                .thenComparingInt(Fact::sheet)
                                .thenComparingInt(Fact::row))
                        .ifPresent(other -> otherByCode
                                .computeIfAbsent(row.moetCode(), code -> new HashMap<>())
                                .put(number, other));
            }
        });
    }

    /** Joins a batch and hands over its records; returns how many students have any. */
    int join(List<List<Fact>> batch) {
        List<StudentRows> students = batch.stream()
                .map(facts -> new StudentRows(facts, folders, files))
                .toList();
        Map<String, KnownStudent> known =
                session.known(students.stream().map(rows -> rows.id().value()).toList());
        List<RegisterRecord> records = new ArrayList<>();
        int joined = 0;
        for (StudentRows rows : students) {
            sharedIdentityNumber(rows);
            List<RegisterRecord> own =
                    new StudentAssembler(rows, schools, known.get(rows.id().value()), checks).records();
            rows.of(FactKind.PHOTO).forEach(this::keepPhoto);
            joined += own.isEmpty() ? 0 : 1;
            records.addAll(own);
        }
        session.records(records);
        return joined;
    }

    private void sharedIdentityNumber(StudentRows rows) {
        for (Fact row : rows.of(FactKind.CLASS_LIST)) {
            Fact other = otherByCode.getOrDefault(row.moetCode(), Map.of()).get(row.identityNumber());
            if (other != null) {
                rows.reject(
                        row,
                        "I026_SAME_IDENTITY_TWO_PERSONS",
                        "identityNumber",
                        row.identityNumber(),
                        rows.at(other, "identityNumber"));
            }
        }
    }

    /** Keeps a photo under its digest; one that is there already is left alone. */
    private void keepPhoto(Fact photo) {
        String sha256 = photo.value("sha256");
        Path kept = photos.resolve(sha256.substring(0, 2)).resolve(sha256 + ".jpg");
        try {
            if (!Files.exists(kept)) {
                Files.createDirectories(photos.resolve(sha256.substring(0, 2)));
                Path unfinished = kept.resolveSibling(sha256 + ".part");
                Files.copy(
                        export.folder().resolve(files.path(photo.file())),
                        unfinished,
                        StandardCopyOption.REPLACE_EXISTING);
                Files.move(unfinished, kept, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("photo of " + files.path(photo.file()), e);
        }
    }
}
