package nienkhoa.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import nienkhoa.archive.ArchiveFixture;
import nienkhoa.archive.Archivist;
import nienkhoa.archive.DossierManifest.FileLine;
import nienkhoa.archive.PackagePath;
import nienkhoa.archive.RememberingCatalogue;
import nienkhoa.archive.ocfl.OcflDossierStore;
import nienkhoa.archive.tt05.PackageList;
import nienkhoa.archive.tt05.PackageSchemas;
import nienkhoa.data.CanonicalJson;
import nienkhoa.testing.TestPrograms;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dossier of two versions, listed, shown and exported from the command line. */
class ArchivePackagesCommandTest {

    private static final String DOSSIER = ArchiveFixture.CLASS_5A.id();

    @TempDir
    private Path folder;

    @BeforeEach
    void archiveTwoVersions() {
        archive(ArchiveFixture.FRI_2024_05_31, "Ánh");
        archive(Clock.offset(ArchiveFixture.FRI_2024_05_31, Duration.ofDays(10)), "Ánh Tuyết");
    }

    @Test
    void listsAndShowsWithoutADatabase() {
        assertThat(run("archive", "list").text()).contains(DOSSIER, "1 hồ sơ.");
        assertThat(run("archive", "list", "4").text()).doesNotContain(DOSSIER).contains("0 hồ sơ.");

        assertThat(run("archive", "show", DOSSIER).text())
                .contains("Bảng tổng hợp của lớp, lớp 5A", "Phiên bản 2")
                .contains("Đã bị thay: VB-1 của phiên bản 1 bằng bản ở phiên bản 2");
        Said unknown = run("archive", "show", DOSSIER + "x");
        assertThat(unknown.exit()).isEqualTo(ExitCode.WRONG_USE.number());
        assertThat(unknown.text()).contains("archive list");
        assertThat(folder.resolve("home/db")).doesNotExist();
    }

    @Test
    void exportsPackagesOfEachTypeAndEntersEachInTheRecordOfActs() throws IOException {
        TestPrograms.lendTo(folder.resolve("home/db"));
        Files.createDirectories(folder.resolve("home/config"));
        Files.writeString(
                folder.resolve("home/config/people.yaml"), "- {id: p02, name: Trần Thị B, roles: [ARCHIVIST]}");

        assertThat(export("aip").exit()).isZero();
        assertThat(export("sip").text()).contains("1_uuid-");
        assertThat(export("dip", "--version", "1").text()).contains("đã có phiên bản mới hơn");

        Map<String, byte[]> aip = onlyZip("urn_uuid_", "OAISPACKAGETYPE=\"AIP\"");
        Map<String, byte[]> sip = onlyZip("1_uuid-", "OAISPACKAGETYPE=\"SIP\"");
        Map<String, byte[]> dip = onlyZip("urn_uuid_", "OAISPACKAGETYPE=\"DIP\"");
        assertThat(aip).containsKeys(PackagePath.PREMIS, PackagePath.data("VB-1.pdf"));
        assertThat(sip).doesNotContainKey(PackagePath.PREMIS).containsKey(PackagePath.data("VB-1.pdf"));
        assertThat(text(dip, PackagePath.METS)).contains("RECORDSTATUS=\"OTHER\"", "TYPE=\"REPLACEDBY\"");
        assertThat(text(dip, PackagePath.description("VB-1")))
                .contains("Đã được thay bằng bản ở phiên bản 2, ngày 10/06/2024");
        for (Map<String, byte[]> files : List.of(aip, sip, dip)) {
            isWhole(files);
        }
        assertThat(acts()).contains("package.exported", DOSSIER, "\"type\":\"SIP\"", "\"actor\":\"p02\"");
    }

