package nienkhoa.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nienkhoa.app.ArchiveFindCommand.Answer;
import nienkhoa.archive.DossierManifest.DocumentLine;
import nienkhoa.archive.DossierManifest.FileLine;
import nienkhoa.archive.search.RecordSearch.Held;
import nienkhoa.archive.search.RecordSearch.State;
import nienkhoa.archive.tt05.StoredVersion;
import nienkhoa.archive.verify.FileDigest;
import nienkhoa.audit.Act;
import nienkhoa.audit.AuditEntry;
import nienkhoa.model.Person;

/**
 * Copies students' own documents out of the archive, each proved by its digest, with a table that says which number of the
 * list each file belongs to. Names of files tell nobody who it is. Handing out again writes the same files.
 */
final class HandedOut {

    /** The action by which the record of acts knows documents of one student that were handed out. */
    static final String ACTION = "documents.handed-out";

    static final String TABLE = "danh-muc.csv";

    private final Path archive;
    private final Path folder;
    private final Acts acts;
    private final Map<String, StoredVersion> newest = new HashMap<>();
    private final List<HandOutSheet.Line> lines = new ArrayList<>();
    private Optional<AuditEntry> last = Optional.empty();
    private final List<String> table =
            new ArrayList<>(List.of("number,row,student,document,dossier,version,file,sha256"));

    HandedOut(Path archive, Path folder, Acts acts) {
        this.archive = archive;
        this.folder = folder;
        this.acts = acts;
    }

    /**
     * What was handed out.
     *
     * @param act the last one that entered it; empty if nothing was
     */
    record Out(List<HandOutSheet.Line> files, Optional<AuditEntry> act) {
        Out {
            files = List.copyOf(files);
        }
    }

    Out handOut(List<Answer> answers, Person by) {
        try {
            Files.createDirectories(folder);
            for (Answer answer : answers) {
                for (var child : answer.students()) {
                    for (Held held : child.documents()) {
                        if (held.state() == State.ARCHIVED) {
                            handOut(answer, child.id(), held, by);
                        }
                    }
                }
            }
            Files.writeString(folder.resolve(TABLE), String.join("\r\n", table) + "\r\n");
            return new Out(lines, last);
        } catch (IOException e) {
            throw Problem.failedBy(e, "S268_NOT_HANDED_OUT", folder.toString(), String.valueOf(e.getMessage()));
        }
    }

    private void handOut(Answer answer, String student, Held held, Person by) throws IOException {
        StoredVersion stored = newest.computeIfAbsent(held.dossier(), this::newest);
        DocumentLine line = stored.manifest().documents().stream()
                .filter(one -> one.id().equals(held.document()))
                .findFirst()
                .orElseThrow(() -> new IOException(held.document()));
        TreeMap<String, String> details =
                new TreeMap<>(Map.of("student", student, "document", held.document(), "version", "" + stored.number()));
        for (FileLine file : List.of(line.pdf(), line.data())) {
            String name = String.format(Locale.ROOT, "%03d-%s", answer.number(), last(file.path()));
            copy(stored, file, folder.resolve(name));
            lines.add(new HandOutSheet.Line(name, held.dossier(), stored.number(), file.sha256()));
            details.put("sha256:" + last(file.path()), file.sha256());
            table.add(String.join(
                    ",",
                    "" + answer.number(),
                    "" + answer.row(),
                    student,
                    held.document(),
                    held.dossier(),
                    "" + stored.number(),
                    name,
                    file.sha256()));
        }
        last = Optional.of(acts.enter(Act.of(by.id(), ACTION, held.dossier(), "", details)));
    }

    private StoredVersion newest(String dossier) {
        List<StoredVersion> versions = PackageDesk.versions(archive, dossier);
        return versions.get(versions.size() - 1);
    }

    /** Written beside and renamed: a file with its name is whole. */
    private static void copy(StoredVersion stored, FileLine file, Path target) throws IOException {
        Path part = target.resolveSibling("handed-out.part");
        Path source = stored.files().get(file.path());
        if (source == null) {
            throw new IOException(file.path());
        }
        Files.copy(source, part, StandardCopyOption.REPLACE_EXISTING);
        if (!FileDigest.sha256(part).equals(file.sha256())) {
            Files.delete(part);
            throw Problem.failed("S267_FILE_DAMAGED", stored.dossier(), file.path());
        }
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
