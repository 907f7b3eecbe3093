package nienkhoa.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nienkhoa.testing.TestDatabase;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Records from the hand-in to their tombstone, by the commands alone. The periods of the two annexes are invented: no
 * circular says two years.
 */
class RecordsLifeTest {

    private static final String PEOPLE = """
            - {id: p01, name: Nguyễn Văn An, roles: [HEAD]}
            - {id: p02, name: Trần Thị Bình, roles: [ARCHIVIST]}
            - {id: p03, name: Lê Văn Cường, roles: [COUNCIL]}
            - {id: p04, name: Phạm Thị Dung, roles: [COUNCIL]}
            - {id: p05, name: Hoàng Văn Em, roles: [OPERATOR]}
            """;

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    private Path folder;

    @BeforeEach
    void handInMinutesOfTwoYears() throws IOException {
        DATABASE.clear();
        write("home/config/nienkhoa.properties", DATABASE.configuration());
        write("home/config/people.yaml", PEOPLE);
        write(
                "home/config/office.yaml",
                "{name: Trường Tiểu học Hoa Sen, superior: Sở GD&ĐT Hải Phòng, place: Hải Phòng}");
        for (String year : List.of("2017-2018", "2018-2019")) {
            Path minutes = Files.createDirectories(folder.resolve("in/" + year + "/minutes"));
            try (PDDocument document = new PDDocument()) {
                document.addPage(new PDPage());
                document.save(
                        minutes.resolve(year.substring(0, 4) + "-09-15.pdf").toFile());
            }
            expect(0, "deposit", "--school", "31313401", "--school-year", year, "" + minutes.resolveSibling(""));
        }
    }

    @Test
    void nothingComesDueBeforeAPersonConfirmsTheOfficialAnnexesNorWhileACaseHoldsIt() throws IOException {
        assertThat(expect(0, "retention", "due")).contains(": 0 mục");
        expect(2, "disposal", "open", "--by", "p02");

        assertThat(confirm("27/2016/TT-BGDĐT")).contains("Đã xác nhận 1 quy tắc");
        assertThat(confirm("27/2016/TT-BGDĐT")).contains("Đã xác nhận 0 quy tắc");
        assertThat(acts("RULE_CONFIRMED")).isEqualTo(1);
        confirm("08/2025/TT-BGDĐT");
        assertThat(expect(1, "retention", "review")).contains("trước: ", "31/12/2020");
        expect(2, "retention", "review", "--accept", "--by", "p05");
        expect(0, "retention", "review", "--accept", "--by", "p01");
        expect(0, "retention", "due", "--as-of", "2020-12-31");
        List<String> first = dossiers(expect(1, "retention", "due", "--as-of", "2021-01-01"));
        assertThat(first).containsExactly("deposit/31313401/2017-2018/minutes");
        assertThat(expect(0, "retention", "explain", first.get(0)))
                .contains("xác nhận bởi p01", "27/2016/TT-BGDĐT", "2 năm");
        assertThat(expect(0, "retention", "as-of", "2024-01-01")).contains("27/2016/TT-BGDĐT");

        expect(0, "hold", "place", "--case", "TTr-01", "--reason", "inspection", "--select", "all", "--by", "p02");
        assertThat(expect(0, "retention", "due")).contains(": 0 mục");
        expect(2, "disposal", "open", "--by", "p02");
        expect(0, "hold", "release", "TTr-01", "--by", "p01");
        assertThat(dossiers(expect(1, "retention", "due"))).hasSize(2);
    }

    @Test
    void aCaseGoesStepByStepEachByAnotherPersonToTheTombstone() throws IOException {
        confirm("27/2016/TT-BGDĐT");
        confirm("08/2025/TT-BGDĐT");
        expect(0, "retention", "review", "--accept", "--by", "p01");
        List<String> dossiers = dossiers(expect(1, "retention", "due"));
        expect(2, "disposal", "open", "--by", "p01");
        String id = id(expect(0, "disposal", "open", "--by", "p02"));

        assertThat(expect(2, "disposal", "decide", id, "--by", "p01", "--number", "9/QĐ"))
                .contains("đã lập danh mục")
                .doesNotContain("LISTED");
        expect(0, "disposal", "council", id, "--member", "p03,p04", "--number", "7/QĐ", "--by", "p01");
        expect(2, "disposal", "minutes", id, "--by", "p05");
        expect(0, "disposal", "minutes", id, "--by", "p03", "--keep", dossiers.get(0) + "=Tài liệu lịch sử");
        expect(0, "disposal", "decide", id, "--by", "p01", "--number", "9/QĐ");
        expect(2, "disposal", "destroy", id, "--by", "p05");
        expect(0, "disposal", "hand-over", id, "--by", "p02", "--to", "p05");
        expect(2, "disposal", "destroy", id, "--by", "p04");
        expect(0, "disposal", "destroy", id, "--by", "p05", "--dry-run");
        String done = expect(0, "disposal", "destroy", id, "--by", "p05");

        assertThat(done).contains("Đã hủy 1 hồ sơ ở mọi nơi");
        assertThat(expect(0, "disposal", "show", id)).contains("giữ lại · Tài liệu lịch sử", "đã hủy xong");
        assertThat(dossiers(expect(1, "retention", "due"))).containsExactly(dossiers.get(0));
        assertThat(expect(0, "verify")).doesNotContain("D5", "A4");
        assertThat(paperTexts()).anyMatch(text -> text.contains("9/QĐ") && text.contains(dossiers.get(1)));
        handInAgain("2018-2019");
    }

    /** What was destroyed does not come back by being handed in a second time. */
    private void handInAgain(String year) throws IOException {
        Path in = folder.resolve("in/" + year);
        expect(1, "deposit", "--school", "31313401", "--school-year", year, in.toString());
        assertThat(DATABASE.jdbc()
                        .sql("select count(*) from archive_document d join archive_dossier a using (dossier_id)"
                                + " where a.period = ?")
                        .param(year)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private String confirm(String instrument) throws IOException {
        Path annex =
                write("annex.csv", "STT,Nội dung,Thời hạn\n8,\"Sổ nghị quyết nhà trường, Hội đồng trường\",2 năm\n");
        expect(0, "retention", "import-annex", annex.toString(), "--instrument", instrument);
        Path review = folder.resolve("home/out/retention/annex.csv-review.yaml");
        Files.writeString(review, Files.readString(review).replace("confirm: false", "confirm: true"));
        return expect(0, "retention", "confirm", review.toString(), "--by", "p01");
    }

    private int acts(String action) {
        return DATABASE.jdbc()
                .sql("select count(*) from audit_entry where action = ?")
                .param(action)
                .query(Integer.class)
                .single();
    }

    private List<String> paperTexts() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("home/out"))) {
            List<String> texts = new ArrayList<>();
            for (Path file : (Iterable<Path>) files.filter(one -> one.toString().endsWith(".pdf"))::iterator) {
                try (PDDocument document = Loader.loadPDF(file.toFile())) {
                    texts.add(new PDFTextStripper().getText(document).replaceAll("\\s+", ""));
                }
            }
            return texts;
        }
    }

    private static List<String> dossiers(String due) {
        return due.lines()
                .filter(line -> line.contains(" · "))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .distinct()
                .toList();
    }

    private static String id(String said) {
        return said.lines()
                .filter(line -> line.startsWith("HUY-"))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .findFirst()
                .orElseThrow();
    }

    private Path write(String name, String text) throws IOException {
        return Commands.write(folder.resolve(name), text);
    }

    private String expect(int exit, String... command) {
        return Commands.expect(exit, folder.resolve("home"), command);
    }
}
