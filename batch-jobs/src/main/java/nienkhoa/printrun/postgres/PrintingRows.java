package nienkhoa.printrun.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nienkhoa.printrun.PrintSheets.Known;
import nienkhoa.printrun.PrintSheets.Printing;
import nienkhoa.printrun.SheetCode;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** What is known of printings. */
record PrintingRows(JdbcTemplate jdbc) {

    private static final String OF_PUPIL = """
            select s.sheet from print_sheet s join print_document d using (run_id, bundle, position)
            where s.run_id = ? and s.bundle = ? and d.pupil = ? order by s.sheet
            """;

    private static final String SHEETS_OF = """
            select coalesce(sum(sheets), 0) from print_document where run_id = ? and bundle = ? and document_id = ?
            """;

    private static final String NEWEST =
            "select * from print_serial where run_id = ? and bundle = ? and sheet = ? order by serial desc limit 1";

    private static final String FIND =
            "select * from print_serial where run_id = ? and bundle = ? and sheet = ? and serial = ?";

    private static final String TO_SHRED = """
            select * from print_serial where run_id = ? and state = 'VOID' and settled = '' order by bundle, sheet, serial
            """;

    private static final String VALID = """
            select * from print_serial where run_id = ? and (? = 0 or bundle = ?) and state <> 'VOID'
            order by bundle, sheet
            """;

    Optional<Known> newest(String run, int bundle, int sheet) {
        return known(NEWEST, run, bundle, sheet).stream().findFirst();
    }

    Optional<Known> find(String run, Printing printing) {
        return known(FIND, run, printing.bundle(), printing.sheet(), printing.serial()).stream()
                .findFirst();
    }

    List<Integer> ofPupil(String run, int bundle, int pupil) {
        return jdbc.queryForList(OF_PUPIL, Integer.class, run, bundle, pupil);
    }

    int sheetsOf(String run, int bundle, String documentId) {
        return count(SHEETS_OF, run, bundle, documentId);
    }

    List<Known> toShred(String run) {
        return known(TO_SHRED, run);
    }

    List<Known> valid(String run, Optional<Integer> bundle) {
        return known(VALID, run, bundle.orElse(0), bundle.orElse(0));
    }

    List<SheetCode> sides(String run, Optional<Integer> bundle) {
        RowMapper<List<SheetCode>> both = (row, n) -> {
            List<SheetCode> codes = new ArrayList<>();
            for (SheetCode.Side side : PrintTables.sides(row)) {
                codes.add(PrintTables.code(row, side));
            }
            return codes;
        };
        return jdbc.query(VALID, both, run, bundle.orElse(0), bundle.orElse(0)).stream()
                .flatMap(List::stream)
                .toList();
    }

    private List<Known> known(String query, Object... arguments) {
        return jdbc.query(query, (row, n) -> PrintTables.known(row), arguments);
    }

    private int count(String query, Object... arguments) {
        return Objects.requireNonNull(jdbc.queryForObject(query, Integer.class, arguments));
    }
}
