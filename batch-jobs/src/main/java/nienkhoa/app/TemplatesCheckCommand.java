package nienkhoa.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import nienkhoa.forms.FormFault;
import nienkhoa.forms.FormItem;
import nienkhoa.forms.FormItem.Standing;
import nienkhoa.forms.FormReview;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code templates check}: lists what in the forms is still to be confirmed, and what is wrong with them or with what the
 * home puts over them.
 *
 * <p>Ends with 0 if nothing is to be confirmed, 1 if something is, 2 if a file is wrong.
 */
@Command(name = "check", sortOptions = false)
final class TemplatesCheckCommand implements Callable<Integer> {

    private final RootCommand root;

    @Option(names = "--form", paramLabel = "transcript-primary", descriptionKey = "templates-form")
    private @Nullable String form;

    TemplatesCheckCommand(RootCommand root) {
        this.root = root;
    }

    /**
     * What {@code --json} prints.
     *
     * @param workbook with a line for each item that is to be confirmed
     */
    record Result(String workbook, List<Count> counts, List<Item> open, List<Fault> faults) {}

    /** How much of an edition is known from where. */
    record Count(String form, long verified, long recalled, long design, long local) {}

    /** Something to be confirmed. */
    record Item(String form, String edition, String kind, String name, String text, String mark, String source) {}

    /** A fault with its sentence. */
    record Fault(String code, String message) {}

    @Override
    public Integer call() {
        Console console = root.console();
        Home home = root.home();
        FormChoices.check(form);
        FormReview review = FormReview.of(home.forms(), name -> form == null || form.equals(name));
        Result result = result(review, home, console);
        console.result(result, text(result, console));
        if (!result.faults().isEmpty()) {
            return ExitCode.WRONG_USE.number();
        }
        return (result.open().isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS).number();
    }

    private static Result result(FormReview review, Home home, Console console) {
        List<FormItem> open = review.items().stream().filter(FormItem::isOpen).toList();
        Path workbook = home.out().resolve("templates").resolve("check.xlsx");
        OutFolder.write(workbook, OpenItemsWorkbook.write(open, console));
        return new Result(
                workbook.toString(),
                counts(review.items()),
                open.stream().map(TemplatesCheckCommand::item).toList(),
                review.faults().stream().map(fault -> fault(fault, console)).toList());
    }

    private static Item item(FormItem item) {
        return new Item(
                item.form(), item.edition(), item.kind().name(), item.name(), item.text(), item.mark(), item.source());
    }

    private static Fault fault(FormFault fault, Console console) {
        return new Fault(fault.code(), console.text(fault.code(), fault.args().toArray()));
    }

    private static List<Count> counts(List<FormItem> items) {
        Map<String, List<FormItem>> byEdition = new LinkedHashMap<>();
        items.forEach(item -> byEdition
                .computeIfAbsent(
                        item.form().isEmpty() ? "" : item.form() + "/" + item.edition(), edition -> new ArrayList<>())
                .add(item));
        return byEdition.entrySet().stream()
                .map(edition -> new Count(
                        edition.getKey(),
                        count(edition.getValue(), Standing.VERIFIED),
                        count(edition.getValue(), Standing.RECALLED),
                        count(edition.getValue(), Standing.DESIGN),
                        count(edition.getValue(), Standing.LOCAL)))
                .toList();
    }

    private static long count(List<FormItem> items, Standing standing) {
        return items.stream().filter(item -> item.standing() == standing).count();
    }

    private static String text(Result result, Console console) {
        List<List<String>> table = new ArrayList<>();
        table.add(Stream.of("FORM", "VERIFIED", "RECALLED", "DESIGN", "LOCAL")
                .map(column -> console.text("CHECK_" + column))
                .toList());
        for (Count count : result.counts()) {
            table.add(List.of(
                    count.form().isEmpty() ? console.text("CHECK_ALL_FORMS") : count.form(),
                    Long.toString(count.verified()),
                    Long.toString(count.recalled()),
                    Long.toString(count.design()),
                    Long.toString(count.local())));
        }
        List<String> lines = new ArrayList<>(TextTable.lines(table));
        lines.add("");
        lines.add(console.text("CHECK_OPEN", Integer.toString(result.open().size()), result.workbook()));
        result.faults().forEach(fault -> lines.add(fault.code() + " " + fault.message()));
        lines.add(console.text(
                result.faults().isEmpty() ? "CHECK_SOUND" : "CHECK_FAULTS",
                Integer.toString(result.faults().size())));
        return String.join(System.lineSeparator(), lines);
    }
}
