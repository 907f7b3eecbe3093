package nienkhoa.archive.tt05;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.xml.parsers.ParserConfigurationException;
import nienkhoa.archive.ArchiveCodes;
import nienkhoa.archive.ArchiveFixture;
import nienkhoa.archive.Archivist;
import nienkhoa.archive.Dossier;
import nienkhoa.archive.HandedOver;
import nienkhoa.archive.PackagePath;
import nienkhoa.archive.RememberingCatalogue;
import nienkhoa.archive.SourceFile;
import nienkhoa.archive.ocfl.OcflDossierStore;
import nienkhoa.archive.ocfl.OcflVersions;
import nienkhoa.data.CanonicalJson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.roda_project.commons_ip2.validator.EARKSIPValidator;
import org.roda_project.commons_ip2.validator.reporter.ValidationReportOutputJson;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Our packages before a judge that others wrote: the validator of commons-ip2, by the edition of E-ARK that the circular names and the newest. */
class SecondValidatorTest {

    /**
     * What is not held against us. Quirk: the validator wants every division of a structure to be a folder; CSIP107 asks that of
     * representations alone, and the circular has a division MetadataLink that is none. The circular names edition 2.0.4,
     * whose profile has no edition in its name; by 2.2.0 the validator wants it there (SIP2).
     */
    private static final Map<String, Set<String>> NOT_OURS =
            Map.of("2.0.4", Set.of("CSIP107"), "2.2.0", Set.of("CSIP107", "SIP2"));

    @TempDir
    private Path folder;

    @BeforeEach
    void archiveADossier() throws IOException {
        ArchiveFixture files = new ArchiveFixture(folder.resolve("out"));
        Path papers = Files.writeString(folder.resolve("bundle-papers.pdf"), "papers");
        Dossier made = ArchiveFixture.dossier("LC-000007", List.of(files.document("VB-1", "%PDF-1.7 one", "{}")));
        SourceFile paper = SourceFile.of(
                PackagePath.documentation("bundle-papers.pdf"),
                papers,
                CanonicalJson.sha256(Files.readAllBytes(papers)));
        OcflDossierStore store =
                OcflDossierStore.open(folder.resolve("archive"), folder.resolve("work"), ArchiveFixture.FRI_2024_05_31);
        new Archivist(
                        store,
                        new RememberingCatalogue(),
                        ArchiveFixture.KEEP,
                        ArchiveFixture.FRI_2024_05_31,
                        id -> false,
                        HandedOver.NOTHING,
                        ArchiveCodes.UNKNOWN)
                .archive(new Dossier(made.key(), made.origin(), made.documents(), List.of(paper)));
    }

    @ParameterizedTest
    @EnumSource(PackageType.class)
    void findsNothingAgainstAPackage(PackageType type) throws IOException, ParserConfigurationException, SAXException {
        Path zip = underItsOwnName(packed(type));

        for (Map.Entry<String, Set<String>> edition : NOT_OURS.entrySet()) {
            Map<String, String> failed = failed(zip, edition.getKey());
            failed.keySet().removeAll(edition.getValue());
            assertThat(failed).as(edition.getKey()).isEmpty();
        }
    }

    @Test
    void findsAPackageThatWasTamperedWith() throws IOException, ParserConfigurationException, SAXException {
        Path changed = folder.resolve("changed.zip");
        rewrite(packed(PackageType.SIP), changed, "one", "two");

        assertThat(new TreeSet<>(failed(changed, "2.2.0").keySet())).contains("CSIP71");
    }

    private Path packed(PackageType type) throws IOException {
        StoredVersion stored = new OcflVersions(folder.resolve("archive"))
                .of(ArchiveFixture.CLASS_5A.id())
                .get(0);
        return PackageFile.write(stored, stored, type, folder, "");
    }

    /**
     * E-ARK wants the folder in the zip to be called as OBJID says, the circular has colons in the one and not in the other,
     * as not every disk can hold them.
     */
    private Path underItsOwnName(Path zip) throws IOException {
        String name = zip.getFileName().toString().replace(".zip", "");
        Path own = folder.resolve("own.zip");
        rewrite(zip, own, name, name.replace("urn_uuid_", "urn:uuid:"));
        return own;
    }

    /** Replaces a text in names, and where it is no name in the content of PDF files. */
    private static void rewrite(Path from, Path to, String text, String by) throws IOException {
        try (ZipFile zip = new ZipFile(from.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
            for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                byte[] content = zip.getInputStream(entry).readAllBytes();
                if (entry.getName().endsWith(".pdf")) {
                    content = new String(content, StandardCharsets.ISO_8859_1)
                            .replace(text, by)
                            .getBytes(StandardCharsets.ISO_8859_1);
                }
                out.putNextEntry(new ZipEntry(entry.getName().replace(text, by)));
                out.write(content);
                out.closeEntry();
            }
        }
    }

    /** What the validator says of each requirement that a package must meet and does not. */
    private Map<String, String> failed(Path zip, String edition)
            throws IOException, ParserConfigurationException, SAXException {
        Path report = folder.resolve("report.json");
        try (OutputStream out = Files.newOutputStream(report)) {
            new EARKSIPValidator(new ValidationReportOutputJson(zip, out), edition).validate(edition);
        }
        JsonNode said = new JsonMapper().readTree(Files.readString(report)).path("validation");
        assertThat(said.size()).as("requirements").isGreaterThan(100);
        Map<String, String> failed = new TreeMap<>();
        StreamSupport.stream(said.spliterator(), false)
                .filter(one -> one.path("level").asString("").equals("MUST"))
                .filter(one -> one.at("/testing/outcome").asString("").equals("FAILED"))
                .forEach(one -> failed.put(
                        one.path("id").asString(""), one.at("/testing/issues").toString()));
        return failed;
    }
}
