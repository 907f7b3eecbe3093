package nienkhoa.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nienkhoa.intake.Staging.KnownStudent;
import nienkhoa.model.Finding;

/**
 * Joins the facts of many students, batch by batch. While one batch is joined by other threads, the caller's reads the next
 * and writes the one before; one connection serves it all, so only the caller's uses it.
 */
final class StudentJoin {

    private final Staging.Session session;
    private final SchoolFolders folders;
    private final StudentAssembly assembly;
    private final ExportFiles files;
    private final Path photos;
    private final TakenExport export;
    private final ClassCoverage coverage;
    private final Map<Integer, PhotoLooks.Twin> photoTwins;
    private StudentAssembly.UnderWay underWay = new StudentAssembly.UnderWay(List.of());

    StudentJoin(
            Staging.Session session,
            SchoolFolders folders,
            StudentAssembly assembly,
            ExportFiles files,
            Path photos,
            TakenExport export) {
        this.session = session;
        this.folders = folders;
        this.assembly = assembly;
        this.files = files;
        this.photos = photos;
        this.export = export;
        this.coverage = new ClassCoverage(files);
        this.photoTwins = files.photos().twins();
    }

    /** Begins to join a batch and hands over the records of the one before; returns how many students of that have any. */
    int join(List<List<Fact>> batch) {
        List<StudentRows> students = new ArrayList<>();
        for (List<Fact> facts : batch) {
            if (facts.get(0).studentId().isEmpty()) {
                facts.forEach(this::rejectOfNobody);
            } else {
                students.add(new StudentRows(facts, folders, files));
            }
        }
        students.forEach(this::sharedPhoto);
        Map<String, KnownStudent> known =
                session.known(students.stream().map(rows -> rows.id().value()).toList());
        List<StudentAssembly.Joined> before = underWay.outcome();
        underWay = assembly.begin(students, known);
        return handOver(before);
    }

    /** After the last batch, as {@link #join}. */
    int joinLast() {
        return handOver(underWay.outcome());
    }

    private int handOver(List<StudentAssembly.Joined> students) {
        List<RegisterRecord> records = new ArrayList<>();
        StudentKeys keys = new StudentKeys();
        int joined = 0;
        for (StudentAssembly.Joined student : students) {
            student.rows().of(FactKind.PHOTO).forEach(this::keepPhoto);
            coverage.add(student.rows());
            if (!student.records().isEmpty()) {
                joined++;
                keys.add(student.rows(), student.believed());
            }
            records.addAll(student.records());
        }
        session.records(records);
        session.rejected(students.stream()
                .flatMap(student -> student.rows().rejectedPlaces().stream())
                .toList());
        keys.handTo(session);
        return joined;
    }

    private void rejectOfNobody(Fact fact) {
        Match match = fact.match();
        if (fact.rejected()) {
            return;
        }
        if (files.isUnreadable(fact.file()) || folders.schoolOf(fact).isEmpty()) {
            files.rejectWithFile();
        } else {
            String[] args = match.args().toArray(String[]::new);
            files.reject(fact, match.code(), match.field(), fact.value("name"), args);
        }
    }

    private void sharedPhoto(StudentRows rows) {
        for (Fact photo : rows.of(FactKind.PHOTO)) {
            PhotoLooks.Twin twin = photoTwins.get(photo.file());
            if (twin != null && twin.sameBytes()) {
                rows.reject(photo, "I191_PHOTO_OF_TWO_STUDENTS", "", "", files.path(twin.file()));
            } else if (twin != null) {
                rows.warn(photo, "I193_PHOTO_LOOKS_THE_SAME", "", "", files.path(twin.file()));
            }
        }
    }

    /** After the last student: what only shows when all are known. */
    List<Finding> end() {
        return coverage.findings();
    }

    /** Keeps a photo without its metadata under its digest; one that is there already is left alone. */
    private void keepPhoto(Fact photo) {
        String sha256 = photo.value("sha256");
        Path kept = photos.resolve(sha256.substring(0, 2)).resolve(sha256 + ".jpg");
        try {
            if (!Files.exists(kept)) {
                Files.createDirectories(photos.resolve(sha256.substring(0, 2)));
                Path unfinished = kept.resolveSibling(sha256 + ".part");
                byte[] file = Files.readAllBytes(export.locate(photo.file()));
                Files.write(
                        unfinished, PhotoMetadata.picture(file).orElseThrow().bytes());
                Files.move(unfinished, kept, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("photo of " + files.path(photo.file()), e);
        }
    }
}
