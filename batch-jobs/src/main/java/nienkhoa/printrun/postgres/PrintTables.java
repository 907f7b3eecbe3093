package nienkhoa.printrun.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import nienkhoa.printrun.PrintJob.Edge;
import nienkhoa.printrun.PrintJob.Paper;
import nienkhoa.printrun.PrintSheets.Known;
import nienkhoa.printrun.PrintSheets.Printing;
import nienkhoa.printrun.SheetCode;
import nienkhoa.printrun.SheetCode.Side;
import nienkhoa.printrun.SheetJob;

/** Rows of the tables {@code print_*} as records. */
final class PrintTables {

    private PrintTables() {}

    static SheetJob job(ResultSet row) throws SQLException {
        return new SheetJob(
                row.getString("run_id"),
                row.getInt("job"),
                row.getString("name"),
                row.getInt("bundle"),
                row.getInt("sheets"),
                SheetJob.State.valueOf(row.getString("state")),
                row.getString("printer"),
                row.getString("printer_job"),
                row.getInt("said"));
    }

    static SheetJob.Sheet sheet(ResultSet row) throws SQLException {
        SheetJob.Content content = new SheetJob.Content(
                row.getString("document_id"),
                row.getString("source"),
                row.getString("sha256"),
                row.getString("way"),
                row.getString("form"));
        return new SheetJob.Sheet(
                row.getInt("bundle"),
                row.getInt("sheet"),
                row.getInt("of_sheets"),
                content,
                row.getInt("of_document"),
                print(row),
                row.getInt("serial"),
                row.getBoolean("coded"));
    }

    static SheetJob.Print print(ResultSet row) throws SQLException {
        return new SheetJob.Print(
                Paper.valueOf(row.getString("paper")), Edge.valueOf(row.getString("edge")), row.getInt("sides"));
    }

    static Printing printing(ResultSet row) throws SQLException {
        return new Printing(row.getInt("bundle"), row.getInt("sheet"), row.getInt("serial"));
    }

    static Known known(ResultSet row) throws SQLException {
        return new Known(
                printing(row),
                code(row, Side.A),
                row.getString("state"),
                row.getString("void_reason"),
                row.getString("settled"),
                row.getInt("job"));
    }

    static SheetCode code(ResultSet row, Side side) throws SQLException {
        return new SheetCode(
                row.getString("run_id"),
                row.getInt("bundle"),
                row.getInt("sheet"),
                row.getInt("of_sheets"),
                side,
                SheetCode.shortened(row.getString("document_id")),
                SheetCode.digest(row.getString("sha256")),
                row.getInt("serial"));
    }

    static List<Side> sides(ResultSet row) throws SQLException {
        return row.getInt("sides") == 2 ? List.of(Side.A, Side.B) : List.of(Side.A);
    }

    /** Names the run, the job and its sheets, so that a person finds it in the printer's queue and in a folder. */
    static String jobName(String run, int number, List<SheetJob.Sheet> sheets) {
        SheetJob.Sheet first = sheets.get(0);
        return String.format(
                Locale.ROOT,
                "%s-%04d-B%03d-S%04d-%04d-%s",
                run,
                number,
                first.bundle(),
                first.sheet(),
                sheets.get(sheets.size() - 1).sheet(),
                first.print().paper());
    }
}
