package nienkhoa.archive.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import nienkhoa.archive.ArchiveDocument;
import nienkhoa.archive.ArchiveFixture;
import nienkhoa.archive.Archivist;
import nienkhoa.archive.RememberingCatalogue;
import nienkhoa.archive.ocfl.OcflArchiveFolder;
import nienkhoa.archive.ocfl.OcflDossierStore;
import nienkhoa.language.Messages;
import nienkhoa.model.Finding;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each damage that can be planted is named by its code. The documents' insides are checked in PdfVerificationTest. */
class VerifierTest {

    @TempDir
    Path home;

    private ArchiveFixture fixture;

    @BeforeEach
    void archiveTwoDocuments() {
        fixture = new ArchiveFixture(home.resolve("out"));
        archive(document("D-1", "Nguyễn Thị Ánh"), document("D-2", "Trần Văn Bình"));
    }

    @Test
    void soundArchiveHasNoFindings() {
        Report report = verify();

        assertThat(report.findings()).isEmpty();
        assertThat(report.dossiers()).isEqualTo(1);
        assertThat(report.documents()).isEqualTo(2);
        assertThat(report.files()).isEqualTo(19);
    }

    @Test
    void namesAFlippedByte() throws IOException {
        byte[] bytes = Files.readAllBytes(find("D-1.pdf"));
        bytes[6] ^= 1;
        Files.write(find("D-1.pdf"), bytes);

        assertThat(codes()).contains("V301_OBJECT_INVALID", "V307_FILE_CHANGED", "V315_TEXT_MISSING");
    }

    @Test
    void namesATruncatedFile() throws IOException {
        Files.writeString(find("D-1.json"), "{\"doc");

        assertThat(codes()).containsExactlyInAnyOrder("V301_OBJECT_INVALID", "V307_FILE_CHANGED", "V316_BAD_DATA_FILE");
    }

    @Test
    void namesAMissingFile() throws IOException {
        Files.delete(find("D-1.pdf"));

        assertThat(verify().findings())
                .filteredOn(finding -> finding.code().equals("V306_FILE_MISSING"))
                .extracting(finding -> finding.place().file())
                .containsExactly("representations/rep1/data/D-1.pdf");
    }

    @Test
    void namesAnExtraFileInAnObject() throws IOException {
        Files.writeString(find("D-1.pdf").resolveSibling("D-3.pdf"), "smuggled in");

        assertThat(codes()).containsExactly("V301_OBJECT_INVALID");
    }

    @Test
    void namesAFileOutsideAnyObject() throws IOException {
        Files.writeString(Files.createDirectories(home.resolve("archive/abc")).resolve("notes.txt"), "stray");

        assertThat(codes()).containsExactly("V320_STRAY_FILE");
    }

    @Test
    void namesAFileThatTheStoreTookInButDossierJsonDoesNotList() throws IOException {
        Path inventory = find("inventory.json");
        Files.writeString(
                inventory,
                Files.readString(inventory)
                        .replace(
                                "\"representations/rep1/data/D-1.pdf\"]",
                                "\"representations/rep1/data/D-1.pdf\",\"representations/rep1/data/D-9.pdf\"]"));

        assertThat(codes()).contains("V301_OBJECT_INVALID", "V308_FILE_EXTRA");
    }

    @Test
    void namesAnEditedDossierJson() throws IOException {
        Path manifest = find("dossier.json");
        Files.writeString(manifest, Files.readString(manifest).replace("Hoa Sen", "Hoa Hồng"));

        assertThat(verify().findings())
                .extracting(finding -> Messages.vietnamese().of("archive", finding))
                .anySatisfy(sentence -> assertThat(sentence).contains("E092", "dossier.json"))
                .anySatisfy(sentence -> assertThat(sentence).contains("SHA-256", "dossier.json"));
    }

    @Test
    void namesAnUnreadableDossierJson() throws IOException {
        Files.writeString(find("dossier.json"), "{}");

        assertThat(codes()).contains("V301_OBJECT_INVALID", "V305_BAD_DOSSIER_JSON");
    }

    @Test
    void namesASwappedDocumentThoughEveryDigestAgrees() {
        archive(fixture.document(
                "D-1", pdf(data("D-2", "Trần Văn Bình"), "Trần Văn Bình"), data("D-1", "Nguyễn Thị Ánh")));

        assertThat(codes()).containsExactly("V313_EMBEDDED_DATA_DIFFERS", "V315_TEXT_MISSING");
    }

