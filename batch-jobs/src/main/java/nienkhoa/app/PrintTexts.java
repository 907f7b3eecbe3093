package nienkhoa.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nienkhoa.language.Messages;
import nienkhoa.model.Finding;
import nienkhoa.printrun.BundleState;
import nienkhoa.printrun.PrintRefused;
import nienkhoa.printrun.PrintRun;
import nienkhoa.printrun.PrintSheets.Printing;
import nienkhoa.printrun.RunCounts;
import nienkhoa.printrun.RunPlan;
import nienkhoa.printrun.Trouble;

/** What the commands of print runs say. */
final class PrintTexts {

    static final String STAGE = "print";

    /** Findings of one kind that a terminal shows; the rest is counted. */
    private static final int MOST_SHOWN = 10;

    private PrintTexts() {}

    static Problem problem(PrintRefused refused) {
        return Problem.refused(STAGE, refused.finding());
    }

    static String text(Console console, String key, Object... args) {
        return console.messages().text(STAGE, key, args);
    }

    /** A finding of this stage, of a printer's, or of the stage that refused a document. */
    static String of(Messages messages, Finding finding) {
        return messages.of(finding.code().matches("P4\\d\\d_.*") ? STAGE : "rendering", finding);
    }

    static String trouble(Messages messages, Trouble trouble) {
        return messages.text(STAGE, "TROUBLE_" + trouble.kind(), trouble.args().toArray());
    }

    static String leftOut(Messages messages, RunCounts counts) {
        return counts.leftOut().isEmpty()
                ? messages.text(STAGE, "LEFT_OUT_NONE")
                : messages.text(STAGE, "LEFT_OUT", counts.leftOut().size() + "");
    }

    static String form(Console console, String form) {
        return console.messages().text("rendering", "FORM_" + form);
    }

    /** A plan: its bundles, paper, time, and what stands in its way. */
    static String plan(Console console, RunPlan plan, Duration time, Map<String, String> before) {
        List<String> lines = new ArrayList<>();
        for (RunPlan.Bundle bundle : plan.bundles()) {
            lines.add(text(
                    console,
                    "PLAN_BUNDLE",
                    bundle.number() + "",
                    bundle.group().name(),
                    form(console, bundle.group().form()),
                    bundle.documents().stream()
                                    .filter(document -> document.pupil() > 0)
                                    .count() + "",
                    bundle.sheets() + "",
                    bundle.policy().coded() ? "" : text(console, "COUNT_ONLY")));
        }
        String paper = plan.paper().entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(" + "));
        lines.add(text(
                console,
                "PLAN_TOTAL",
                plan.bundles().size() + "",
                plan.sheets() + "",
                paper,
                plan.sides() + "",
                plan.blankSides() + "",
                Math.max(1, time.toMinutes()) + ""));
        lines.addAll(leftOut(console, plan.leftOut()));
        if (!before.isEmpty()) {
            String runs = before.values().stream().distinct().sorted().collect(Collectors.joining(", "));
            lines.add(text(console, "PLAN_BEFORE", before.size() + "", runs));
        }
        return String.join(System.lineSeparator(), lines);
    }

    private static List<String> leftOut(Console console, List<RunPlan.LeftOut> leftOut) {
        List<String> lines = new ArrayList<>();
        if (!leftOut.isEmpty()) {
            lines.add(text(console, "PLAN_LEFT_OUT", leftOut.size() + ""));
        }
        for (RunPlan.LeftOut out : leftOut.subList(0, Math.min(MOST_SHOWN, leftOut.size()))) {
            for (Finding reason : out.reasons()) {
                lines.add("  " + out.group() + " · " + form(console, out.form()) + " · " + out.documentId() + ": "
                        + of(console.messages(), reason));
            }
        }
        if (leftOut.size() > MOST_SHOWN) {
            lines.add("  " + text(console, "AND_MORE", leftOut.size() - MOST_SHOWN + ""));
        }
        return lines;
    }

    static String run(Console console, PrintRun run, List<BundleState> bundles, List<String> notes) {
        List<String> lines = new ArrayList<>();
        lines.add(line(console, run));
        run.trouble().ifPresent(trouble -> lines.add("  " + trouble(console.messages(), trouble)));
        bundles.forEach(bundle -> lines.add("  " + bundle(console, bundle)));
        lines.addAll(notes);
        return String.join(System.lineSeparator(), lines);
    }

    static String line(Console console, PrintRun run) {
        return run.id() + " · " + run.school() + " " + run.year() + " · " + text(console, "STATE_" + run.state());
    }

    private static String bundle(Console console, BundleState bundle) {
        BundleState.Counts counts = bundle.counts();
        String steps = bundle.steps().stream()
                .map(step -> text(console, "STEP_" + step))
                .collect(Collectors.joining(", "));
        return text(
                        console,
                        "BUNDLE",
                        bundle.number() + "",
                        bundle.group(),
                        form(console, bundle.form()),
                        counts.all() + "",
                        counts.planned() + "",
                        counts.sent() + "",
                        counts.printed() + "",
                        counts.seen() + "")
                + (bundle.toShred() == 0 ? "" : " · " + text(console, "TO_SHRED", bundle.toShred() + ""))
                + (bundle.coded() ? "" : " · " + text(console, "COUNT_ONLY"))
                + (steps.isEmpty() ? "" : " · " + steps);
    }

    /** Printings in few words. */
    static String printings(List<Printing> printings) {
        String shown =
                printings.stream().limit(MOST_SHOWN).map(Printing::written).collect(Collectors.joining(", "));
        return printings.size() > MOST_SHOWN ? shown + ", …" : shown;
    }
}
