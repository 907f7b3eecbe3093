package nienkhoa.archive.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nienkhoa.archive.DossierManifest.FileLine;
import nienkhoa.archive.PackagePath;
import nienkhoa.archive.tt05.PackageList;
import nienkhoa.archive.tt05.PackageSchemas;
import nienkhoa.archive.tt05.Profile;
import nienkhoa.archive.tt05.ProfileCheck;
import nienkhoa.model.Finding;

/** Asks a package's schemas whether its files keep to them, and profiles whether it is what they want. */
final class PackageCheck {

    private final List<Profile> profiles;

    PackageCheck(List<Profile> profiles) {
        this.profiles = profiles;
    }

    List<Finding> of(StoredObject.Content object) {
        List<Finding> findings = new ArrayList<>();
        object.head().forEach((path, file) -> {
            if (PackageSchemas.ruled(path) && Files.exists(file)) {
                checkSchema(object.dossierId(), path, file, findings);
            }
        });
        for (Profile profile : profiles) {
            try {
                for (ProfileCheck.Broken broken : ProfileCheck.of(profile, object.head())) {
                    findings.add(broken(object.dossierId(), profile, broken));
                }
            } catch (IOException e) {
                findings.add(Faults.fault("V342_BAD_METS", object.dossierId(), String.valueOf(e.getMessage())));
            }
        }
        return findings;
    }

    private static void checkSchema(String dossier, String path, Path file, List<Finding> findings) {
        try (InputStream in = Files.newInputStream(file)) {
            PackageSchemas.fault(path, in)
                    .ifPresent(fault -> findings.add(Faults.fault("V343_SCHEMA", dossier, path, fault)));
        } catch (IOException e) {
            findings.add(Faults.fault("V309_FILE_UNREADABLE", dossier, path));
        }
    }

    private static Finding broken(String dossier, Profile profile, ProfileCheck.Broken broken) {
        Profile.Rule rule = broken.rule();
        String[] about = {profile.name(), rule.id(), rule.vi(), rule.en()};
        return rule.warns()
                ? Faults.warning("V345_PROFILE_DOUBT", dossier, broken.file(), about)
                : Faults.fault("V344_PROFILE_BROKEN", dossier, broken.file(), about);
    }

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