    @Test
    void namesADocumentSwappedTogetherWithItsData() {
        String other = data("D-2", "Trần Văn Bình");
        archive(fixture.document("D-1", pdf(other, "Trần Văn Bình"), other));

        assertThat(codes()).containsExactly("V314_OTHER_DOCUMENT");
    }

    @Test
    void namesADocumentThatIsNoPdfA() {
        String data = data("D-1", "Nguyễn Thị Ánh");
        archive(fixture.document("D-1", pdf(data, "broken Nguyễn Thị Ánh"), data));

        assertThat(codes()).containsExactly("V311_NOT_PDFA");
    }

    @Test
    void namesADocumentThatCannotBeOpened() {
        archive(fixture.document("D-1", "no pdf", data("D-1", "Nguyễn Thị Ánh")));

        assertThat(codes()).containsExactly("V317_UNREADABLE_PDF");
    }

    @Test
    void namesDamageInAnOlderVersion() throws IOException {
        archive(document("D-1", "Nguyễn Thị Ánh Tuyết"));
        Path old;
        try (Stream<Path> files = Files.walk(home.resolve("archive"))) {
            old = files.filter(file -> file.endsWith("v1/content/representations/rep1/data/D-1.pdf"))
                    .findFirst()
                    .orElseThrow();
        }
        Files.writeString(old, "rotten");

        assertThat(codes()).containsExactly("V301_OBJECT_INVALID");
    }

    @Test
    void namesAnObjectMovedToAnotherPlace() throws IOException {
        Path object = find("inventory.json").getParent();
        Files.move(object, object.resolveSibling("elsewhere"));

        assertThat(codes()).containsExactly("V303_WRONG_PLACE");
    }

    @Test
    void namesAFolderThatIsNoArchive() {
        Report report = new Verifier(new TextProof(), 1).verify(new OcflArchiveFolder(home), (done, total) -> {});

        assertThat(report.findings()).extracting(Finding::code).containsExactly("V321_NOT_AN_ARCHIVE");
    }

    @Test
    void tellsHowFarItIs() {
        AtomicInteger last = new AtomicInteger();

        new Verifier(new TextProof(), 2)
                .verify(new OcflArchiveFolder(home.resolve("archive")), (done, total) -> last.set(done * 100 / total));

        assertThat(last).hasValue(100);
    }

    @Test
    void everyCodeHasItsSentenceInBothLanguages() {
        Finding finding =
                Faults.fault("V315_TEXT_MISSING", "a/b", "representations/rep1/data/D-1.pdf", "students/3/name");

        assertThat(Messages.vietnamese().of("archive", finding))
                .contains("a/b", "representations/rep1/data/D-1.pdf", "students/3");
        assertThat(Messages.english().of("archive", finding))
                .contains("a/b", "representations/rep1/data/D-1.pdf", "students/3");
    }

    private ArchiveDocument document(String id, String name) {
        return fixture.document(id, pdf(data(id, name), name), data(id, name));
    }

    private static String pdf(String data, String text) {
        return "PDF " + text + "\n" + data;
    }

    private static String data(String id, String name) {
        return "{\"document\":{\"id\":\"" + id + "\"},\"students\":[{\"name\":\"" + name + "\"}]}";
    }

    private void archive(ArchiveDocument... documents) {
        try (OcflDossierStore store =
                OcflDossierStore.open(home.resolve("archive"), home.resolve("work"), ArchiveFixture.FRI_2024_05_31)) {
            new Archivist(store, new RememberingCatalogue(), ArchiveFixture.KEEP, ArchiveFixture.FRI_2024_05_31)
                    .archive(ArchiveFixture.dossier("run", List.of(documents)));
        }
    }

    private Report verify() {
        return new Verifier(new TextProof(), 2)
                .verify(new OcflArchiveFolder(home.resolve("archive")), (done, total) -> {});
    }

    private List<String> codes() {
        return verify().findings().stream().map(Finding::code).distinct().toList();
    }

    private Path find(String name) throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("archive"))) {
            return files.filter(file -> file.endsWith(name))
                    .min(Comparator.comparingInt(Path::getNameCount))
                    .orElseThrow();
        }
    }
}
