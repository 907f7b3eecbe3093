package nienkhoa.app;

import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import nienkhoa.archive.ArchiveDocument;
import nienkhoa.archive.ArchiveFixture;
import nienkhoa.archive.ArchiveOutcome;
import nienkhoa.archive.Archivist;
import nienkhoa.archive.Dossier;
import nienkhoa.archive.DossierKey;
import nienkhoa.archive.copies.ObjectPlace;
import nienkhoa.archive.holds.Holds;
import nienkhoa.archive.keeping.Decided;
import nienkhoa.archive.rebuild.Rebuild;
import nienkhoa.audit.Act;
import nienkhoa.custody.Custody;
import nienkhoa.custody.CustodyActs;
import nienkhoa.custody.Transfer.Item;
import nienkhoa.custody.Transfer.Outcome;
import nienkhoa.data.CanonicalJson;
import nienkhoa.disposal.ArchiveRows;
import nienkhoa.disposal.Destruction;
import nienkhoa.disposal.DisposalActs;
import nienkhoa.disposal.DisposalItem;
import nienkhoa.disposal.DisposalItem.Fate;
import nienkhoa.disposal.DueRecords;
import nienkhoa.disposal.postgres.PostgresDisposalCases;
import nienkhoa.model.Person;
import nienkhoa.model.Role;
import nienkhoa.model.SchoolYear;
import nienkhoa.printrun.PrintActs;
import nienkhoa.printrun.postgres.PaperLedger;
import nienkhoa.schedule.Pauses;
import nienkhoa.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A home on the tests' own server, in which records are archived, held, decided on and destroyed. */
final class KeptHome {

    private static final String RULE = """
            instrument: {no: "08/2025/TT-BGDĐT", kind: Thông tư, mark: V}
            rules:
              - id: "x.rule"
                item: "mục 99"
                recordClass: "BANG_TONG_HOP"
                name: "Bảng tổng hợp"
                media: [PAPER, SIGNED_FILE, DATA]
                periodKind: YEARS
                years: 10
                countedFrom: YEAR_END
                trigger: WORK_END
                disposition: REVIEW
                validFrom: 2025-07-01
                mark: V
                status: CONFIRMED
                source: xác nhận bởi p01
            """;

    private static final JsonMapper JSON = new JsonMapper();

    final Path folder;
    private final ArchiveFixture files;

    /** @param folder of the home; with no database named it has its own */
    KeptHome(Path folder) {
        this.folder = folder;
        this.files = new ArchiveFixture(folder.resolveSibling("sources"));
    }

    static KeptHome on(TestDatabase database, Path folder) throws IOException {
        database.clear();
        HikariDataSource pool = (HikariDataSource) database.dataSource();
        Files.createDirectories(folder.resolve("config"));
        Files.writeString(
                folder.resolve("config/nienkhoa.properties"),
                "database.url = " + pool.getJdbcUrl() + "\ndatabase.user = " + pool.getUsername()
                        + "\ndatabase.password = " + pool.getPassword() + "\n");
        return new KeptHome(folder);
    }

    static String dossierId(String className) {
        return key(className).id();
    }

    private static DossierKey key(String className) {
        return new DossierKey.ClassForm("31313401", new SchoolYear(2023), className, "class-summary");
    }

    Application open() {
        return Application.open(Home.open(folder));
    }

    /**
     * Two versions of 5A, one of 5B, a hold that was released and one that stands, a rule, a choice, a pause, a sealed bundle,
     * 5A handed over.
     */
    void keepRecords() {
        try (Application application = open()) {
            archive(application, "5A", "first");
            archive(application, "5A", "corrected");
            archive(application, "5B", "first");
            Acts acts = application.part(Acts.class);
            Holds holds = application.part(Holds.class);
            Decided decided = application.part(Decided.class);
            acts.enter(placed("TTr-1", "class=5B"), holds);
            acts.enter(placed("TTr-2", "dossier=" + dossierId("5A")), holds);
            acts.enter(Act.of("p01", Holds.RELEASED, "TTr-1", "", Map.of()), holds);
            acts.enter(Act.of("p01", Decided.RULE_CONFIRMED, "", "x.rule", Map.of("yaml", RULE)), decided);
            acts.enter(
                    Act.of(
                            "p02",
                            Decided.SHORTER_ACCEPTED,
                            dossierId("5B"),
                            "",
                            Map.of("medium", "DATA", "was", "unconfirmed", "now", "2034-05-31")),
                    decided);
            Map<String, String> pause = Map.of("job", "fixity", "reason", "sửa điện");
            acts.enter(Act.of("p01", Pauses.PAUSED, "", "", pause), application.part(Pauses.class));
            acts.enter(Act.of("p01", PrintActs.PAPER, "ABCDEF", "", sealed()), application.part(PaperLedger.class));
            handOver(application.part(Custody.class));
        }
    }

    private static void handOver(Custody custody) {
        Item given = new Item(dossierId("5A"), 2, "a".repeat(64), Outcome.ACCEPTED, "", "");
        Map<String, String> opened = Map.of(
                "from", "31313401",
                "to", "31313499",
                "decision", "2002/QĐ-UBND",
                "decided", "2025-07-15",
                "opened", "2025-08-01",
                "place", "HERE",
                "items", CanonicalJson.write(List.of(given)));
        custody.enter(Act.of("p02", CustodyActs.OPENED, "BG-31313401-2025-001", "", opened), () -> {});
        Map<String, String> closed = Map.of(
                "day", "2025-08-03",
                "receivedOn", "2025-08-02",
                "receivedBy", "p03",
                "receipt", "b".repeat(64),
                "items", CanonicalJson.write(List.of(given)));
        custody.enter(Act.of("p02", CustodyActs.CLOSED, "BG-31313401-2025-001", "", closed), () -> {});
        custody.enter(Act.of("p02", CustodyActs.OPENED, "BG-31313401-2025-002", "", opened), () -> {});
        Map<String, String> withdrawn = Map.of("day", "2025-08-04", "reason", "không trả lời");
        custody.enter(Act.of("p01", CustodyActs.WITHDRAWN, "BG-31313401-2025-002", "", withdrawn), () -> {});
    }

