package nienkhoa.archive.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import nienkhoa.archive.postgres.ReadyDossiers.Ready;
import nienkhoa.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReadyDossiersTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final String ENTER = """
            insert into rendering_document (document_id, unit, form, edition, variant, school_code, school_year, class_name,
                grade, cohort, student_id, ordinal, outcome, export_sha256, pdf_sha256, verdict)
            values (?, ?, 'class-summary', 'tt27-2020', '', '31313401', 2023, ?, 5, '', 's', 1, ?, 'e', ?, ?)
            """;

    private ReadyDossiers ready;

    @BeforeEach
    void empties() {
        DATABASE.clear();
        ready = new ReadyDossiers(DATABASE.jdbc());
    }

    @Test
    void aDossierIsReadyWhenNothingOfItIsOpenAndSomethingIsNew() {
        enter("5A-1", "5A", "rendered", "PASS");
        enter("5A-2", "5A", "rejected", "FAIL");
        enter("5B-1", "5B", "rendered", "PASS");
        enter("5B-2", "5B", "planned", "");
        enter("5C-1", "5C", "rendered", "");
        enter("5D-1", "5D", "rejected", "FAIL");
        enter("5E-1", "5E", "withdrawn", "");

        assertThat(ready.ready()).extracting(one -> one.group().className()).containsExactly("5A");
        assertThat(ready.ready()).extracting(Ready::exportSha256).containsExactly("e");
        assertThat(ready.waiting()).isEqualTo(2);
        assertThat(ready.unjudgedYears()).containsExactly(2023);
    }

    @Test
    void whatIsArchivedIsNotReadyUntilItIsMadeAnew() {
        enter("5A-1", "5A", "rendered", "PASS");
        archive("5A-1");
        assertThat(ready.ready()).isEmpty();

        DATABASE.jdbc().sql("update rendering_document set pdf_sha256 = 'anew'").update();

        assertThat(ready.ready()).hasSize(1);
    }

    private static void enter(String document, String className, String outcome, String verdict) {
        DATABASE.jdbc()
                .sql(ENTER)
                .params(document, "31313401 2023 " + className, className, outcome, "sha-" + document, verdict)
                .update();
    }

    private static void archive(String document) {
        DATABASE.jdbc().sql("""
                        insert into archive_dossier (dossier_id, kind, school_code, period, class_name, form, record_class,
                            organisation, head_version, manifest_sha256, documents, pages, files, bytes, changed_at)
                        values ('d', 'CLASS_SECTION_FORM', '31313401', '2023-2024', '5A', 'class-summary', '', '', 1, 'm',
                            1, 1, 1, 1, now())
                        """).update();
        DATABASE.jdbc().sql("""
                        insert into archive_document (dossier_id, document_id, edition, path, sha256, data_sha256, pages,
                            bytes, verdict, export_sha256, run_id)
                        values ('d', ?, 'e', 'p', ?, 'd', 1, 1, 'PASS', 'e', 'LC-000001')
                        """).params(document, "sha-" + document).update();
    }
}
