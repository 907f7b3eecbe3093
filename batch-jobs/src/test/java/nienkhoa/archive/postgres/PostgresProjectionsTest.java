package nienkhoa.archive.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nienkhoa.archive.ArchiveFixture;
import nienkhoa.archive.Archivist;
import nienkhoa.archive.Dossier;
import nienkhoa.archive.DossierKey;
import nienkhoa.archive.holds.Holds;
import nienkhoa.archive.holds.Selection;
import nienkhoa.archive.keeping.Decided;
import nienkhoa.archive.keeping.KeptRecord;
import nienkhoa.archive.ocfl.OcflDossierStore;
import nienkhoa.audit.Act;
import nienkhoa.audit.AuditEntry;
import nienkhoa.audit.Projection;
import nienkhoa.audit.postgres.PostgresAuditLog;
import nienkhoa.model.SchoolYear;
import nienkhoa.retention.Medium;
import nienkhoa.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Holds and decisions follow from acts alone: what a plain reading of the acts says, and the same when they are replayed. */
class PostgresProjectionsTest {

    private static final int ACTS = 80;
    private static final List<String> CLASSES = List.of("1A", "1B", "2A");
    private static final List<String> SELECTIONS = List.of(
            "all", "school=31313401", "class=1A", "class=2A,year=2023-2024", "form=minutes", "record-class=HOC_BA");

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    private Path folder;

    private final Random random = new Random(20240531);
    private final Map<String, Set<String>> selectionsOf = new TreeMap<>();
    private final Set<String> released = new TreeSet<>();
    private final Map<String, String> choices = new HashMap<>();
    private final Map<String, String> confirmed = new TreeMap<>();
    private final JdbcTransactionManager transactions = new JdbcTransactionManager(DATABASE.dataSource());
    private final TransactionTemplate transaction = new TransactionTemplate(transactions);
    private final PostgresAuditLog log =
            new PostgresAuditLog(DATABASE.dataSource(), transactions, ArchiveFixture.FRI_2024_05_31);
    private final List<Projection> projections =
            List.of(new PostgresHolds(DATABASE.dataSource()), new PostgresDecided(DATABASE.dataSource()));

    @BeforeEach
    void archiveThreeClasses() {
        DATABASE.clear();
        ArchiveFixture files = new ArchiveFixture(folder.resolve("out"));
        try (OcflDossierStore store = OcflDossierStore.open(
                folder.resolve("archive"), folder.resolve("work"), ArchiveFixture.FRI_2024_05_31)) {
            Archivist archivist = new Archivist(
                    store,
                    new PostgresCatalogue(DATABASE.dataSource(), transactions),
                    ArchiveFixture.KEEP,
                    ArchiveFixture.FRI_2024_05_31);
            for (String name : CLASSES) {
                archivist.archive(new Dossier(
                        new DossierKey.ClassForm("31313401", new SchoolYear(2023), name, "class-summary"),
                        new Dossier.Origin("", "BANG_TONG_HOP", "", "run"),
                        List.of(files.document("D-" + name, "pdf " + name, "{}")),
                        List.of()));
            }
        }
    }

    @Test
    void saysWhatTheActsSayAndTheSameAfterAReplay() {
        for (int i = 0; i < ACTS; i++) {
            enter(act(random.nextInt(4)));
            if (i % 10 == 9) {
                assertThat(records()).isEqualTo(expected());
            }
        }
        assertThat(new PostgresDecided(DATABASE.dataSource()).confirmedRules())
                .containsExactlyElementsOf(confirmed.values());
        List<String> rows = rows();
        Map<String, String> records = records();

        transaction.executeWithoutResult(status -> projections.forEach(Projection::clear));
        assertThat(rows()).isEmpty();
        log.entriesAfter(0, ACTS + 1).forEach(this::apply);

        assertThat(rows()).isEqualTo(rows).isNotEmpty();
        assertThat(records()).isEqualTo(records);
    }

    private Act act(int kind) {
        String dossier = "31313401/2023-2024/" + one(CLASSES) + "/class-summary";
        String caseId = "case " + random.nextInt(6);
        switch (kind) {
            case 0 -> {
                if (released.contains(caseId)) {
                    return release(caseId);
                }
                String select = one(SELECTIONS);
                selectionsOf.computeIfAbsent(caseId, id -> new TreeSet<>()).add(select);
                return Act.of("p01", Holds.PLACED, caseId, "", Map.of("reason", "INSPECTION", "select", select));
            }
            case 1 -> {
                return release(caseId);
            }
            case 2 -> {
                String rule = "rule-" + random.nextInt(5);
                String yaml = "id: " + rule + " # " + random.nextInt(100);
                confirmed.put(rule, yaml);
                return Act.of("p01", Decided.RULE_CONFIRMED, "", rule, Map.of("yaml", yaml));
            }
            default -> {
                boolean accepted = random.nextBoolean();
                String now = "20" + (30 + random.nextInt(9)) + "-12-31";
                choices.put(dossier, now + accepted);
                return Act.of(
                        "p01",
                        accepted ? Decided.SHORTER_ACCEPTED : Decided.LONGER_KEPT,
                        dossier,
                        "",
                        Map.of("medium", "DATA", "was", "permanent", "now", now));
            }
        }
    }

    /** A case that nobody opened is released in vain. */
    private Act release(String caseId) {
        if (selectionsOf.containsKey(caseId)) {
            released.add(caseId);
        }
        return Act.of("p02", Holds.RELEASED, caseId, "", Map.of());
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    private void enter(Act act) {
        transaction.executeWithoutResult(status -> apply(log.enter(act)));
    }

    private void apply(AuditEntry entry) {
        projections.stream()
                .filter(projection -> projection.actions().contains(entry.act().action()))
                .forEach(projection -> projection.apply(entry));
    }

    /** Cases and choice of each dossier, by the acts as they were given. */
    private Map<String, String> expected() {
        Map<String, String> expected = new TreeMap<>();
        for (String name : CLASSES) {
            String dossier = "31313401/2023-2024/" + name + "/class-summary";
            List<String> cases = selectionsOf.entrySet().stream()
                    .filter(one -> !released.contains(one.getKey()))
                    .filter(one -> one.getValue().stream().anyMatch(select -> selects(select, name)))
                    .map(Map.Entry::getKey)
                    .toList();
            expected.put(dossier, cases + choices.getOrDefault(dossier, ""));
        }
        return expected;
    }

    private static boolean selects(String written, String className) {
        Selection select = Selection.parse(written);
        return select.form().isEmpty()
                && select.recordClass().isEmpty()
                && Set.of("", className).contains(select.className());
    }

    private static Map<String, String> records() {
        Map<String, String> records = new TreeMap<>();
        PostgresKeptRecords kept = new PostgresKeptRecords(DATABASE.dataSource());
        List<KeptRecord> all = kept.of(Selection.parse("all"));
        assertThat(kept.of(Selection.parse("school=31313401"))).isEqualTo(all);
        for (KeptRecord record : all) {
            assertThat(kept.find(record.id())).contains(record);
            KeptRecord.Choice choice = record.choices().get(Medium.DATA);
            records.put(record.id(), record.cases() + (choice == null ? "" : choice.now() + choice.accepted()));
        }
        return records;
    }

    private List<String> rows() {
        List<String> rows = new ArrayList<>();
        projections.stream()
                .flatMap(projection -> projection.tables().stream())
                .forEach(table -> rows.addAll(DATABASE.jdbc()
                        .sql("select row_to_json(t)::text from " + table + " t order by 1")
                        .query(String.class)
                        .list()));
        rows.sort(null);
        return rows;
    }
}
