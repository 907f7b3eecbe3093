package nienkhoa.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nienkhoa.intake.LoadEntry;
import nienkhoa.intake.LoadOutcome;
import nienkhoa.intake.difference.ClassDifference;
import nienkhoa.intake.difference.Counts;
import nienkhoa.intake.difference.Difference;
import nienkhoa.intake.difference.FieldWords;
import nienkhoa.intake.evidence.YearWords;

/** What the console says about a load: what the data seem to be of, and for a dry run what would become different. */
record LoadText(LoadOutcome load, LoadChoice choice) {

    /** More than anyone reads in a console; the workbook has all. */
    private static final int MOST_CLASSES = 60;

    private static final int MOST_FIELDS_A_CLASS = 12;

    List<String> lines() {
        FieldWords words = new FieldWords(choice.messages());
        YearWords years = new YearWords(choice.messages());
        List<String> lines = new ArrayList<>();
        lines.add(years.seems(load.dataYear()));
        years.reasons(load.dataYear()).forEach(reason -> lines.add("  " + reason));
        if (load.entry().outcome() == LoadEntry.Outcome.DRY_RUN) {
            classes(words, lines);
            lines.add(total(words, load.difference()));
            lines.add(words.text("summary.dry-run"));
            if (!load.stops().isEmpty()) {
                lines.add(words.text("summary.would-stop", choice.sentences(load.stops())));
            }
        }
        if (!load.entry().confirmed().isEmpty()) {
            lines.add(words.text(
                    "summary.confirmed", load.entry().by(), load.entry().confirmed()));
        }
        load.workbook()
                .map(Path::toString)
                .ifPresent(path -> lines.add("  " + words.text("summary.workbook") + ": " + path));
        return lines;
    }

    private void classes(FieldWords words, List<String> lines) {
        List<ClassDifference> classes = load.difference().classes();
        classes.stream().limit(MOST_CLASSES).forEach(each -> {
            lines.add(counts(words, each));
            each.fields().entrySet().stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(MOST_FIELDS_A_CLASS)
                    .forEach(field -> lines.add("  "
                            + words.text(
                                    "summary.field",
                                    words.field(field.getKey()),
                                    field.getValue().toString())));
        });
        if (classes.size() > MOST_CLASSES) {
            lines.add(words.text("summary.more", Integer.toString(classes.size() - MOST_CLASSES)));
        }
    }

    private static String counts(FieldWords words, ClassDifference each) {
        Counts students = each.students();
        Counts results = each.results();
        return words.text(
                "summary.class",
                each.place().toString(),
                Long.toString(students.added()),
                Long.toString(students.changed()),
                Long.toString(students.moved()),
                Long.toString(each.movedAway()),
                Long.toString(students.vanished()),
                Long.toString(students.unchanged()),
                Long.toString(results.added()),
                Long.toString(results.changed()),
                Long.toString(results.vanished()),
                Long.toString(results.unchanged()));
    }

    private static String total(FieldWords words, Difference difference) {
        Counts students = difference.students();
        Counts results = difference.results();
        return words.text(
                "summary.total",
                Long.toString(students.added()),
                Long.toString(students.changed()),
                Long.toString(students.moved()),
                Long.toString(students.vanished()),
                Long.toString(students.unchanged()),
                Long.toString(results.added()),
                Long.toString(results.changed()),
                Long.toString(results.vanished()),
                Long.toString(results.unchanged()));
    }
}
