package nienkhoa.custody;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nienkhoa.archive.DossierManifest;
import nienkhoa.archive.tt05.Profile;
import nienkhoa.archive.tt05.StoredVersion;
import nienkhoa.archive.verify.ArchiveFolder;
import nienkhoa.archive.verify.FileDigest;
import nienkhoa.archive.verify.PdfProof;
import nienkhoa.archive.verify.Report;
import nienkhoa.archive.verify.StoredObject;
import nienkhoa.archive.verify.Verifier;
import nienkhoa.data.CanonicalJson;
import nienkhoa.model.Finding;
import nienkhoa.model.Finding.Severity;

/** Looks at the packages of a dossier as {@code verify} looks at the archive, before anything of them is taken in. */
public final class PackageReading {

    /** The rules of packages on the way; those of the circular are about packages that are kept. */
    private static final String PROFILE = "eark";

    private final Verifier verifier;

    /** @param threads that verify the versions of a dossier beside each other */
    public PackageReading(PdfProof proof, int threads) {
        this.verifier = new Verifier(proof, threads, Optional.empty(), List.of(Profile.bundled(PROFILE)));
    }

    /** A dossier that is not taken, with why. */
    static final class Unfit extends Exception {

        private final String code;
        private final String about;

        Unfit(String code, String about) {
            super(code + " " + about);
            this.code = code;
            this.about = about;
        }

        String code() {
            return code;
        }

        String about() {
            return about;
        }
    }

    /**
     * Every version of a dossier, oldest first, unpacked and found sound.
     *
     * @param work a folder of this dossier's own; who calls removes it
     * @throws Unfit if a package is missing, changed or not what the list says
     */
    List<StoredVersion> read(HandOver.Line line, Path folder, Path work) throws Unfit {
        List<StoredVersion> versions = new ArrayList<>();
        for (HandOver.VersionPackage one : line.packages()) {
            if (one.version() != versions.size() + 1) {
                throw new Unfit("C754_OTHER_DOSSIER", one.file());
            }
            versions.add(version(line, one, folder, work.resolve(Integer.toString(one.version()))));
        }
        verify(line, versions);
        return versions;
    }

    private static StoredVersion version(HandOver.Line line, HandOver.VersionPackage one, Path folder, Path work)
            throws Unfit {
        Path zip = folder.resolve(one.file());
        if (!Files.isRegularFile(zip)) {
            throw new Unfit("C750_PACKAGE_MISSING", one.file());
        }
        try {
            if (Files.size(zip) != one.bytes() || !FileDigest.sha256(zip).equals(one.sha256())) {
                throw new Unfit("C751_PACKAGE_CHANGED", one.file());
            }
            StoredVersion version = new StoredVersion(
                    line.dossier(),
                    one.version(),
                    "",
                    "",
                    UnpackedPackage.of(zip, work).files());
            DossierManifest manifest = version.manifest();
            boolean same = manifest.id().equals(line.dossier())
                    && CanonicalJson.sha256(CanonicalJson.bytes(manifest)).equals(one.manifestSha256());
            if (!same) {
                throw new Unfit("C754_OTHER_DOSSIER", one.file());
            }
            return version;
        } catch (IOException e) {
            throw new Unfit("C752_PACKAGE_UNREADABLE", one.file());
        }
    }

    private void verify(HandOver.Line line, List<StoredVersion> versions) throws Unfit {
        List<StoredObject> objects = versions.stream()
                .<StoredObject>map(
                        version -> () -> new StoredObject.Content(line.dossier(), List.of(), version.files()))
                .toList();
        Report report = verifier.verify(() -> new ArchiveFolder.Contents(objects, List.of()), (done, total) -> {});
        Optional<Finding> fault = report.findings().stream()
                .filter(finding -> finding.severity() == Severity.REJECT)
                .findFirst();
        if (fault.isPresent()) {
            throw new Unfit(
                    "C753_PACKAGE_FAULT",
                    fault.get().code() + " " + fault.get().place().file());
        }
    }
}
