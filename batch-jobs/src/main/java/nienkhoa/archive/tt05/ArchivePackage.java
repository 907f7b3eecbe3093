package nienkhoa.archive.tt05;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nienkhoa.archive.DossierManifest;
import nienkhoa.archive.DossierManifest.FileLine;
import nienkhoa.archive.PackagePath;
import nienkhoa.data.CanonicalJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * One version of a dossier as an archive package: everything beside its records. The package follows from the manifest,
 * the history and the number of the version alone.
 *
 * <p>Flow: history → descriptions → preservation → list of the representation → list of the package.
 */
public final class ArchivePackage {

    /** The version of what is written here, which packages name as that of the software. */
    static final String LAYOUT = "nienkhoa/package/1";

    private static final int UUID_LENGTH = 36;

    private static final PackageTable TABLE = PackageTable.bundled();
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private static final List<String> SCHEMAS = List.of(
            "DILCISExtensionMETS.xsd", "ead.xsd", "ead_doc.xsd", "mets1_12.xsd", "premis-v3-0.xsd", "xlink.xsd");

    private final DossierManifest manifest;
    private final int version;
    private final PackageType type;
    private final Optional<Later> later;
    private final Naming naming;
    private final Facts facts;
    private final List<PackagedDocument> documents;

    public ArchivePackage(DossierManifest manifest, int version, PackageType type) {
        this(manifest, version, type, Optional.empty());
    }

    /** @param later the newest version, for a package that is made of an older one and has to say so */
    public ArchivePackage(DossierManifest manifest, int version, PackageType type, Optional<Later> later) {
        this.manifest = manifest;
        this.version = version;
        this.type = type;
        this.naming = new Naming(manifest, type);
        this.later = later;
        this.facts = new Facts(manifest, naming, TABLE, superseded(version, later));
        this.documents = PackagedDocument.of(manifest);
    }

    /** The newest version of a dossier with its history. */
    public record Later(int version, History history) {}

    /** Documents of a version that did not stay as they were, with the first that happened to each. */
    private static Map<String, History.Superseded> superseded(int version, Optional<Later> later) {
        Map<String, History.Superseded> gone = new HashMap<>();
        later.stream()
                .flatMap(newest -> newest.history().superseded().stream())
                .filter(superseded -> superseded.by() > version)
                .forEach(superseded -> gone.putIfAbsent(superseded.document(), superseded));
        return gone;
    }

    /** OBJID of the package. */
    public String id() {
        return naming.packageId(version);
    }

    /** How the name of every zip of this version ends, whatever its type. */
    public String zipEnding() {
        return id().substring(id().length() - UUID_LENGTH) + ".zip";
    }

    /** What the package is called. */
    public String title() {
        return facts.title();
    }

    /** How many documents the package describes. */
    public int documents() {
        return documents.size();
    }

    /** Mã hồ sơ. */
    public String fileCode() {
        return naming.fileCode();
    }

    /** The history of the dossier with this version, for {@link #write}; reads new documents. */
    public History history(Optional<History> before, PackageSink sink) throws IOException {
        return History.of(before, manifest, id(), document -> issued(document, sink));
    }

    private static String issued(PackagedDocument document, PackageSink sink) throws IOException {
        if (!document.isRendered()) {
            return "";
        }
        try (InputStream data = sink.open(document.files().get(1).path())) {
            return MAPPER.readTree(data).path("document").path("issued").asString("");
        } catch (JacksonException e) {
            return ""; // what is no JSON names no day; verification says so
        }
    }

    /** Adds everything but the records and the files of the manifest, which are there already. */
    public void write(PackageSink sink, History history) throws IOException {
        List<FileLine> other = new ArrayList<>(List.of(
                sink.add(DossierManifest.FILE, out -> out.write(CanonicalJson.bytes(manifest))),
                sink.add(PackagePath.HISTORY, out -> out.write(CanonicalJson.bytes(history)))));
        List<FileLine> documentation = new ArrayList<>();
        for (FileLine file : manifest.files()) {
            if (file.path().startsWith(PackagePath.documentation(""))) {
                documentation.add(file);
            } else if (!file.path().startsWith(PackagePath.DATA)) {
                other.add(file);
            }
        }
        Preservation preservation = new Preservation(manifest, history, version, naming, TABLE);
        Contents contents = new Contents(manifest, history, version, naming, TABLE, type)
                .replacedBy(later.map(newest -> newest.history().packages().get(newest.version() - 1))
                        .filter(newest -> !newest.equals(id()))
                        .orElse(""));
        Contents.Parts parts = new Contents.Parts(
                ead(sink, history),
                premis(sink, PackagePath.PREMIS, preservation::writePackage),
                other,
                documentation,
                schemas(sink),
                representation(sink, history, preservation, contents));
        sink.add(PackagePath.METS, out -> contents.writePackage(out, facts.title(), parts));
    }

    private FileLine ead(PackageSink sink, History history) throws IOException {
        return sink.add(
                PackagePath.EAD,
                out -> EadWriter.write(out, TABLE.dossier(), facts.dossier(documents, history.documents())));
    }

    private FileLine representation(PackageSink sink, History history, Preservation preservation, Contents contents)
            throws IOException {
        Map<String, History.Entry> entries = new HashMap<>();
        history.documents().forEach(entry -> entries.put(entry.document(), entry));
        Map<PackagedDocument, FileLine> descriptions = new LinkedHashMap<>();
        for (PackagedDocument document : documents) {
            History.Entry entry = Objects.requireNonNull(entries.get(document.id()), document.id());
            descriptions.put(
                    document,
                    sink.add(
                            PackagePath.description(document.id()),
                            out -> EadWriter.write(out, TABLE.document(), facts.document(document, entry))));
        }
        List<FileLine> premis = premis(
                sink, PackagePath.REPRESENTATION_PREMIS, out -> preservation.writeRepresentation(out, documents));
        return sink.add(
                PackagePath.REPRESENTATION_METS, out -> contents.writeRepresentation(out, descriptions, premis));
    }

    private List<FileLine> premis(PackageSink sink, String path, PackageSink.Content content) throws IOException {
        return type.isPreserved() ? List.of(sink.add(path, content)) : List.of();
    }

    private static List<FileLine> schemas(PackageSink sink) throws IOException {
        List<FileLine> schemas = new ArrayList<>();
        for (String name : SCHEMAS) {
            try (InputStream schema = schema(name)) {
                schemas.add(sink.add(PackagePath.schema(name), schema::transferTo));
            }
        }
        return schemas;
    }

    /** A schema as it comes with every package. */
    static InputStream schema(String name) {
        return Objects.requireNonNull(ArchivePackage.class.getResourceAsStream("/archive/schemas/" + name), name);
    }

    /** Reads {@code history.json}. */
    public static History history(InputStream in) throws IOException {
        return CanonicalJson.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), History.class);
    }
}
