package nienkhoa.printrun;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import nienkhoa.audit.postgres.PostgresAuditLog;
import nienkhoa.data.CanonicalJson;
import nienkhoa.model.Finding;
import nienkhoa.model.Person;
import nienkhoa.model.Role;
import nienkhoa.model.SchoolYear;
import nienkhoa.printrun.SendLoop.Patience;
import nienkhoa.printrun.postgres.PaperLedger;
import nienkhoa.printrun.postgres.PostgresPrintRuns;
import nienkhoa.printrun.postgres.PostgresPrintSheets;
import nienkhoa.printrun.postgres.PostgresPrintings;
import nienkhoa.printrun.postgres.PostgresRunReports;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** A print shop on a real database, with documents that a test makes up. */
final class PrintFixture {

    static final Person CLERK = new Person("p03", "Lê Văn Cường", Set.of(Role.CLERK, Role.OPERATOR));
    static final Person KEEPER = new Person("p02", "Trần Thị Bình", Set.of(Role.ARCHIVIST));
    static final Person HEAD = new Person("p01", "Nguyễn Văn An", Set.of(Role.HEAD));
    static final Person TEACHER = new Person("p04", "Phạm Thu Dung", Set.of(Role.TEACHER));
    static final Person AUDITOR = new Person("p05", "Vũ Đức Em", Set.of(Role.AUDITOR));

    static final LocalDate FRI_2024_05_31 = LocalDate.of(2024, 5, 31);
    static final SchoolYear YEAR = new SchoolYear(2023);
    static final String SCHOOL = "31313401";
    static final String FORM = "transcript-primary";

    /** Three sheets a job, and no patience. */
    static final Patience HASTY =
            new Patience(3, Duration.ofSeconds(1), Duration.ofSeconds(4), Duration.ofSeconds(20), 3);

    final Clock clock = Clock.fixed(Instant.parse("2024-05-31T02:00:00Z"), ZoneId.of("Asia/Ho_Chi_Minh"));
    final FakeDocuments documents = new FakeDocuments();
    final PrintPolicy policy;
    final PrintSheets sheets;
    final Printings printings;
    final PostgresPrintRuns runs;
    final PaperLedger ledger;
    final RunReports reports;
    final SheetFiles files;
    final RunPlanner planner;
    final PrintDesk desk;
    final PaperDesk paper;
    final SigningGate signing;
    final ReprintDesk reprints;
    Duration waited = Duration.ZERO;

    PrintFixture(DataSource database, Path home) {
        JdbcTemplate jdbc = new JdbcTemplate(database);
        JdbcTransactionManager transactions = new JdbcTransactionManager(database);
        PostgresAuditLog log = new PostgresAuditLog(database, transactions, clock);
        WorkOrders orders = WorkOrders.with(home.resolve("work-order.csv"));
        policy = PrintPolicy.with(home.resolve("none.yaml"));
        sheets = new PostgresPrintSheets(jdbc, transactions, clock);
        printings = new PostgresPrintings(jdbc, transactions, log);
        ledger = new PaperLedger(jdbc);
        runs = new PostgresPrintRuns(jdbc, transactions, log, ledger, clock);
        reports = new PostgresRunReports(jdbc, runs);
        files = new SheetFiles(home, home.resolve("work/print"), documents, policy);
        planner = new RunPlanner(documents, policy, files);
        desk = new PrintDesk(runs, printings, sheets, planner, files, policy, orders);
        paper = new PaperDesk(runs, printings, sheets, ledger, policy, clock);
        signing = new SigningGate(orders, ledger, runs, paper);
        reprints = new ReprintDesk(runs, printings, sheets, documents, planner, policy, paper);
    }

    SendLoop loop() {
        return loop(sheets, files);
    }

    SendLoop loop(PrintSheets through, JobFiles made) {
        return new SendLoop(through, made, HASTY, time -> waited = waited.plus(time));
    }

