package nienkhoa.archive.tt05;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nienkhoa.archive.DossierKind;
import nienkhoa.archive.DossierManifest;
import nienkhoa.archive.DossierManifest.FileLine;
import nienkhoa.archive.GatePass;
import nienkhoa.archive.PackagePath;
import nienkhoa.archive.Retention;
import nienkhoa.archive.tt05.PremisWriter.Event;

/** What was done to a dossier so that it lasts: {@code PREMIS.xml} of the package and of its representation. */
final class Preservation {

    private static final String DONE = "success";

    private final DossierManifest manifest;
    private final History history;
    private final int version;
    private final Naming naming;
    private final PackageTable table;
    private final String packageId;

    Preservation(DossierManifest manifest, History history, int version, Naming naming, PackageTable table) {
        this.manifest = manifest;
        this.history = history;
        this.version = version;
        this.naming = naming;
        this.table = table;
        this.packageId = history.packages().get(version - 1);
    }

    void writePackage(OutputStream out) throws IOException {
        PremisWriter premis = new PremisWriter(out);
        premis.intellectualEntity(
                packageId, manifest.id(), version == 1 ? "" : history.packages().get(version - 2));
        premis.representation(packageId + "/" + PackagePath.REPRESENTATION, packageId);
        String made = manifest.made().at();
        premis.aboutPackage(
                event("information package creation", made, manifest.made().runId()), packageId);
        if (manifest.kind() == DossierKind.TOMBSTONE) {
            premis.aboutPackage(event("deaccession", made, "destroyed under a decision"), packageId);
        }
        for (Retention retention : manifest.retention()) {
            String detail = String.join(" ", retention.medium(), retention.decision(), retention.keptUntil());
            premis.aboutPackage(event("policy assignment", made, detail), packageId);
        }
        for (History.Superseded gone : history.superseded()) {
            premis.aboutPackage(modification(gone), history.packages().get(gone.by() - 1));
        }
        premis.finish(manifest.subject().organisation());
    }

    private Event modification(History.Superseded gone) {
        String detail = "%s of version %d superseded in version %d: %s"
                .formatted(gone.document(), gone.version(), gone.by(), gone.reason());
        return event("modification", gone.at(), detail);
    }

    void writeRepresentation(OutputStream out, List<PackagedDocument> documents) throws IOException {
        PremisWriter premis = new PremisWriter(out);
        Map<String, History.Superseded> gone = new HashMap<>();
        history.superseded().forEach(superseded -> gone.put(superseded.document(), superseded));
        for (PackagedDocument document : documents) {
            for (FileLine file : document.files()) {
                premis.file(fileId(version, file.path()), file, name(file), table.format(file.path(), document));
                History.Superseded before = gone.get(document.id());
                if (before != null && before.path().equals(file.path())) {
                    premis.supersedes(fileId(before.version(), file.path()));
                }
                premis.endObject();
            }
        }
        premis.event(event("message digest calculation", manifest.made().at(), "SHA-256"), "", "");
        for (PackagedDocument document : documents) {
            if (document.verdict().equals(GatePass.PASS)) {
                String file = fileId(version, document.main().path());
                premis.aboutFile(event("validation", manifest.made().at(), "PDF/A-3b " + document.id()), file);
            }
        }
        premis.finish(manifest.subject().organisation());
    }

    private String fileId(int inVersion, String path) {
        return history.packages().get(inVersion - 1) + "/" + path;
    }

    private static String name(FileLine file) {
        return file.path().substring(PackagePath.DATA.length());
    }

    private Event event(String type, String at, String detail) {
        String id = naming.id(String.join("/", "event", type, at, detail));
        return new Event(id, type, Naming.time(at), detail, DONE);
    }
}
