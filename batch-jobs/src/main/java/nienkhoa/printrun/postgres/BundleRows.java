package nienkhoa.printrun.postgres;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nienkhoa.printrun.RunPlan;
import nienkhoa.printrun.Sheeting.Sheet;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes the documents and sheets of a bundle. Each call is part of the caller's transaction. */
final class BundleRows {

    private static final String BUNDLE = """
            insert into print_bundle (run_id, bundle, form, unit, group_name, coded, sheets) values (?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String DOCUMENT = """
            insert into print_document (run_id, bundle, position, document_id, source, sha256, version, pupil, way, sheets)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String SHEET = """
            insert into print_sheet (run_id, bundle, sheet, position, of_document, paper, edge, sides, blank, serial)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String VOID_BUNDLE = """
            update print_serial set state = 'VOID', void_reason = ?, voided_by = ?
            where run_id = ? and bundle = ? and state <> 'VOID'
            """;

    private static final String VOID_DOCUMENT = """
            update print_serial p set state = 'VOID', void_reason = ?, voided_by = ?
            from print_sheet s join print_document d using (run_id, bundle, position)
            where s.run_id = ? and s.bundle = ? and d.document_id = ? and p.run_id = s.run_id and p.bundle = s.bundle
              and p.sheet = s.sheet and p.state <> 'VOID'
            """;

    private static final String NEW_VERSION = """
            update print_document set sha256 = ?, source = ?, version = version + 1
            where run_id = ? and bundle = ? and document_id = ?
            """;

    private static final String NEW_SHAPE = """
            update print_sheet s set blank = ?, paper = ?, edge = ?, state = 'PLANNED'
            from print_document d
            where d.run_id = s.run_id and d.bundle = s.bundle and d.position = s.position
              and s.run_id = ? and s.bundle = ? and d.document_id = ? and s.of_document = ?
            """;

    private final JdbcTemplate jdbc;

    BundleRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void insert(String run, RunPlan.Bundle bundle) {
        jdbc.update(
                BUNDLE,
                run,
                bundle.number(),
                bundle.group().form(),
                bundle.group().unit(),
                bundle.group().name(),
                bundle.policy().coded(),
                bundle.sheets());
        content(run, bundle, Map.of(), Map.of());
    }

    /** What was there before is void, and new printings go on counting their serials. */
    void replace(String run, RunPlan.Bundle bundle, String reason, String by) {
        jdbc.update(VOID_BUNDLE, reason, by, run, bundle.number());
        Map<Integer, Integer> serials = new HashMap<>();
        jdbc.query(
                "select sheet, max(serial) from print_serial where run_id = ? and bundle = ? group by sheet",
                row -> {
                    serials.put(row.getInt(1), row.getInt(2));
                },
                run,
                bundle.number());
        Map<String, Integer> versions = versions(run, bundle);
        jdbc.update("delete from print_sheet where run_id = ? and bundle = ?", run, bundle.number());
        jdbc.update("delete from print_document where run_id = ? and bundle = ?", run, bundle.number());
        jdbc.update(
                "update print_bundle set sheets = ? where run_id = ? and bundle = ?",
                bundle.sheets(),
                run,
                bundle.number());
        content(run, bundle, serials, versions);
    }

    /** One more for a document whose bytes have changed. */
    private Map<String, Integer> versions(String run, RunPlan.Bundle bundle) {
        Map<String, String> now = new HashMap<>();
        bundle.documents().forEach(document -> now.put(document.id(), document.sha256()));
        Map<String, Integer> versions = new HashMap<>();
        jdbc.query(
                "select document_id, sha256, version from print_document where run_id = ? and bundle = ?",
                row -> {
                    boolean same = row.getString(2).equals(now.get(row.getString(1)));
                    versions.put(row.getString(1), row.getInt(3) + (same ? 0 : 1));
                },
                run,
                bundle.number());
        return versions;
    }

    void replace(String run, int bundle, RunPlan.Document document, String reason, String by) {
        jdbc.update(VOID_DOCUMENT, reason, by, run, bundle, document.id());
        jdbc.update(NEW_VERSION, document.sha256(), document.source(), run, bundle, document.id());
        int number = 1;
        for (Sheet sheet : document.sheets()) {
            jdbc.update(
                    NEW_SHAPE,
                    sheet.blank(),
                    sheet.paper().name(),
                    sheet.edge().name(),
                    run,
                    bundle,
                    document.id(),
                    number++);
        }
    }

    private void content(
            String run, RunPlan.Bundle bundle, Map<Integer, Integer> serials, Map<String, Integer> versions) {
        List<Object[]> documents = new ArrayList<>();
        List<Object[]> sheets = new ArrayList<>();
        for (RunPlan.Document document : bundle.documents()) {
            int position = documents.size() + 1;
            int version = versions.getOrDefault(document.id(), 1);
            documents.add(document(run, bundle.number(), position, document, version));
            int ofDocument = 1;
            for (Sheet sheet : document.sheets()) {
                int number = sheets.size() + 1;
                int serial = serials.getOrDefault(number, 0);
                sheets.add(sheet(run, bundle.number(), number, position, ofDocument++, sheet, serial));
            }
        }
        jdbc.batchUpdate(DOCUMENT, documents);
        jdbc.batchUpdate(SHEET, sheets);
    }

    private static Object[] document(String run, int bundle, int position, RunPlan.Document document, int version) {
        return new Object[] {
            run,
            bundle,
            position,
            document.id(),
            document.source(),
            document.sha256(),
            version,
            document.pupil(),
            document.way(),
            document.sheets().size()
        };
    }

    private static Object[] sheet(
            String run, int bundle, int number, int position, int ofDocument, Sheet sheet, int serial) {
        return new Object[] {
            run,
            bundle,
            number,
            position,
            ofDocument,
            sheet.paper().name(),
            sheet.edge().name(),
            sheet.sides(),
            sheet.blank(),
            serial
        };
    }
}
