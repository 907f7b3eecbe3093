package nienkhoa.disposal;

import static org.assertj.core.api.Assertions.assertThat;

import io.ocfl.core.validation.Validator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nienkhoa.archive.Dossier;
import nienkhoa.archive.DossierKind;
import nienkhoa.archive.DossierStore.StoredDossier;
import nienkhoa.archive.copies.CopiesFixture;
import nienkhoa.archive.ocfl.OcflArchiveFolder;
import nienkhoa.archive.postgres.PostgresStoreRows;
import nienkhoa.archive.rebuild.Rebuild;
import nienkhoa.archive.verify.TextProof;
import nienkhoa.archive.verify.Verifier;
import nienkhoa.audit.AuditChain;
import nienkhoa.audit.AuditEntry;
import nienkhoa.disposal.Life.Deed;
import nienkhoa.testing.TestDatabase;

/** What a home has to hold after so many whole lives, whatever was killed in them. */
final class LifeCheck {

    private static final List<String> ACTS_OF_A_DESTRUCTION = List.of(
            "DISPOSAL_BEGUN",
            "DISPOSAL_COUNCIL_SET",
            "DISPOSAL_DECIDED",
            "DISPOSAL_DESTROYED",
            "DISPOSAL_EXAMINED",
            "DISPOSAL_HANDED_OVER",
            "DISPOSAL_OPENED",
            "DISPOSAL_PLACE_CLEARED archive",
            "DISPOSAL_PLACE_CLEARED copy:disk-2",
            "DISPOSAL_PLACE_CLEARED working-files");

    private final LifeHome home;
    private final TestDatabase database;
    private final List<Life> lives;

    LifeCheck(LifeHome home, TestDatabase database, List<Life> lives) {
        this.home = home;
        this.database = database;
        this.lives = lives;
    }

    void everything() throws IOException {
        lives.forEach(this::dossiers);
        theStoreIsSound();
        theChainIsWholeAndTellsEachActOnce();
        assertThat(tree(home.disk.resolve("archive"))).isEqualTo(tree(home.archive));
        nothingIsLeftOfWhatWasDestroyed();
        theDatabaseSaysWhatTheStoreSays();
        aSecondRunChangesNothing();
    }

    private void dossiers(Life life) {
        holds(life, "A", Life.LAST_OF_A);
        holds(life, "C", Life.LAST_OF_C);
        StoredDossier stone = home.store.head(life.id("B")).orElseThrow();
        assertThat(stone.manifest().kind()).isEqualTo(DossierKind.TOMBSTONE);
        assertThat(stone.version()).isEqualTo(1);
        assertThat(home.cases.isDestroyed(life.id("B"))).isTrue();
        assertThat(home.cases.isDestroyed(life.id("C"))).isFalse();
        assertThat(life.disposal(home).orElseThrow().stage()).isEqualTo(Stage.DESTROYED);
    }

    private void holds(Life life, String name, int version) {
        Dossier wanted = life.dossier(name, version, home.folder.resolve("wanted"));
        StoredDossier head = home.store.head(life.id(name)).orElseThrow();
        assertThat(head.version()).as(life.id(name)).isEqualTo(version);
        assertThat(head.manifest().allFiles().map(file -> file.path() + file.sha256()))
                .containsExactlyInAnyOrderElementsOf(wanted.documents().stream()
                        .flatMap(document -> Stream.of(document.pdf(), document.data()))
                        .map(file -> file.path() + file.sha256())
                        .toList());
        assertThat(database.jdbc()
                        .sql("select version from archive_version where dossier_id = ? order by 1")
                        .param(life.id(name))
                        .query(Integer.class)
                        .list())
                .containsExactlyElementsOf(
                        Stream.iterate(1, one -> one + 1).limit(version).toList());
    }

    private void theStoreIsSound() throws IOException {
        assertThat(new Verifier(new TextProof(), 2)
                        .verify(new OcflArchiveFolder(home.archive), (done, total) -> {})
                        .findings())
                .isEmpty();
        for (Path root : List.of(home.archive, home.disk.resolve("archive"))) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : (Iterable<Path>) files.filter(one -> one.endsWith("0=ocfl_object_1.1"))::iterator) {
                    assertThat(Validator.validateObject(file.resolveSibling(""), true)
                                    .getErrors())
                            .isEmpty();
                }
            }
        }
    }

    private void theChainIsWholeAndTellsEachActOnce() {
        List<AuditEntry> stored = new ArrayList<>();
        home.chain.read(stored::add);
        assertThat(home.log.entriesAfter(0, Integer.MAX_VALUE)).isEqualTo(stored);
        assertThat(AuditChain.check(stored, Optional.empty())).isEmpty();
        Map<String, List<String>> acts = stored.stream()
                .map(AuditEntry::act)
                .collect(Collectors.groupingBy(
                        DisposalCase::caseOf,
                        Collectors.mapping(
                                act -> (act.action() + " " + act.details().getOrDefault("place", "")).strip(),
                                Collectors.collectingAndThen(
                                        Collectors.toList(),
                                        all -> all.stream().sorted().toList()))));
        assertThat(acts).hasSize(lives.size());
        assertThat(acts.values()).allSatisfy(all -> assertThat(all).isEqualTo(ACTS_OF_A_DESTRUCTION));
    }

    private void nothingIsLeftOfWhatWasDestroyed() throws IOException {
        List<String> left = new ArrayList<>();
        for (Path root : List.of(home.folder.resolve("home"), home.disk)) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                    String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                    boolean scratch = file.toString().matches(".*/(leaving|set-aside|incoming|staging)/.*");
                    if (scratch || lives.stream().anyMatch(life -> content.contains(life.secret()))) {
                        left.add(file.toString());
                    }
                }
            }
        }
        assertThat(left).isEmpty();
    }

    private void theDatabaseSaysWhatTheStoreSays() {
        Map<String, List<String>> before = tables();
        Rebuild rebuild = new Rebuild(
                new PostgresStoreRows(database.dataSource(), home.transactions),
                home.log,
                home.catalogue,
                List.of(home.cases));
        assertThat(rebuild.run(home.store, home.chain, () -> {}).findings()).isEmpty();
        assertThat(tables()).isEqualTo(before);
    }

    private void aSecondRunChangesNothing() throws IOException {
        Map<String, List<String>> rows = tables();
        Map<String, String> store = tree(home.archive);
        Map<String, String> copy = tree(home.disk);
        for (Life life : lives) {
            for (Deed deed : Deed.values()) {
                if (deed.compareTo(Deed.CORRECTION) > 0) {
                    deed.in(life, home);
                }
            }
        }
        home.flush();
        assertThat(tables()).isEqualTo(rows);
        assertThat(tree(home.archive)).isEqualTo(store);
        assertThat(tree(home.disk)).isEqualTo(copy);
    }

    private static Map<String, String> tree(Path folder) throws IOException {
        return CopiesFixture.tree(folder);
    }

    /** Every row of every table that tells of records. */
    private Map<String, List<String>> tables() {
        Function<String, List<String>> rows = table -> database.jdbc()
                .sql("select row_to_json(t)::text from " + table + " t order by 1")
                .query(String.class)
                .list();
        return database.jdbc().sql("""
                        select tablename from pg_tables where schemaname = 'public'
                            and (tablename like 'archive%' or tablename like 'audit%' or tablename like 'disposal%'
                                or tablename like 'copy%')
                        """).query(String.class).list().stream()
                .collect(Collectors.toMap(Function.identity(), rows, (one, other) -> one, TreeMap::new));
    }
}