    /** Nobody listens. */
    static final SendLoop.Listener NOBODY = new SendLoop.Listener() {
        @Override
        public void handedOver(SheetJob job) {
            // nobody listens
        }

        @Override
        public void printed(SheetJob job) {
            // nobody listens
        }
    };

    PrintRun open(String... forms) {
        return desk.open(documents.all(forms), new PrintDesk.Opening(true, "", Optional.empty()), CLERK);
    }

    /** Documents by group and form, in the order in which they were added. */
    static final class FakeDocuments implements PrintableDocuments {

        private static final Map<String, byte[]> BLANK = new HashMap<>();

        private final Map<String, byte[]> files = new HashMap<>();
        private final Map<Group, List<Candidate>> groups = new LinkedHashMap<>();
        boolean withPapers;

        Selection all(String... forms) {
            return new Selection(SCHOOL, YEAR, forms.length == 0 ? List.of(FORM) : List.of(forms), Optional.empty());
        }

        static Group group(String form, String name) {
            return new Group(SCHOOL, YEAR, form, "CLASS_SECTION|" + SCHOOL + "|2023|" + name, name);
        }

        void add(String form, String name, int pages) {
            add(form, name, pages, PDRectangle.A4);
        }

        void add(String form, String name, int pages, PDRectangle size) {
            List<Candidate> list = groups.computeIfAbsent(group(form, name), unseen -> new ArrayList<>());
            String id = id(form, name, list.size() + 1);
            list.add(candidate(id, list.size() + 1, pdf(pages, size, 0)));
        }

        /** A document that cannot be printed. */
        void block(String form, String name, Finding reason) {
            List<Candidate> list = groups.computeIfAbsent(group(form, name), unseen -> new ArrayList<>());
            list.add(new Candidate(id(form, name, list.size() + 1), "", "", list.size() + 1, List.of(reason)));
        }

        /** Other bytes under the same id. */
        void correct(String form, String name, int pupil, int pages) {
            List<Candidate> list = groups.get(group(form, name));
            list.set(pupil - 1, candidate(list.get(pupil - 1).id(), pupil, pdf(pages, PDRectangle.A4, 1)));
        }

        private Candidate candidate(String id, int pupil, byte[] pdf) {
            String sha256 = CanonicalJson.sha256(pdf);
            files.put(sha256, pdf);
            return new Candidate(id, "out/" + id, sha256, pupil, List.of());
        }

        static String id(String form, String name, int pupil) {
            return "VB-"
                    + CanonicalJson.sha256(form + name + pupil).substring(0, 16).toUpperCase(Locale.ROOT);
        }

        static byte[] pdf(int pages, PDRectangle size, int version) {
            return BLANK.computeIfAbsent(pages + " " + size + " " + version, unseen -> blank(pages, size, version));
        }

        private static byte[] blank(int pages, PDRectangle size, int version) {
            try (PDDocument document = new PDDocument()) {
                for (int page = 0; page < pages; page++) {
                    document.addPage(new PDPage(size));
                }
                document.getDocumentInformation().setTitle("version " + version);
                document.setDocumentId((long) pages);
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                document.save(out);
                return out.toByteArray();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public List<Group> groups(Selection selection) {
            return groups.keySet().stream()
                    .filter(group -> selection.forms().contains(group.form()))
                    .toList();
        }

        @Override
        public List<Candidate> of(Group group) {
            return List.copyOf(groups.getOrDefault(group, List.of()));
        }

        @Override
        public Optional<byte[]> read(String source, String sha256) {
            return Optional.ofNullable(files.get(sha256));
        }

        void lose(String form, String name, int pupil) {
            files.remove(groups.get(group(form, name)).get(pupil - 1).sha256());
        }

        @Override
        public Optional<byte[]> paper(BundlePaper paper, Group group, Front front) {
            if (!withPapers) {
                return Optional.empty();
            }
            byte[] pdf = pdf(1, PDRectangle.A4, 2);
            files.put(CanonicalJson.sha256(pdf), pdf);
            return Optional.of(pdf);
        }
    }
}
