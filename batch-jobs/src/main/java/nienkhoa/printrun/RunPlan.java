package nienkhoa.printrun;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import nienkhoa.model.Finding;
import nienkhoa.printrun.PrintJob.Paper;
import nienkhoa.printrun.PrintableDocuments.Group;
import nienkhoa.printrun.Sheeting.Sheet;

/**
 * A print run before anything is printed.
 *
 * @param leftOut what was asked for and cannot be printed
 */
public record RunPlan(List<Bundle> bundles, List<LeftOut> leftOut) {

    public RunPlan {
        bundles = List.copyOf(bundles);
        leftOut = List.copyOf(leftOut);
    }

    /** @param number from 1 */
    public record Bundle(int number, Group group, FormPolicy policy, List<Document> documents) {

        public Bundle {
            documents = List.copyOf(documents);
        }

        public int sheets() {
            return documents.stream()
                    .mapToInt(document -> document.sheets().size())
                    .sum();
        }
    }

    /**
     * A document with its sheets.
     *
     * @param pupil the number in the class list; 0 for a paper or a document about a whole class
     */
    public record Document(String id, String source, String sha256, int pupil, String way, List<Sheet> sheets) {

        public Document {
            sheets = List.copyOf(sheets);
        }
    }

    /**
     * A document that cannot be printed, and why.
     *
     * @param group the class or the cohort
     */
    public record LeftOut(String form, String group, String documentId, List<Finding> reasons) {

        public LeftOut {
            reasons = List.copyOf(reasons);
        }
    }

    /** How fast a printer prints, in sides a minute. */
    public record Speed(int a4, int a3) {

        int of(Paper paper) {
            return paper == Paper.A3 ? a3 : a4;
        }
    }

    public int sheets() {
        return sum(sheet -> 1);
    }

    public int sides() {
        return sum(Sheet::sides);
    }

    public int blankSides() {
        return sum(Sheet::blank);
    }

    /** Sheets of each paper that occurs. */
    public Map<Paper, Integer> paper() {
        Map<Paper, Integer> paper = new EnumMap<>(Paper.class);
        each().forEach(sheet -> paper.merge(sheet.paper(), 1, Integer::sum));
        return paper;
    }

    /** How long the printer needs; filling trays and mending jams come on top. */
    public Duration time(Speed speed) {
        double minutes = each().stream()
                .mapToDouble(sheet -> (double) sheet.sides() / speed.of(sheet.paper()))
                .sum();
        return Duration.ofSeconds(Math.round(minutes * 60));
    }

    private int sum(ToIntFunction<Sheet> count) {
        return each().stream().mapToInt(count).sum();
    }

    private List<Sheet> each() {
        return bundles.stream()
                .flatMap(bundle -> bundle.documents().stream())
                .flatMap(document -> document.sheets().stream())
                .toList();
    }
}
