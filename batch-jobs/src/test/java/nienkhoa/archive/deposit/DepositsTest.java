package nienkhoa.archive.deposit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nienkhoa.archive.ArchiveFixture;
import nienkhoa.archive.Archivist;
import nienkhoa.archive.Catalogue;
import nienkhoa.archive.DossierManifest.FileLine;
import nienkhoa.archive.DossierStore.StoredDossier;
import nienkhoa.archive.RulesAdvice;
import nienkhoa.archive.deposit.Deposits.Taken;
import nienkhoa.archive.deposit.DepositsOwed.Missing;
import nienkhoa.archive.ocfl.OcflDossierStore;
import nienkhoa.language.Messages;
import nienkhoa.model.Finding;
import nienkhoa.model.SchoolYear;
import nienkhoa.retention.RetentionRules;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DepositsTest {

    private static final String SCHOOL = "31313401";
    private static final SchoolYear YEAR = new SchoolYear(2023);
    private static final String LESSON_PLANS = "deposit/31313401/2023-2024/lesson-plan/GV012";

    @TempDir
    private Path home;

    private Path folder;
    private OcflDossierStore store;
    private Archivist archivist;
    private WorkOrderRule order = (dossier, year, signed) -> Optional.empty();

    @BeforeEach
    void open() throws IOException {
        folder = Files.createDirectories(home.resolve("handed in"));
        store = OcflDossierStore.open(home.resolve("archive"), home.resolve("work"), ArchiveFixture.FRI_2024_05_31);
        archivist = new Archivist(
                store,
                new NoCatalogue(),
                new RulesAdvice(RetentionRules.bundled(), ArchiveFixture.FRI_2024_05_31),
                ArchiveFixture.FRI_2024_05_31);
    }

    private static final class NoCatalogue implements Catalogue {
        @Override
        public boolean knows(StoredDossier stored) {
            return true;
        }

        @Override
        public void enter(StoredDossier stored) {}
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void filesEachUnderItsDossierAndRuleByteForByte() throws IOException {
        byte[] plan = DepositFiles.docx("LỊCH BÁO  GIẢNG tuần 7");
        put("lesson-plan/GV012/tuan-07.docx", plan);
        put("team-plan/TO1/ke-hoach.pdf", DepositFiles.pdf("plan"));

        Taken taken = take();

        assertThat(taken).isEqualTo(new Taken(2, 2, 2, 0, List.of()));
        StoredDossier lessons = store.head(LESSON_PLANS).orElseThrow();
        assertThat(lessons.manifest().subject().recordClass()).isEqualTo("KHBD");
        assertThat(lessons.manifest().retention())
                .extracting(answer -> answer.medium() + " " + answer.decision())
                .containsExactly("SIGNED_FILE UNCONFIRMED_KEEP", "DATA UNCONFIRMED_KEEP");
        assertThat(lessons.manifest().allFiles())
                .extracting(FileLine::path, FileLine::bytes)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "representations/rep1/data/deposits/week-07.docx", (long) plan.length));
    }

    @Test
    void sameFolderAgainChangesNothingAndACorrectedFileMakesAVersion() throws IOException {
        put("lesson-plan/GV012/7.docx", DepositFiles.docx("lịch báo giảng"));
        put("lesson-plan/GV012/8.docx", DepositFiles.docx("lịch báo giảng"));
        take();

        assertThat(take()).isEqualTo(new Taken(2, 2, 0, 1, List.of()));
        put("lesson-plan/GV012/8.docx", DepositFiles.docx("Lịch báo giảng, đã sửa"));

        assertThat(take()).isEqualTo(new Taken(2, 2, 1, 0, List.of()));
        assertThat(store.head(LESSON_PLANS).orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void oneBadFileDoesNotHoldTheOthers() throws IOException {
        put("lesson-plan/GV012/7.docx", DepositFiles.docx("lịch báo giảng"));
        put("lesson-plan/GV012/8.pdf", DepositFiles.pdfWithScript());
        put("lesson-plan/GV012/9.pdf", DepositFiles.docx("lịch báo giảng"));
        put("lesson-plan/GV012/10.png", DepositFiles.picture("png"));
        put("team-plan/TO1/a.pdf", DepositFiles.pdf("a"));
        put("team-plan/TO1/b.pdf", DepositFiles.pdf("b"));
        put("readme.txt", new byte[] {1});

        Taken taken = take();

        assertThat(taken.taken()).isEqualTo(2);
        assertThat(taken.findings())
                .extracting(finding -> finding.place().file() + " " + finding.code())
                .containsExactlyInAnyOrder(
                        "lesson-plan/GV012/8.pdf A508_FILE_ACTIVE",
                        "lesson-plan/GV012/9.pdf A515_NAME_LIES",
                        "lesson-plan/GV012/10.png A516_TYPE_NOT_TAKEN",
                        "team-plan/TO1/b.pdf A514_TWO_FILES",
                        "readme.txt A501_NO_KIND");
        assertThat(taken.findings()).allSatisfy(finding -> {
            assertThat(Messages.vietnamese().of("deposit", finding))
                    .startsWith(finding.place().file() + ":");
            assertThat(Messages.english().of("deposit", finding)).doesNotContain("{");
        });
    }

    @Test
    void keepsALessonPlanWithoutItsTimetableAndSaysSo() throws IOException {
        put("lesson-plan/GV012/7.pdf", DepositFiles.pdf("something else"));

        Taken taken = take();

        assertThat(taken.taken()).isEqualTo(1);
        assertThat(taken.findings())
                .extracting(Finding::code, Finding::severity)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("A520_FIRST_PAGE", Finding.Severity.WARN));
    }

    @Test
    void followsNoLinkOutOfTheFolder() throws IOException {
        Path secret = Files.write(home.resolve("secret.pdf"), DepositFiles.pdf("secret"));
        Files.createDirectories(folder.resolve("minutes"));
        Files.createSymbolicLink(folder.resolve("minutes/1.pdf"), secret);

        assertThat(take().findings()).extracting(Finding::code).containsExactly("A513_LINK");
    }

    @Test
    void signedScanJoinsTheDossierThatItIsOf() throws IOException {
        ArchiveFixture fixture = new ArchiveFixture(home.resolve("out"));
        put("signed-scan/31313401/2023-2024/5A/class-summary/1.pdf", DepositFiles.pdf("signed"));
        assertThat(take().findings()).extracting(Finding::code).containsExactly("A517_DOSSIER_UNKNOWN");
        archivist.archive(ArchiveFixture.dossier("run-1", fixture.documents(2)));

        assertThat(take()).isEqualTo(new Taken(1, 1, 1, 0, List.of()));

        StoredDossier head = store.head(ArchiveFixture.CLASS_5A.id()).orElseThrow();
        assertThat(head.manifest().documents()).hasSize(2);
        assertThat(head.manifest().files())
                .extracting(FileLine::path)
                .containsExactly("representations/rep1/data/deposits/1.pdf");
        assertThat(head.manifest().subject().recordClass()).isEqualTo("BANG_TONG_HOP");
        assertThat(archivist.archive(ArchiveFixture.dossier("run-2", fixture.documents(2))))
                .as("the documents again leave the scan where it is")
                .isEqualTo(new nienkhoa.archive.ArchiveOutcome.Unchanged(2, 2));
    }

    @Test
    void whichComesFirstPaperOrSignatureIsAskedForFilesOfADossier() throws IOException {
        archivist.archive(ArchiveFixture.dossier("run-1", new ArchiveFixture(home.resolve("out")).documents(1)));
        put("signed-scan/31313401/2023-2024/5A/class-summary/digital.pdf", DepositFiles.signedPdf());
        put("signed-scan/31313401/2023-2024/5A/class-summary/paper.pdf", DepositFiles.pdf("signed by hand"));
        put("minutes/1.pdf", DepositFiles.signedPdf());
        List<String> asked = new ArrayList<>();
        order = (dossier, year, signed) -> {
            asked.add(dossier.id() + " " + year + " " + signed);
            return signed
                    ? Optional.of(new Finding(
                            "P461_NO_WORK_ORDER", Finding.Severity.REJECT, Finding.Place.ofFile(""), "", List.of()))
                    : Optional.empty();
        };

        Taken taken = take();

        assertThat(asked)
                .containsExactly(
                        "31313401/2023-2024/5A/class-summary 2023-2024 true",
                        "31313401/2023-2024/5A/class-summary 2023-2024 false");
        assertThat(taken.findings()).extracting(Finding::code).containsExactly("P461_NO_WORK_ORDER");
        assertThat(taken.findings().get(0).place().file()).endsWith("digital.pdf");
        assertThat(store.head(ArchiveFixture.CLASS_5A.id())
                        .orElseThrow()
                        .manifest()
                        .files())
                .extracting(FileLine::path)
                .containsExactly("representations/rep1/data/deposits/paper.pdf");
    }

    @Test
    void saysWhoOwesWhichWeek() throws IOException {
        put("lesson-plan/GV012/1.docx", DepositFiles.docx("lịch báo giảng"));
        put("lesson-plan/GV012/3.docx", DepositFiles.docx("lịch báo giảng"));
        put("minutes/1.pdf", DepositFiles.pdf("1"));
        take();
        DepositsOwed owed = new DepositsOwed(
                SCHOOL,
                4,
                Map.of(
                        "lesson-plan", List.of("GV012", "GV013"),
                        "team-plan", List.of("TO1"),
                        "minutes", List.of(),
                        "school-plan", List.of()));

        assertThat(owed.missing(store, DepositKind.bundled(), YEAR, 3))
                .containsExactly(
                        new Missing("school-plan", "", List.of()),
                        new Missing("team-plan", "TO1", List.of()),
                        new Missing("lesson-plan", "GV012", List.of(2)),
                        new Missing("lesson-plan", "GV013", List.of(1, 2, 3)));
    }

    private Taken take() {
        return new Deposits(DepositKind.bundled(), store, archivist, order).take(folder, SCHOOL, YEAR);
    }

    private void put(String path, byte[] content) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }
}