    @Test
    void aDamagedFileIsNotHandedOut() throws IOException {
        TestPrograms.lendTo(folder.resolve("home/db"));
        Files.createDirectories(folder.resolve("home/config"));
        Files.writeString(
                folder.resolve("home/config/people.yaml"), "- {id: p02, name: Trần Thị B, roles: [ARCHIVIST]}");
        try (Stream<Path> all = Files.walk(folder.resolve("home/archive"))) {
            for (Path file : all.filter(path -> path.endsWith("VB-1.pdf")).toList()) {
                Files.writeString(file, "rotten");
            }
        }

        Said said = export("dip");

        assertThat(said.exit()).isEqualTo(ExitCode.FAILED.number());
        assertThat(said.text()).contains("VB-1.pdf", "không còn giống lúc lưu trữ");
        assertThat(folder.resolve("zips")).isDirectoryNotContaining("glob:**.zip");
    }

    /** Every file that the lists name is in the zip as they say, and every list keeps to its schema. */
    private static void isWhole(Map<String, byte[]> files) throws IOException {
        for (String base : List.of("", PackagePath.REPRESENTATION)) {
            try (InputStream mets = new ByteArrayInputStream(files.get(base + PackagePath.METS))) {
                for (FileLine line : PackageList.read(mets, base)) {
                    assertThat(files).containsKey(line.path());
                    assertThat(CanonicalJson.sha256(files.get(line.path())))
                            .as(line.path())
                            .isEqualTo(line.sha256());
                }
            }
        }
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            assertThat(PackageSchemas.fault(file.getKey(), new ByteArrayInputStream(file.getValue())))
                    .as(file.getKey())
                    .isEmpty();
        }
    }

    private Map<String, byte[]> onlyZip(String begin, String says) throws IOException {
        List<Map<String, byte[]>> found = new ArrayList<>();
        try (Stream<Path> zips = Files.list(folder.resolve("zips"))) {
            for (Path zip : zips.filter(path -> path.getFileName().toString().startsWith(begin))
                    .toList()) {
                Map<String, byte[]> files = unzipped(zip);
                if (text(files, PackagePath.METS).contains(says)) {
                    found.add(files);
                }
            }
        }
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static Map<String, byte[]> unzipped(Path zip) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName().substring(entry.getName().indexOf('/') + 1), in.readAllBytes());
            }
        }
        return files;
    }

    private static String text(Map<String, byte[]> files, String path) {
        return new String(files.get(path), StandardCharsets.UTF_8);
    }

    private String acts() throws IOException {
        StringBuilder acts = new StringBuilder();
        try (Stream<Path> all = Files.walk(folder.resolve("home/archive"))) {
            for (Path file : all.filter(Files::isRegularFile)
                    .filter(path ->
                            path.toString().contains("audit") || path.toString().endsWith(".jsonl"))
                    .toList()) {
                acts.append(Files.readString(file));
            }
        }
        return acts.toString();
    }

    private void archive(Clock clock, String name) {
        ArchiveFixture fixture = new ArchiveFixture(folder.resolve("made"));
        String data = "{\"document\":{\"id\":\"VB-1\",\"issued\":\"2024-05-30\"},\"name\":\"" + name + "\"}";
        Path home = folder.resolve("home");
        try (OcflDossierStore store =
                OcflDossierStore.open(home.resolve("archive"), home.resolve("work/ocfl"), clock)) {
            new Archivist(store, new RememberingCatalogue(), ArchiveFixture.KEEP, clock)
                    .archive(ArchiveFixture.dossier("run", List.of(fixture.document("VB-1", "PDF " + name, data))));
        }
    }

    private record Said(int exit, String text) {}

    private Said export(String type, String... more) {
        List<String> line = new ArrayList<>(List.of("archive", "export", DOSSIER, "--as", type, "--by", "p02"));
        line.addAll(List.of("--to", folder.resolve("zips").toString()));
        line.addAll(List.of(more));
        return run(line.toArray(String[]::new));
    }

    private Said run(String... words) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
        List<String> line = new ArrayList<>(List.of(words));
        line.addAll(List.of("--home", folder.resolve("home").toString()));
        int exit = new CommandLineInterface(stream, stream, false).run(line.toArray(String[]::new));
        return new Said(exit, said.toString(StandardCharsets.UTF_8));
    }
}
