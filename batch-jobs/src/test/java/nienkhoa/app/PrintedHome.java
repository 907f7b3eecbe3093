package nienkhoa.app;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nienkhoa.archive.ArchiveDocument;
import nienkhoa.archive.Archivist;
import nienkhoa.archive.Dossier;
import nienkhoa.archive.DossierKey;
import nienkhoa.archive.GatePass;
import nienkhoa.data.CanonicalJson;
import nienkhoa.model.Level;
import nienkhoa.model.School;
import nienkhoa.model.SchoolYear;
import nienkhoa.testing.TestDatabase;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A home with summaries of class 5A that may be printed into a folder, and people to do it. */
final class PrintedHome {

    static final DossierKey DOSSIER = new DossierKey.ClassForm("31313401", new SchoolYear(2023), "5A", "class-summary");

    private static final String PEOPLE = """
            - {id: p01, name: Nguyễn Văn An, roles: [HEAD]}
            - {id: p02, name: Trần Thị Bình, roles: [ARCHIVIST]}
            - {id: p03, name: Lê Văn Cường, roles: [CLERK, OPERATOR]}
            - {id: p04, name: Phạm Thu Dung, roles: [TEACHER]}
            """;

    private static final String ENTER_SCHOOL = """
            insert into register_entry (kind, key, revision, current, school_code, content, content_sha256, export_sha256,
                entered_at)
            values ('school', '31313401', 1, true, '31313401', ?, ?, '', now())
            """;

    private static final String ENTER_DOCUMENT = """
            insert into rendering_document (document_id, unit, form, edition, variant, school_code, school_year, class_name,
                grade, cohort, student_id, ordinal, outcome, export_sha256, path, data_sha256, pdf_sha256, pages, verdict)
            values (?, 'CLASS_SECTION|31313401|2023|5A', 'class-summary', 'tt27-2020', 'YEAR_END', '31313401', 2023, '5A',
                5, '', ?, ?, 'rendered', '', ?, ?, ?, 2, 'PASS')
            """;

    final KeptHome kept;
    final Path folder;
    final Path stick;

    PrintedHome(TestDatabase database, Path folder, int documents) throws IOException {
        this.kept = KeptHome.on(database, folder.resolve("home"));
        this.folder = kept.folder;
        this.stick = folder.resolve("usb");
        Path config = this.folder.resolve("config");
        Files.writeString(config.resolve("people.yaml"), PEOPLE);
        Files.writeString(config.resolve("printers.yaml"), "usb: {folder: '" + stick + "'}\n");
        try (Application application = kept.open()) {
            JdbcClient jdbc = application.part(JdbcClient.class);
            String school = CanonicalJson.write(school());
            jdbc.sql(ENTER_SCHOOL)
                    .params(school, CanonicalJson.sha256(school.getBytes(StandardCharsets.UTF_8)))
                    .update();
            List<ArchiveDocument> made = new ArrayList<>();
            for (int number = 1; number <= documents; number++) {
                made.add(document(jdbc, number));
            }
            Dossier.Origin origin =
                    new Dossier.Origin("Trường Tiểu học Hoa Sen", "BANG_TONG_HOP", "e".repeat(64), "run");
            application.part(Archivist.class).archive(new Dossier(DOSSIER, origin, made, List.of()));
        }
    }

    private static School school() {
        School.Name name = new School.Name(
                null, null, "Trường Tiểu học Hoa Sen", "1 Hoa Sen", "Phường A", "Quận B", "Hải Phòng", "Hải Phòng");
        return new School("31313401", List.of(Level.PRIMARY), List.of(name), List.of(), List.of());
    }

    private ArchiveDocument document(JdbcClient jdbc, int number) throws IOException {
        String id = "VB-000000000000000" + number;
        String path = "2023-2024/31313401/5A/class-summary/00" + number + "-" + id;
        Path pdf = Files.createDirectories(folder.resolve("out").resolve(path).getParent())
                .resolve("00" + number + "-" + id + ".pdf");
        Path data = pdf.resolveSibling("00" + number + "-" + id + ".json");
        byte[] pages = pdf(number);
        byte[] said = ("{\"number\":" + number + "}").getBytes(StandardCharsets.UTF_8);
        Files.write(pdf, pages);
        Files.write(data, said);
        String pdfDigest = CanonicalJson.sha256(pages);
        String dataDigest = CanonicalJson.sha256(said);
        jdbc.sql(ENTER_DOCUMENT)
                .params(id, "HS-00000000000" + number, number, path, dataDigest, pdfDigest)
                .update();
        return new ArchiveDocument(
                id,
                "class-summary/tt27-2020",
                2,
                GatePass.of("PASS").orElseThrow(),
                ArchiveDocument.pdf(id, pdf, pdfDigest),
                ArchiveDocument.data(id, data, dataDigest),
                Optional.empty());
    }

    /** Two pages with a frame. */
    private static byte[] pdf(int number) throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i < 2; i++) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.addRect(60, 60 + number, 470, 700);
                    content.stroke();
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    KeptHome.Answer run(String... command) {
        return kept.run(command);
    }

    /** Pictures of the sides that lie on the stick, in the order of the files. */
    List<BufferedImage> paper() throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(stick)) {
            files = found.filter(file -> file.toString().contains("-B001-"))
                    .sorted()
                    .toList();
        }
        List<BufferedImage> sides = new ArrayList<>();
        for (Path file : files) {
            try (PDDocument document = Loader.loadPDF(file.toFile())) {
                PDFRenderer renderer = new PDFRenderer(document);
                for (int page = 0; page < document.getNumberOfPages(); page++) {
                    sides.add(renderer.renderImageWithDPI(page, 150, ImageType.GRAY));
                }
            }
        }
        return sides;
    }

    /** What a scanner makes of a stack. */
    Path scanned(String name, List<BufferedImage> stack) throws IOException {
        Path file = folder.resolveSibling(name);
        try (PDDocument document = new PDDocument()) {
            for (BufferedImage side : stack) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.drawImage(
                            LosslessFactory.createFromImage(document, side),
                            0,
                            0,
                            PDRectangle.A4.getWidth(),
                            PDRectangle.A4.getHeight());
                }
            }
            document.save(file.toFile());
        }
        return file;
    }
}
