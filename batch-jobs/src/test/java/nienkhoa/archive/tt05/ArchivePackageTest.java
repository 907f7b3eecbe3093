package nienkhoa.archive.tt05;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import nienkhoa.archive.ArchiveCodes;
import nienkhoa.archive.ArchiveCodes.Agency;
import nienkhoa.archive.ArchiveDocument;
import nienkhoa.archive.ArchiveFixture;
import nienkhoa.archive.Archivist;
import nienkhoa.archive.Dossier;
import nienkhoa.archive.DossierKey;
import nienkhoa.archive.HandedOver;
import nienkhoa.archive.PackagePath;
import nienkhoa.archive.RememberingCatalogue;
import nienkhoa.archive.ocfl.OcflArchiveFolder;
import nienkhoa.archive.ocfl.OcflDossierStore;
import nienkhoa.archive.verify.Report;
import nienkhoa.archive.verify.TextProof;
import nienkhoa.archive.verify.Verifier;
import nienkhoa.language.Messages;
import nienkhoa.model.Finding;
import nienkhoa.model.SchoolYear;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a version holds beside its records, read back from the folder. */
class ArchivePackageTest {

    private static final Clock MON_2024_09_02 = Clock.fixed(Instant.parse("2024-09-02T01:00:00Z"), ZoneOffset.UTC);
    private static final ArchiveCodes CODES =
            new ArchiveCodes("A01", Agency.UNKNOWN, Map.of("31313401", new Agency("H31.12.7", "P12")));

    @TempDir
    Path home;

    private ArchiveFixture fixture;

    @BeforeEach
    void archiveTwoDocuments() {
        fixture = new ArchiveFixture(home.resolve("out"));
        archive(ArchiveFixture.FRI_2024_05_31, CODES, document("VB-1", "Ánh"), document("VB-2", "Bình"));
    }

    @Test
    void keepsToItsSchemasAndToBothProfiles() throws IOException {
        correctFirst();

        assertThat(verify(Profile.NAMES).findings()).isEmpty();
    }

    @Test
    void describesTheDossierWithEighteenFields() throws IOException {
        assertThat(text(1, PackagePath.EAD))
                .contains(
                        "<fileCode>H31.12.7.2023-2024.5A.class-summary</fileCode>",
                        "<title>Bảng tổng hợp của lớp, lớp 5A, năm học 2023-2024, Trường Tiểu học Hoa Sen</title>",
                        "<maintenance>07</maintenance>",
                        "<startDate>30/05/2024</startDate>",
                        "<totalDoc>2</totalDoc>",
                        "<numberOfPage>2</numberOfPage>");
        assertThat(PackageTable.bundled().dossier()).hasSize(18);
        assertThat(PackageTable.bundled().document()).hasSize(21);
    }

    @Test
    void describesEachDocumentWithANumberThatItKeeps() throws IOException {
        archive(MON_2024_09_02, CODES, document("VB-0", "Cúc"));

        assertThat(text(1, PackagePath.description("VB-1")))
                .contains("<docCode>H31.12.7.2023-2024.5A.class-summary.0000001</docCode>")
                .contains("<issuedDate>30/05/2024</issuedDate>");
        assertThat(text(2, PackagePath.description("VB-0"))).contains(".0000003</docCode>");
        assertThat(version(2))
                .as("unchanged descriptions stay where they are")
                .doesNotContainKeys(PackagePath.description("VB-1"));
    }

    @Test
    void aCorrectedDocumentSupersedesTheOldOneWhichStaysReadable() throws IOException {
        correctFirst();

        assertThat(text(2, PackagePath.HISTORY))
                .contains("\"by\":2", "\"document\":\"VB-1\"", "\"reason\":\"CONTENT\"", "\"version\":1");
        assertThat(text(2, PackagePath.REPRESENTATION_PREMIS)).contains("<relationshipSubType>supersedes<");
        assertThat(text(2, PackagePath.PREMIS))
                .contains("VB-1 of version 1 superseded in version 2", "<relationshipSubType>is version of<");
        assertThat(text(2, PackagePath.METS)).contains("RECORDSTATUS=\"REPLACEMENT\"");
        assertThat(text(1, PackagePath.data("VB-1.pdf"))).contains("Ánh");
    }

    @Test
    void isTheSameWhereverItIsMade() throws IOException {
        Map<String, byte[]> first = version(1);
        Path other = Files.createDirectory(home.resolve("other"));
        archive(other, ArchiveFixture.FRI_2024_05_31, CODES, document("VB-1", "Ánh"), document("VB-2", "Bình"));

        assertThat(version(other, 1)).containsExactlyEntriesOf(first);
    }

    @Test
    void codesThatAreGivenLaterMakeANewVersion() throws IOException {
        ArchiveCodes more = new ArchiveCodes("A01", Agency.UNKNOWN, Map.of("31313401", new Agency("H31.12.7", "P13")));
        archive(MON_2024_09_02, more, document("VB-1", "Ánh"));

        assertThat(text(2, PackagePath.METS)).contains("OBJID=\"urn:P13:uuid:");
        assertThat(text(2, PackagePath.PREMIS))
                .as("the old package keeps its name")
                .contains("urn:P12:uuid:");
    }

