package nienkhoa.printrun;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nienkhoa.model.SchoolYear;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Which comes first, by form and school year, from {@code printing/work-order.csv} and a home's own lines. */
public final class WorkOrders {

    private static final String BUNDLED = "/printing/work-order.csv";

    private final List<Line> lines;

    private WorkOrders(List<Line> lines) {
        this.lines = List.copyOf(lines);
    }

    private record Line(String form, SchoolYear from, SchoolYear to, WorkOrder order) {

        boolean speaksOf(String form, SchoolYear year) {
            return this.form.equals(form) && from.compareTo(year) <= 0 && year.compareTo(to) <= 0;
        }
    }

    /**
     * @param own a file of the home, whose lines come before ours; it may be missing
     * @throws IllegalArgumentException if a line says nonsense; the message names it
     */
    public static WorkOrders with(Path own) {
        List<Line> lines = new ArrayList<>();
        try {
            if (Files.exists(own)) {
                lines.addAll(read(Files.newBufferedReader(own), own.toString()));
            }
            lines.addAll(read(
                    new InputStreamReader(
                            Objects.requireNonNull(WorkOrders.class.getResourceAsStream(BUNDLED)),
                            StandardCharsets.UTF_8),
                    BUNDLED));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new WorkOrders(lines);
    }

    /** The first line that speaks; {@link WorkOrder#UNKNOWN} if none does. */
    public WorkOrder of(String form, SchoolYear year) {
        return lines.stream()
                .filter(line -> line.speaksOf(form, year))
                .map(Line::order)
                .findFirst()
                .orElse(WorkOrder.UNKNOWN);
    }

    private static List<Line> read(Reader source, String name) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        List<Line> lines = new ArrayList<>();
        try (CSVParser parser = format.parse(new BufferedReader(source))) {
            for (CSVRecord row : parser) {
                lines.add(line(row, name));
            }
        }
        return lines;
    }

    private static Line line(CSVRecord row, String name) {
        try {
            WorkOrder order = new WorkOrder(
                    WorkOrder.Order.valueOf(row.get("order")),
                    row.get("instrument"),
                    row.get("item"),
                    row.get("status"),
                    row.get("source"));
            return new Line(row.get("form"), year(row.get("from")), year(row.get("to")), order);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ", " + (row.getRecordNumber() + 1) + ": " + e.getMessage(), e);
        }
    }

    private static SchoolYear year(String written) {
        return SchoolYear.findIn(written).orElseThrow(() -> new IllegalArgumentException("school year " + written));
    }
}
