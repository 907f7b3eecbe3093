package nienkhoa.archive.tt05;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nienkhoa.archive.DossierManifest;
import nienkhoa.archive.DossierManifest.FileLine;
import nienkhoa.archive.PackagePath;

/** The lists of what is in a package: {@code METS.xml} of the package and of its representation. */
final class Contents {

    private static final String REPRESENTATION = "Representations/rep1";

    private final DossierManifest manifest;
    private final Map<String, History.Entry> entries = new HashMap<>();
    private final int version;
    private final Naming naming;
    private final PackageTable table;
    private final PackageType type;
    private final String at;
    private String replacedBy = "";

    Contents(
            DossierManifest manifest,
            History history,
            int version,
            Naming naming,
            PackageTable table,
            PackageType type) {
        this.manifest = manifest;
        this.version = version;
        this.naming = naming;
        this.table = table;
        this.type = type;
        this.at = Naming.time(manifest.made().at());
        history.documents().forEach(entry -> entries.put(entry.document(), entry));
    }

    /** @param newest id of the package that took the place of this one; empty if none did */
    Contents replacedBy(String newest) {
        replacedBy = newest;
        return this;
    }

    /**
     * The files of a package by what they are to it.
     *
     * @param ead of the dossier
     * @param preservation {@code PREMIS.xml}; none in a package that is handed in
     * @param other what else is known of the dossier
     */
    record Parts(
            FileLine ead,
            List<FileLine> preservation,
            List<FileLine> other,
            List<FileLine> documentation,
            List<FileLine> schemas,
            FileLine representation) {}

    void writePackage(OutputStream out, String title, Parts parts) throws IOException {
        MetsWriter mets = new MetsWriter(out, naming, table).root(type, naming.packageId(version), title, "");
        header(mets);
        mets.description(parts.ead(), "", at);
        preservation(mets, PackagePath.METS, "", parts.preservation(), parts.other());
        Map<String, List<FileLine>> groups = new LinkedHashMap<>();
        groups.put("Documentation", parts.documentation());
        groups.put("Schemas", parts.schemas());
        groups.put(REPRESENTATION, List.of(parts.representation()));
        groups.values().removeIf(List::isEmpty);
        mets.startFiles("fileSec");
        for (Map.Entry<String, List<FileLine>> group : groups.entrySet()) {
            mets.startGroup(
                    group(group.getKey()), group.getKey(), group.getKey().equals(REPRESENTATION));
            for (FileLine file : group.getValue()) {
                mets.file(file, "", at);
            }
            mets.end();
        }
        mets.end();
        structure(mets, parts, groups);
        mets.finish();
    }

    private void structure(MetsWriter mets, Parts parts, Map<String, List<FileLine>> groups) throws IOException {
        mets.startStructure("structMap", naming.packageId(version));
        metadata(mets, "Metadata", List.of(parts.ead()), joined(parts.preservation(), parts.other()));
        for (String group : groups.keySet()) {
            mets.startDivision(group, group, "", "");
            if (group.equals(REPRESENTATION)) {
                mets.metsPointer(PackagePath.REPRESENTATION_METS, group(group));
            } else {
                mets.pointers(List.of(group(group)));
            }
            mets.end();
        }
    }

    void writeRepresentation(
            OutputStream out, Map<PackagedDocument, FileLine> descriptions, List<FileLine> preservation)
            throws IOException {
        String base = PackagePath.REPRESENTATION;
        MetsWriter mets = new MetsWriter(out, naming, table).root(type, "rep1", "", "../../");
        header(mets);
        for (Map.Entry<PackagedDocument, FileLine> described : descriptions.entrySet()) {
            mets.description(described.getValue(), base, at(described.getKey()));
        }
        preservation(mets, PackagePath.REPRESENTATION_METS, base, preservation, List.of());
        files(mets, descriptions.keySet());
        mets.startStructure("rep1/structMap", "rep1");
        metadata(mets, "rep1/Metadata", descriptions.values(), preservation);
        mets.startDivision("rep1/Data", "Data", "", "");
        mets.pointers(List.of(group("Data")));
        mets.end();
        links(mets, descriptions);
        mets.finish();
    }

    private void files(MetsWriter mets, Iterable<PackagedDocument> documents) throws IOException {
        mets.startFiles("rep1/fileSec");
        mets.startGroup(group("Data"), "Data", false);
        for (PackagedDocument document : documents) {
            for (FileLine file : document.files()) {
                mets.file(file, PackagePath.REPRESENTATION, at(document));
            }
        }
        mets.end();
        mets.end();
    }

    /** Which description is of which files. */
    private void links(MetsWriter mets, Map<PackagedDocument, FileLine> descriptions) throws IOException {
        mets.startDivision("rep1/MetadataLink", "MetadataLink", "", "");
        for (Map.Entry<PackagedDocument, FileLine> described : descriptions.entrySet()) {
            String description = naming.id(described.getValue().path());
            mets.startDivision("rep1/MetadataLink/" + described.getKey().id(), "MetadataLink/File", description, "");
            mets.pointers(described.getKey().files().stream()
                    .map(file -> naming.fileId(file.path()))
                    .toList());
            mets.end();
        }
        mets.end();
    }

    private void header(MetsWriter mets) throws IOException {
        String status = version == 1 ? "NEW" : "REPLACEMENT";
        if (!replacedBy.isEmpty()) {
            status = "OTHER";
        }
        mets.header(
                at,
                status,
                type,
                manifest.subject().organisation(),
                manifest.codes().fonds());
        mets.endHeader(naming.fileCode(), replacedBy);
    }

    private void preservation(MetsWriter mets, String name, String base, List<FileLine> premis, List<FileLine> other)
            throws IOException {
        if (premis.isEmpty() && other.isEmpty()) {
            return;
        }
        mets.startPreservation(name + "/amdSec");
        for (FileLine file : premis) {
            mets.preservation(file, base, at, true);
        }
        for (FileLine file : other) {
            mets.preservation(file, base, at, false);
        }
        mets.end();
    }

    private void metadata(
            MetsWriter mets, String name, Iterable<FileLine> descriptions, Iterable<FileLine> preservations)
            throws IOException {
        mets.startDivision(name, "Metadata", ids(descriptions), ids(preservations));
        mets.end();
    }

    private String ids(Iterable<FileLine> files) {
        List<String> ids = new ArrayList<>();
        files.forEach(file -> ids.add(naming.id(file.path())));
        return ids.stream().collect(Collectors.joining(" "));
    }

    private String at(PackagedDocument document) {
        History.Entry entry = entries.get(document.id());
        return entry == null ? at : Naming.time(entry.at());
    }

    private String group(String use) {
        return naming.id("fileGrp/" + use);
    }

    private static List<FileLine> joined(List<FileLine> some, List<FileLine> more) {
        List<FileLine> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
