package nienkhoa.rendering.postgres;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import nienkhoa.data.CanonicalJson;
import nienkhoa.model.Finding;
import nienkhoa.model.Finding.Place;
import nienkhoa.model.Finding.Severity;
import nienkhoa.rendering.Documents;
import nienkhoa.rendering.Made;
import nienkhoa.rendering.PlannedDocument;
import nienkhoa.rendering.Result;
import nienkhoa.rendering.Scope;
import nienkhoa.rendering.Unit;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** The plan and what came of it, in {@code rendering_document}. */
public final class PostgresDocuments implements Documents {

    private static final String PLAN = """
            insert into rendering_document (document_id, unit, form, edition, variant, school_code, school_year, class_name,
                grade, cohort, student_id, ordinal, outcome, reasons, export_sha256, path)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (document_id) do update set
                unit = excluded.unit, edition = excluded.edition, ordinal = excluded.ordinal, grade = excluded.grade,
                export_sha256 = excluded.export_sha256, reasons = excluded.reasons, path = excluded.path,
                outcome = case when excluded.outcome = 'planned' and rendering_document.outcome = 'rendered'
                               then 'rendered' else excluded.outcome end
            """;

    private static final String WITHDRAW = """
            update rendering_document set outcome = 'withdrawn', verdict = ''
            where unit = ? and form = any(?) and not document_id = any(?)
            """;

    private static final String OF_UNIT = """
            select * from rendering_document
            where unit = ? and outcome in ('planned', 'rendered')
            order by form, ordinal, document_id
            """;

    private static final String ENTER_MADE = """
            update rendering_document set outcome = 'rendered', reasons = '[]', recipe_sha256 = ?, data_sha256 = ?,
                pdf_sha256 = ?, xlsx_sha256 = ?, pages = ?, bytes = ?, verdict = '', rendered_at = ?, judged_at = null
            where document_id = ?
            """;

    private static final String ENTER_REASONS = """
            update rendering_document set outcome = ?, reasons = ?, verdict = ''
            where document_id = ?
            """;

    private static final String UNJUDGED = """
            select document_id, path, pdf_sha256 from rendering_document
            where outcome = 'rendered' and verdict = '' and school_year = ? and document_id > ?
            order by document_id limit ?
            """;

    private static final String PASS = """
            update rendering_document set verdict = 'PASS', judged_at = ?
            where document_id = ? and pdf_sha256 = ? and outcome = 'rendered'
            """;

    private static final String FAIL = """
            update rendering_document set verdict = 'FAIL', outcome = 'rejected', reasons = ?, judged_at = ?
            where document_id = ? and pdf_sha256 = ? and outcome = 'rendered'
            """;

    private static final String TALLY = """
            select count(*) planned,
                   count(*) filter (where outcome = 'rendered') rendered,
                   count(*) filter (where outcome = 'rejected') rejected,
                   count(*) filter (where outcome = 'not-rendered') not_rendered,
                   count(*) filter (where outcome = 'planned') open,
                   count(*) filter (where outcome = 'rendered' and verdict = 'PASS') judged,
                   coalesce(sum(pages) filter (where outcome = 'rendered'), 0) pages,
                   coalesce(sum(bytes) filter (where outcome = 'rendered'), 0) bytes
            from rendering_document where outcome <> 'withdrawn' and
            """ + ScopeSql.CONDITION;

    private final JdbcTemplate jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;