    @Test
    void codesThatAreUnknownAreNotMadeUp() {
        DossierKey key = new DossierKey.ClassForm("99999999", new SchoolYear(2023), "5B", "class-summary");
        archive(home, ArchiveFixture.FRI_2024_05_31, CODES, key, document("VB-9", "Dung"));

        Report report = verify(List.of("legal"));

        assertThat(report.findings()).extracting(Finding::severity).containsOnly(Finding.Severity.WARN);
        assertThat(report.findings())
                .extracting(finding -> Messages.vietnamese().of("archive", finding))
                .hasSize(2)
                .allMatch(sentence -> sentence.contains("config/office.yaml"));
    }

    @Test
    void namesOfFilesMayHoldAnything() throws IOException {
        DossierKey key = new DossierKey.Export("e".repeat(64));
        Dossier export = new Dossier(
                key,
                new Dossier.Origin("", "BAN_XUAT_CSDL", "e".repeat(64), "run"),
                List.of(),
                List.of(fixture.file(PackagePath.data("lớp 5A & 100% \"<đủ>\" #1.csv"), new byte[3])));
        try (OcflDossierStore store = open(home, ArchiveFixture.FRI_2024_05_31)) {
            archivist(store, ArchiveFixture.FRI_2024_05_31, CODES).archive(export);
        }

        assertThat(verify(List.of("eark")).findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            METS.xml                       | OBJID=           | LABEL2=         | V343_SCHEMA         | METS has no such attribute
            METS.xml                       | TYPE="Mixed"     |                 | V344_PROFILE_BROKEN | CSIP2
            METS.xml                       | "SHA-256"        | "SHA-512"       | V344_PROFILE_BROKEN | TT05-sha256
            METS.xml                       | OAISPACKAGETYPE="AIP" | OAISPACKAGETYPE="ABC" | V343_SCHEMA | the list of package types
            METS.xml                       | LABEL="Metadata" | LABEL="Meta"    | V344_PROFILE_BROKEN | CSIP88
            METS.xml                       | :uuid:           | :id:            | V344_PROFILE_BROKEN | TT05-OBJID
            metadata/descriptive/EAD.xml   | <mode>02</mode>  |                 | V343_SCHEMA         | a field is missing
            metadata/descriptive/EAD.xml   | <mode>02<        | <mode>09<       | V343_SCHEMA         | a code that is not in the list
            metadata/preservation/PREMIS.xml | <eventType>    | <eventTypo>     | V343_SCHEMA         | no PREMIS
            """)
    void whatBreaksARuleIsFound(String path, String was, String is, String code, String why) throws IOException {
        Path file = versionFolder(home, 1).resolve(path);
        String text = Files.readString(file);
        assertThat(text).contains(was);
        Files.writeString(file, text.replace(was, is == null ? "" : is));

        assertThat(verify(Profile.NAMES).findings())
                .as(why)
                .extracting(Finding::code)
                .contains(code);
    }

    private void correctFirst() {
        archive(MON_2024_09_02, CODES, document("VB-1", "Ánh Tuyết"));
    }

    private ArchiveDocument document(String id, String name) {
        String data = "{\"document\":{\"id\":\"" + id + "\",\"issued\":\"2024-05-30\"},\"students\":[{\"name\":\""
                + name + "\"}]}";
        return fixture.document(id, "PDF " + name + "\n" + data, data);
    }

    private void archive(Clock clock, ArchiveCodes codes, ArchiveDocument... documents) {
        archive(home, clock, codes, documents);
    }

    private static void archive(Path place, Clock clock, ArchiveCodes codes, ArchiveDocument... documents) {
        archive(place, clock, codes, ArchiveFixture.CLASS_5A, documents);
    }

    private static void archive(
            Path place, Clock clock, ArchiveCodes codes, DossierKey key, ArchiveDocument... documents) {
        try (OcflDossierStore store = open(place, clock)) {
            Dossier made = ArchiveFixture.dossier("run", List.of(documents));
            archivist(store, clock, codes).archive(new Dossier(key, made.origin(), made.documents(), List.of()));
        }
    }

    private static OcflDossierStore open(Path place, Clock clock) {
        return OcflDossierStore.open(place.resolve("archive"), place.resolve("work"), clock);
    }

    private static Archivist archivist(OcflDossierStore store, Clock clock, ArchiveCodes codes) {
        return new Archivist(
                store, new RememberingCatalogue(), ArchiveFixture.KEEP, clock, id -> false, HandedOver.NOTHING, codes);
    }

    private Report verify(List<String> profiles) {
        return new Verifier(
                        new TextProof(),
                        1,
                        Optional.empty(),
                        profiles.stream().map(Profile::bundled).toList())
                .verify(new OcflArchiveFolder(home.resolve("archive")), (done, total) -> {});
    }

    private String text(int version, String path) throws IOException {
        return Files.readString(versionFolder(home, version).resolve(path));
    }

    private Map<String, byte[]> version(int version) throws IOException {
        return version(home, version);
    }

    private static Map<String, byte[]> version(Path place, int version) throws IOException {
        Path folder = versionFolder(place, version);
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }

    private static Path versionFolder(Path place, int version) throws IOException {
        try (Stream<Path> all = Files.walk(place.resolve("archive"))) {
            return all.filter(folder -> folder.endsWith("v" + version + "/content"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
