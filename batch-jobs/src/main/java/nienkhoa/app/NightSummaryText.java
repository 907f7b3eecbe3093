package nienkhoa.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nienkhoa.app.NightSummary.Calendar;
import nienkhoa.app.NightSummary.Ran;
import nienkhoa.language.Messages;
import nienkhoa.schedule.Outcome;

/** The sentences of a night: what ran, what did not, what to do next. */
record NightSummaryText(NightSummary summary, Messages messages) {

    /** Lines of a job's own words that are shown; all are in the JSON. */
    private static final int MOST_LINES = 15;

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(text("SUMMARY_TITLE", ScheduleTexts.day(summary.night())));
        lines.add(calendar());
        lines.add(counts());
        summary.waitedSince().ifPresent(since -> lines.add(text("SUMMARY_WAITED")));
        summary.ran().forEach(one -> lines.addAll(ran(one)));
        summary.missed()
                .forEach((job, nights) -> lines.add(
                        text("MISSED_LINE", job, Integer.toString(nights.size()), ScheduleTexts.days(nights))));
        summary.paused().forEach((job, why) -> lines.add(text("SUMMARY_PAUSED", job, why)));
        summary.notSetUp()
                .forEach((job, files) -> lines.add(text("SUMMARY_NOT_SET_UP", job, String.join(", ", files))));
        lines.add(text("SUMMARY_NEXT"));
        steps().forEach(step -> lines.add("  - " + step));
        return lines;
    }

    private String calendar() {
        Calendar calendar = summary.calendar();
        if (calendar.schoolYear().isEmpty()) {
            return text("CALENDAR_MISSING", text("PERIOD_" + calendar.period()));
        }
        String period = text("PERIOD_" + calendar.period())
                + (calendar.holiday().isEmpty() ? "" : " (" + calendar.holiday() + ")");
        return text(calendar.confirmed() ? "CALENDAR" : "CALENDAR_UNCONFIRMED", period, calendar.schoolYear());
    }

    private String counts() {
        return text(
                "SUMMARY_COUNTS",
                Integer.toString(summary.ran().size()),
                count(Outcome.DONE),
                count(Outcome.FINDINGS),
                Long.toString(summary.ran().stream()
                        .filter(one -> !one.run().succeeded())
                        .count()),
                Integer.toString(
                        summary.missed().values().stream().mapToInt(List::size).sum()));
    }

    private String count(Outcome outcome) {
        return Long.toString(summary.ran().stream()
                .filter(one -> one.news().outcome() == outcome)
                .count());
    }

    private List<String> ran(Ran one) {
        List<String> lines = new ArrayList<>();
        lines.add(text(
                "SUMMARY_RAN",
                one.run().job(),
                text("OUTCOME_" + one.news().outcome()),
                one.from(),
                one.to().isEmpty() ? "…" : one.to(),
                text("CAUSE_" + one.run().cause())));
        List<String> said = one.news().lines();
        said.stream().limit(MOST_LINES).forEach(line -> lines.add("    " + line));
        if (said.size() > MOST_LINES) {
            lines.add("    " + text("SUMMARY_MORE", Integer.toString(said.size() - MOST_LINES), one.command()));
        }
        if (!one.news().findings().isEmpty()) {
            lines.add("    " + text("SUMMARY_CODES", codes(one.news().findings())));
        }
        if (!one.news().unchanged().isEmpty()) {
            lines.add("    " + text("SUMMARY_UNCHANGED", codes(one.news().unchanged()), one.command()));
        }
        return lines;
    }

    private static String codes(Map<String, Long> findings) {
        return findings.entrySet().stream()
                .map(finding -> finding.getKey() + " × " + finding.getValue())
                .collect(Collectors.joining(", "));
    }

    private List<String> steps() {
        Map<String, Ran> last = new LinkedHashMap<>();
        summary.ran().forEach(one -> last.put(one.run().job(), one));
        List<String> steps = new ArrayList<>();
        last.forEach((job, one) -> {
            Outcome outcome = one.news().outcome();
            if (outcome != Outcome.DONE && outcome != Outcome.RUNNING) {
                steps.add(text("STEP_" + outcome, job, one.command()));
            }
        });
        summary.missed().keySet().forEach(job -> steps.add(text("STEP_MISSED", job)));
        if (!summary.calendar().confirmed()) {
            steps.add(text("STEP_CALENDAR", summary.calendar().file()));
        }
        return steps.isEmpty() ? List.of(text("STEP_NONE")) : steps;
    }

    private String text(String key, Object... args) {
        return ScheduleTexts.text(messages, key, args);
    }
}