    public PostgresDocuments(JdbcTemplate jdbc, TransactionOperations transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void plan(Scope scope, Unit unit, List<PlannedDocument> documents) {
        String[] forms = scope.forms().stream().map(Scope.FormChoice::form).toArray(String[]::new);
        String[] ids = documents.stream().map(PlannedDocument::id).toArray(String[]::new);
        transactions.executeWithoutResult(status -> {
            jdbc.batchUpdate(PLAN, documents, 100, (row, document) -> plan(row, document, scope.exportSha256()));
            jdbc.update(WITHDRAW, unit.key(), forms, ids);
        });
    }

    private static void plan(PreparedStatement row, PlannedDocument document, String exportSha256) throws SQLException {
        row.setString(1, document.id());
        row.setString(2, document.unit().key());
        row.setString(3, document.form());
        row.setString(4, document.edition());
        row.setString(5, document.variant());
        row.setString(6, document.unit().schoolCode());
        row.setInt(7, document.unit().year().start());
        row.setString(8, document.className());
        row.setInt(9, document.grade());
        row.setString(10, document.cohort());
        row.setString(11, document.studentId());
        row.setInt(12, document.ordinal());
        row.setString(13, document.reasons().isEmpty() ? "planned" : "not-rendered");
        row.setString(14, CanonicalJson.write(document.reasons()));
        row.setString(15, exportSha256);
        row.setString(16, document.path());
    }

    @Override
    public List<Known> ofUnit(Unit unit) {
        return jdbc.query(OF_UNIT, (row, index) -> known(unit, row), unit.key());
    }

    private static Known known(Unit unit, ResultSet row) throws SQLException {
        PlannedDocument document = new PlannedDocument(
                unit,
                row.getString("form"),
                row.getString("edition"),
                row.getString("variant"),
                row.getString("class_name"),
                row.getInt("grade"),
                row.getString("cohort"),
                row.getString("student_id"),
                row.getInt("ordinal"),
                List.of());
        Made made = new Made(
                row.getString("recipe_sha256"),
                row.getString("data_sha256"),
                row.getString("pdf_sha256"),
                row.getString("xlsx_sha256"),
                row.getInt("pages"),
                row.getLong("bytes"));
        boolean rendered = "rendered".equals(row.getString("outcome"));
        return new Known(document, rendered ? made : Made.NOTHING, rendered && "PASS".equals(row.getString("verdict")));
    }

    @Override
    public void enter(List<? extends Result> results) {
        for (Result result : results) {
            if (result instanceof Result.Rendered rendered) {
                enter(rendered);
            } else if (result instanceof Result.Rejected rejected) {
                jdbc.update(
                        ENTER_REASONS,
                        "rejected",
                        CanonicalJson.write(rejected.reasons()),
                        result.document().id());
            } else if (result instanceof Result.NotRendered absent) {
                jdbc.update(
                        ENTER_REASONS,
                        "not-rendered",
                        CanonicalJson.write(absent.reasons()),
                        result.document().id());
            }
        }
    }

    private void enter(Result.Rendered rendered) {
        Made made = rendered.made();
        jdbc.update(
                ENTER_MADE,
                made.recipeSha256(),
                made.dataSha256(),
                made.pdfSha256(),
                made.xlsxSha256(),
                made.pages(),
                made.bytes(),
                now(),
                rendered.document().id());
    }

    @Override
    public List<Unjudged> unjudged(Scope scope, String documentId, int limit) {
        return jdbc.query(
                UNJUDGED,
                (row, index) ->
                        new Unjudged(row.getString("document_id"), row.getString("path"), row.getString("pdf_sha256")),
                scope.year().start(),
                documentId,
                limit);
    }

    @Override
    public void judge(Unjudged document, List<String> failedRules) {
        if (failedRules.isEmpty()) {
            jdbc.update(PASS, now(), document.documentId(), document.pdfSha256());
            return;
        }
        Finding finding = new Finding(
                "R110_NOT_PDFA",
                Severity.REJECT,
                Place.ofSubject(document.documentId()),
                "",
                List.of(document.documentId(), String.join("; ", failedRules)));
        jdbc.update(FAIL, CanonicalJson.write(List.of(finding)), now(), document.documentId(), document.pdfSha256());
    }

    @Override
    public Tally tally(Scope scope) {
        return jdbc.query(TALLY, ScopeSql.of(scope), row -> {
            row.next();
            return new Tally(
                    row.getLong("planned"),
                    row.getLong("rendered"),
                    row.getLong("rejected"),
                    row.getLong("not_rendered"),
                    row.getLong("open"),
                    row.getLong("judged"),
                    row.getLong("pages"),
                    row.getLong("bytes"));
        });
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
