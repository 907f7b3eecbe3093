package nienkhoa.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nienkhoa.app.YearEndSummary.Opening;
import nienkhoa.app.YearEndSummary.SchoolLine;
import nienkhoa.language.Messages;

/** A year-end's summary as a short table with the paths of what to open. */
final class YearEndTable {

    private static final List<String> COLUMNS = List.of(
            "COLUMN_SCHOOL",
            "COLUMN_STUDENTS",
            "COLUMN_PLANNED",
            "COLUMN_RENDERED",
            "COLUMN_REJECTED",
            "COLUMN_NOT_RENDERED",
            "COLUMN_ARCHIVED",
            "COLUMN_PAGES");

    private final Messages messages;

    private YearEndTable(Messages messages) {
        this.messages = messages;
    }

    static String of(YearEndSummary summary, Messages messages) {
        return new YearEndTable(messages).text(summary);
    }

    private String text(YearEndSummary summary) {
        List<String> lines = new ArrayList<>(TextTable.lines(rows(summary)));
        lines.add("");
        lines.add(message(
                summary.exit() == ExitCode.DONE ? "YEAR_END_DONE" : "YEAR_END_FINDINGS",
                Long.toString(summary.findings()),
                time(summary.seconds())));
        for (Opening opening : summary.open()) {
            lines.add("  " + message(opening.what()) + ": " + opening.path());
        }
        summary.open().stream()
                .filter(opening -> opening.what().equals("OPEN_REJECTS"))
                .forEach(rejects -> lines.add(message("CORRECT_REJECTS", rejects.path(), summary.schoolYear())));
        return String.join(System.lineSeparator(), lines);
    }

    private List<List<String>> rows(YearEndSummary summary) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(COLUMNS.stream().map(this::message).toList());
        summary.schools().forEach(school -> rows.add(row(school)));
        rows.add(row(new SchoolLine(
                message("COLUMN_TOTAL"),
                "",
                summary.students(),
                summary.planned(),
                summary.rendered(),
                summary.rejected(),
                summary.notRendered(),
                summary.archived(),
                summary.pages())));
        return rows;
    }

    private static List<String> row(SchoolLine line) {
        return Stream.concat(
                        Stream.of(line.schoolCode()),
                        Stream.of(
                                        line.students(),
                                        line.planned(),
                                        line.rendered(),
                                        line.rejected(),
                                        line.notRendered(),
                                        line.archived(),
                                        line.pages())
                                .map(String::valueOf))
                .toList();
    }

    private static String time(double seconds) {
        Duration time = Duration.ofMillis(Math.round(seconds * 1000));
        return time.toMinutes() + ":" + (time.toSecondsPart() < 10 ? "0" : "") + time.toSecondsPart();
    }

    private String message(String key, Object... args) {
        return messages.text("app", key, args);
    }
}