    /** A step of the ledger of paper. */
    private static Map<String, String> sealed() {
        return Map.of(
                "bundle", "1",
                "school", "31313401",
                "year", "2023",
                "form", "class-summary",
                "group", "5A",
                "step", "SEALED",
                "day", "2024-06-03",
                "place", "");
    }

    private static Act placed(String caseId, String selection) {
        return Act.of("p01", Holds.PLACED, caseId, "", Map.of("reason", "INSPECTION", "select", selection));
    }

    void archive(Application application, String className, String text) {
        ArchiveDocument document = files.document("D-" + className, "pdf " + text, "{\"text\":\"" + text + "\"}");
        Dossier dossier = new Dossier(
                key(className),
                new Dossier.Origin("Trường Tiểu học Hoa Sen", "BANG_TONG_HOP", "e".repeat(64), "LC-000007"),
                List.of(document),
                List.of());
        ArchiveOutcome outcome = application.part(Archivist.class).archive(dossier);
        if (outcome instanceof ArchiveOutcome.Refused refused) {
            throw new AssertionError(refused.findings());
        }
    }

    /** Takes a class's dossier through a case to the end, as far as every place can be reached. */
    void destroy(Application application, String className) {
        PostgresDisposalCases cases = application.part(PostgresDisposalCases.class);
        Clock clock = application.part(Clock.class);
        String day = LocalDate.now(clock).toString();
        String caseId = "HUY-2026-" + className;
        cases.enter(act("p02", DisposalActs.OPENED, caseId, day, Map.of("items", items(application, className))));
        cases.enter(act("p01", DisposalActs.COUNCIL_SET, caseId, day, Map.of("number", "7", "members", "p03,p04")));
        cases.enter(act("p03", DisposalActs.EXAMINED, caseId, day, Map.of("kept", "{}")));
        cases.enter(act("p01", DisposalActs.DECIDED, caseId, day, Map.of("number", "12/QĐ-TH")));
        cases.enter(act("p02", DisposalActs.HANDED_OVER, caseId, day, Map.of("to", "p05")));
        new Destruction(
                        cases,
                        new NothingAgainstIt(),
                        application.part(DisposalWiring.Places.class).all(),
                        clock)
                .run(caseId, new Person("p05", "Vũ Thị Em", Set.of(Role.OPERATOR)));
    }

    private static String items(Application application, String className) {
        String id = dossierId(className);
        ArchiveRows.Row row = application.part(ArchiveRows.class).find(id).orElseThrow();
        return CanonicalJson.write(List.of(new DisposalItem(
                id,
                "BANG_TONG_HOP",
                row.documents(),
                row.bytes(),
                "x.rule",
                "08/2025/TT-BGDĐT",
                "2022-01-01",
                row.manifestSha256(),
                Fate.PROPOSED,
                "",
                List.of())));
    }

    private static Act act(String by, String action, String caseId, String day, Map<String, String> more) {
        Map<String, String> details = new TreeMap<>(more);
        details.put("day", day);
        return Act.of(by, action, caseId, "", details);
    }

    private static final class NothingAgainstIt implements DueRecords {
        @Override
        public List<DisposalItem> dueOn(LocalDate day) {
            return List.of();
        }

        @Override
        public Optional<Objection> objection(DisposalItem listed, LocalDate day) {
            return Optional.empty();
        }
    }

    /** Every row of every table that follows from the store. */
    static SortedMap<String, List<String>> rows(Application application) {
        SortedMap<String, List<String>> rows = new TreeMap<>();
        JdbcClient jdbc = application.part(JdbcClient.class);
        for (String table : application.part(Rebuild.class).tables()) {
            rows.put(
                    table,
                    jdbc.sql("select to_jsonb(t)::text from " + table + " t order by 1")
                            .query(String.class)
                            .list());
        }
        return rows;
    }

    SortedMap<String, List<String>> rows() {
        try (Application application = open()) {
            return rows(application);
        }
    }

    /** What a command answers as JSON, with its exit code as {@code exit}. */
    Answer run(String... command) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<String> arguments = new ArrayList<>(List.of("--home", folder.toString(), "--json"));
        arguments.addAll(List.of(command));
        int exit = new CommandLineInterface(stream(out), stream(err), false).run(arguments.toArray(String[]::new));
        String said = out.toString(StandardCharsets.UTF_8);
        return new Answer(exit, said.isBlank() ? JSON.createObjectNode() : JSON.readTree(said));
    }

    record Answer(int exit, JsonNode json) {

        List<String> codes() {
            List<String> codes = new ArrayList<>();
            json.path("faults").forEach(fault -> codes.add(fault.path("code").asString()));
            return codes;
        }
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    /** The file of an object that holds these bytes. */
    Path file(String className, String name) throws IOException {
        Path object = folder.resolve("archive").resolve(ObjectPlace.ofDossier(dossierId(className)));
        try (Stream<Path> files = Files.walk(object)) {
            return files.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
        }
    }

    static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    static void wipe(Path root) throws IOException {
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
