package nienkhoa.printrun;

import java.util.List;
import java.util.function.ToIntFunction;

/**
 * What a run comes to, in sheets.
 *
 * @param leftOut documents that were asked for and are not part of the run
 * @param troubles times that the run had to wait for a person
 */
public record RunCounts(List<Line> lines, List<RunPlan.LeftOut> leftOut, int troubles) {

    public RunCounts {
        lines = List.copyOf(lines);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * A bundle.
     *
     * @param planned sheets that it has
     * @param printed sheets of which a valid printing came out, by anybody's word
     * @param spoiled printings that were voided
     * @param reprinted sheets that were printed twice or more
     * @param missing sheets that nobody has seen on paper
     */
    public record Line(
            int bundle, String form, String group, int planned, int printed, int spoiled, int reprinted, int missing) {}

    /** A job that lies in a folder or was handed to a printer. */
    public record Delivered(
            String name, String form, String group, int first, int last, int sheets, String paper, String edge) {}

    public Line total() {
        return new Line(
                0,
                "",
                "",
                sum(Line::planned),
                sum(Line::printed),
                sum(Line::spoiled),
                sum(Line::reprinted),
                sum(Line::missing));
    }

    private int sum(ToIntFunction<Line> count) {
        return lines.stream().mapToInt(count).sum();
    }
}
