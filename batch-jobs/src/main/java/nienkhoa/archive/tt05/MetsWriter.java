package nienkhoa.archive.tt05;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.stream.Stream;
import nienkhoa.archive.DossierManifest.FileLine;

/** The elements of METS 1.12 that packages need, as E-ARK CSIP uses them. */
final class MetsWriter {

    private static final List<String> NAMESPACES = List.of(
            "xmlns",
            "http://www.loc.gov/METS/",
            "xmlns:csip",
            "https://DILCIS.eu/XML/METS/CSIPExtensionMETS",
            "xmlns:xlink",
            "http://www.w3.org/1999/xlink",
            "xmlns:xsi",
            "http://www.w3.org/2001/XMLSchema-instance");

    private static final String SCHEMAS = "http://www.loc.gov/METS/ %1$sschemas/mets1_12.xsd"
            + " http://www.w3.org/1999/xlink %1$sschemas/xlink.xsd"
            + " https://DILCIS.eu/XML/METS/CSIPExtensionMETS %1$sschemas/DILCISExtensionMETS.xsd";

    /** No content information type of E-ARK is about school records. */
    private static final List<String> MIXED = List.of("csip:CONTENTINFORMATIONTYPE", "MIXED");

    private final XmlWriter xml;
    private final Naming naming;
    private final PackageTable table;

    MetsWriter(OutputStream out, Naming naming, PackageTable table) throws IOException {
        this.xml = new XmlWriter(out);
        this.naming = naming;
        this.table = table;
    }

    /** @param up the way from the file to the folder of the package */
    MetsWriter root(PackageType type, String id, String label, String up) throws IOException {
        List<String> names = List.of("OBJID", id, "LABEL", label, "TYPE", "Mixed", "PROFILE", type.metsProfile());
        List<String> places = List.of("xsi:schemaLocation", SCHEMAS.formatted(up));
        xml.start("mets", joined(List.of(NAMESPACES, names, MIXED, places)));
        return this;
    }

    /** @param organisation whose records they are; empty if unknown */
    void header(String at, String status, PackageType type, String organisation, String fonds) throws IOException {
        xml.start(
                "metsHdr",
                "CREATEDATE",
                at,
                "LASTMODDATE",
                at,
                "RECORDSTATUS",
                status,
                "csip:OAISPACKAGETYPE",
                type.name());
        agents(type, organisation, fonds);
    }

    private void agents(PackageType type, String organisation, String fonds) throws IOException {
        xml.start("agent", "ROLE", "CREATOR", "TYPE", "OTHER", "OTHERTYPE", "SOFTWARE")
                .text("name", PremisWriter.SOFTWARE)
                .text("note", ArchivePackage.LAYOUT, "csip:NOTETYPE", "SOFTWARE VERSION")
                .end();
        if (type == PackageType.SIP && !organisation.isEmpty()) {
            // who hands it in (E-ARK SIP, SIP15)
            xml.start("agent", "ROLE", "CREATOR", "TYPE", "ORGANIZATION")
                    .text("name", organisation)
                    .end();
        }
        if (!organisation.isEmpty()) {
            xml.start("agent", "ROLE", "ARCHIVIST", "TYPE", "ORGANIZATION").text("name", organisation);
            if (!fonds.isEmpty()) {
                xml.text("note", fonds, "csip:NOTETYPE", "IDENTIFICATIONCODE");
            }
            xml.end();
        }
    }

    /**
     * What the dossier is called elsewhere; ends the header.
     *
     * @param replacedBy id of the package that took the place of this one; empty if none did
     */
    void endHeader(String fileCode, String replacedBy) throws IOException {
        xml.text("altRecordID", fileCode, "TYPE", "SUBMISSIONAGREEMENT");
        if (!replacedBy.isEmpty()) {
            xml.text("altRecordID", replacedBy, "TYPE", "REPLACEDBY");
        }
        xml.end();
    }

    void description(FileLine file, String relativeTo, String at) throws IOException {
        xml.start("dmdSec", "ID", naming.id(file.path()), "CREATED", at, "STATUS", "CURRENT");
        reference(file, relativeTo, at, "OTHER", "TT 05/2025/TT-BNV");
        xml.end();
    }

    void startPreservation(String name) throws IOException {
        xml.start("amdSec", "ID", naming.id(name));
    }

    void preservation(FileLine file, String relativeTo, String at, boolean premis) throws IOException {
        xml.start("digiprovMD", "ID", naming.id(file.path()), "CREATED", at, "STATUS", "CURRENT");
        reference(file, relativeTo, at, premis ? "PREMIS" : "OTHER", premis ? "" : "NIENKHOA");
        xml.end();
    }

    private void reference(FileLine file, String relativeTo, String at, String type, String otherType)
            throws IOException {
        String version = type.equals("PREMIS") ? "3.0" : "";
        List<String> sort = List.of("MDTYPE", type, "OTHERMDTYPE", otherType, "MDTYPEVERSION", version);
        xml.empty("mdRef", joined(List.of(sort, location(file.path(), relativeTo), facts(file, at))));
    }

    void startFiles(String name) throws IOException {
        xml.start("fileSec", "ID", naming.id(name));
    }

    void startGroup(String id, String use, boolean content) throws IOException {
        xml.start("fileGrp", joined(List.of(List.of("ID", id, "USE", use), content ? MIXED : List.of())));
    }

    void file(FileLine file, String relativeTo, String at) throws IOException {
        xml.start("file", joined(List.of(List.of("ID", naming.fileId(file.path())), facts(file, at))))
                .empty("FLocat", joined(List.of(location(file.path(), relativeTo))))
                .end();
    }

    private List<String> facts(FileLine file, String at) {
        String mediaType = table.format(file.path()).type();
        String size = Long.toString(file.bytes());
        List<String> digest = List.of("CHECKSUM", file.sha256(), "CHECKSUMTYPE", "SHA-256");
        return Stream.concat(Stream.of("MIMETYPE", mediaType, "SIZE", size, "CREATED", at), digest.stream())
                .toList();
    }

    private static List<String> location(String path, String relativeTo) {
        return List.of("LOCTYPE", "URL", "xlink:type", "simple", "xlink:href", href(path, relativeTo));
    }

    private static String[] joined(List<List<String>> attributes) {
        return attributes.stream().flatMap(List::stream).toArray(String[]::new);
    }

    void startStructure(String name, String label) throws IOException {
        xml.start("structMap", "ID", naming.id(name), "TYPE", "PHYSICAL", "LABEL", "CSIP");
        startDivision(name + "/root", label, "", "");
    }

    void startDivision(String name, String label, String descriptions, String preservations) throws IOException {
        xml.start("div", "ID", naming.id("div/" + name), "LABEL", label, "DMDID", descriptions, "ADMID", preservations);
    }

    void pointers(List<String> fileIds) throws IOException {
        for (String id : fileIds) {
            xml.empty("fptr", "FILEID", id);
        }
    }

    void metsPointer(String path, String group) throws IOException {
        xml.empty("mptr", "LOCTYPE", "URL", "xlink:type", "simple", "xlink:href", path, "xlink:title", group);
    }

    void end() throws IOException {
        xml.end();
    }

    void finish() throws IOException {
        xml.finish();
    }

    /** A path as a reference: what a URI cannot hold is percent-encoded. */
    static String href(String path, String relativeTo) {
        if (!path.startsWith(relativeTo)) {
            throw new IllegalArgumentException(path + " is not in " + relativeTo);
        }
        try {
            return new URI(null, null, path.substring(relativeTo.length()), null).getRawPath();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(path, e);
        }
    }
}
