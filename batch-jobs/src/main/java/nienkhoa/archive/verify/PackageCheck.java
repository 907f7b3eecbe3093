package nienkhoa.archive.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nienkhoa.archive.DossierManifest.FileLine;
import nienkhoa.archive.PackagePath;
import nienkhoa.archive.tt05.PackageList;
import nienkhoa.model.Finding;

/** Reads what the two METS files of a package list. */
final class PackageCheck {

    private PackageCheck() {}

    /** By path; what cannot be read is a finding, and lists nothing. */
    static Map<String, FileLine> listed(StoredObject.Content object, List<Finding> findings) {
        Map<String, FileLine> listed = new TreeMap<>();
        for (String base : List.of("", PackagePath.REPRESENTATION)) {
            String path = base + PackagePath.METS;
            Path mets = object.head().get(path);
            if (mets == null || Files.notExists(mets)) {
                findings.add(Faults.fault("V306_FILE_MISSING", object.dossierId(), path));
                continue;
            }
            try (InputStream in = Files.newInputStream(mets)) {
                PackageList.read(in, base).forEach(line -> listed.put(line.path(), line));
            } catch (IOException e) {
                findings.add(Faults.fault("V342_BAD_METS", object.dossierId(), path));
            }
        }
        return listed;
    }
}
