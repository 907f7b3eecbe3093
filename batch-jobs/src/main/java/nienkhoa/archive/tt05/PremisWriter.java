package nienkhoa.archive.tt05;

import java.io.IOException;
import java.io.OutputStream;
import nienkhoa.archive.DossierManifest.FileLine;
import nienkhoa.archive.tt05.PackageTable.Format;

/** Objects, events and agents of PREMIS 3.0, one after the other. */
final class PremisWriter {

    /** The agent behind every event. */
    static final String SOFTWARE = "Niên Khóa";

    private static final String PACKAGE = "package";
    private static final String FILE = "file";
    private static final String LOCAL = "local";

    private final XmlWriter xml;

    PremisWriter(OutputStream out) throws IOException {
        xml = new XmlWriter(out);
        xml.start(
                "premis",
                "xmlns",
                "http://www.loc.gov/premis/v3",
                "xmlns:xsi",
                "http://www.w3.org/2001/XMLSchema-instance",
                "version",
                "3.0");
    }

    /** @param before id of the package of the version before; empty if there is none */
    void intellectualEntity(String id, String dossier, String before) throws IOException {
        xml.start("object", "xsi:type", "intellectualEntity");
        identifier("objectIdentifier", PACKAGE, id);
        xml.text("originalName", dossier);
        if (!before.isEmpty()) {
            related("derivation", "is version of", PACKAGE, before);
        }
        xml.end();
    }

    void representation(String id, String packageId) throws IOException {
        xml.start("object", "xsi:type", "representation");
        identifier("objectIdentifier", "representation", id);
        related("structural", "represents", PACKAGE, packageId);
        xml.end();
    }

    void file(String id, FileLine file, String name, Format format) throws IOException {
        xml.start("object", "xsi:type", "file");
        identifier("objectIdentifier", FILE, id);
        xml.start("objectCharacteristics").text("compositionLevel", "0");
        xml.start("fixity")
                .text("messageDigestAlgorithm", "SHA-256")
                .text("messageDigest", file.sha256())
                .end();
        xml.text("size", Long.toString(file.bytes()));
        xml.start("format");
        xml.start("formatDesignation").text("formatName", format.name()).end();
        if (format.pronom() != null) {
            xml.start("formatRegistry")
                    .text("formatRegistryName", "PRONOM")
                    .text("formatRegistryKey", format.pronom())
                    .end();
        }
        xml.end().end().text("originalName", name);
    }

    /** Ends what {@link #file} began. */
    void endObject() throws IOException {
        xml.end();
    }

    void supersedes(String id) throws IOException {
        related("derivation", "supersedes", FILE, id);
    }

    /** @param objectType type of the object that the event is about; empty if it is about none in particular */
    void event(Event event, String objectType, String object) throws IOException {
        xml.start("event");
        identifier("eventIdentifier", LOCAL, event.id);
        xml.text("eventType", event.type).text("eventDateTime", event.at);
        if (!event.detail.isEmpty()) {
            xml.start("eventDetailInformation")
                    .text("eventDetail", event.detail)
                    .end();
        }
        xml.start("eventOutcomeInformation").text("eventOutcome", event.outcome).end();
        xml.start("linkingAgentIdentifier")
                .text("linkingAgentIdentifierType", "software")
                .text("linkingAgentIdentifierValue", SOFTWARE)
                .text("linkingAgentRole", "executing program")
                .end();
        if (!objectType.isEmpty()) {
            xml.start("linkingObjectIdentifier")
                    .text("linkingObjectIdentifierType", objectType)
                    .text("linkingObjectIdentifierValue", object)
                    .end();
        }
        xml.end();
    }

    void aboutPackage(Event event, String packageId) throws IOException {
        event(event, PACKAGE, packageId);
    }

    void aboutFile(Event event, String fileId) throws IOException {
        event(event, FILE, fileId);
    }

    /**
     * What happened.
     *
     * @param type a term of the Library of Congress's list of event types
     * @param at as packages write it
     */
    record Event(String id, String type, String at, String detail, String outcome) {}

    /** The agents, last. */
    void finish(String organisation) throws IOException {
        agent("software", SOFTWARE, "software", SOFTWARE);
        if (!organisation.isEmpty()) {
            agent("organization", organisation, "organization", organisation);
        }
        xml.finish();
    }

    private void agent(String idType, String id, String type, String name) throws IOException {
        xml.start("agent");
        identifier("agentIdentifier", idType, id);
        xml.text("agentName", name).text("agentType", type).end();
    }

    private void related(String type, String subType, String objectType, String object) throws IOException {
        xml.start("relationship").text("relationshipType", type).text("relationshipSubType", subType);
        identifier("relatedObjectIdentifier", objectType, object);
        xml.end();
    }

    private void identifier(String element, String type, String value) throws IOException {
        xml.start(element)
                .text(element + "Type", type)
                .text(element + "Value", value)
                .end();
    }
}
