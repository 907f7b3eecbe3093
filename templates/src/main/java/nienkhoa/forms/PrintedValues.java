package nienkhoa.forms;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import nienkhoa.forms.Labels.Label;

/**
 * Proves that the values which a form has to show (its {@code printed} paths) stand in some text of the filled pages, so
 * that a template cannot leave one out.
 */
final class PrintedValues {

    /** A beginning of fewer characters may be another text. */
    private static final int LONG = 40;

    private static final int SCHOOL_YEAR_LENGTH = 9;
    private static final Pattern SCHOOL_YEAR = Pattern.compile("\\d{4}(-\\d{4})?");

    private final Set<String> texts = new HashSet<>();
    private final List<Expected> pages;

    /** All texts, one a line; empty until somebody asks. */
    private String all = "";

    private final String schoolWord;

    /** What ends a text that goes on on a further page. */
    private final Set<String> marks = new HashSet<>();

    PrintedValues(List<Form> forms, List<Expected> pages) {
        Label word = forms.get(0).labels().get("school.word");
        this.schoolWord = word == null ? "" : folded(word.text());
        for (Form form : forms) {
            form.spec().sections().stream()
                    .flatMap(section -> section.parts().stream())
                    .map(FormSpec.Part::continued)
                    .filter(Objects::nonNull)
                    .map(continued -> form.labels().get(continued.mark()))
                    .filter(Objects::nonNull)
                    .forEach(mark -> marks.add(folded(mark.text())));
        }
        this.pages = pages;
        for (Expected page : pages) {
            page.texts().forEach(text -> texts.add(text.folded()));
        }
    }

    private String all() {
        if (all.isEmpty()) {
            StringBuilder every = new StringBuilder();
            for (Expected page : pages) {
                page.texts().forEach(text -> every.append(text.folded()).append('\n'));
            }
            all = every.toString();
        }
        return all;
    }

    static List<Refusal> check(Book book, String variant, Node document, List<Expected> pages) {
        List<Refusal> refusals = new ArrayList<>();
        List<Form> forms = book.forms(document);
        PrintedValues values = new PrintedValues(forms, pages);
        for (Form form : forms) {
            places(book, form, variant, document, (place, value) -> values.check(place, value)
                    .ifPresent(refusals::add));
        }
        return refusals;
    }

    static void places(Book book, Form form, String variant, Node document, BiConsumer<String, Node> use) {
        form.spec().printed().stream()
                .filter(printed ->
                        printed.variants().isEmpty() || printed.variants().contains(variant))
                .flatMap(printed -> printed.paths().stream())
                .forEach(path -> book.visit(form, document, path, use));
    }

    private Optional<Refusal> check(String place, Node value) {
        String text = folded(value.text(""));
        if (!value.has("") || texts.contains(text) || ways(value).stream().anyMatch(this::isPrinted)) {
            return Optional.empty();
        }
        int begun = longestBeginning(text);
        if (begun < LONG) {
            return Optional.of(Refusal.of(Refusal.NOT_PRINTED, place));
        }
        boolean goesOn = marks.stream().anyMatch(mark -> all().contains(text.substring(0, begun) + ' ' + mark))
                && all().contains(text.substring(begun).strip());
        return goesOn ? Optional.empty() : Optional.of(Refusal.of(Refusal.TEXT_OVERFLOW, place, text.length(), begun));
    }

    boolean isPrinted(String way) {
        return texts.contains(way) || all().contains(way);
    }

    /** How much of a long remark stands somewhere: the rest may go on on a further page. */
    private int longestBeginning(String text) {
        int end = text.length() < LONG ? -1 : text.lastIndexOf(' ');
        while (end > 0 && !all().contains(text.substring(0, end))) {
            end = text.lastIndexOf(' ', end - 1);
        }
        return end;
    }

    /** A date may stand as date or as school year; a school's name may lack the word that the label before it says. */
    List<String> ways(Node value) {
        String text = value.text("");
        List<String> ways = new ArrayList<>(List.of(folded(text)));
        if (DataProof.isDate(text)) {
            ways.add(value.date(""));
            ways.add(value.day("") + " tháng " + value.month("") + " năm " + value.year(""));
        } else if (text.length() <= SCHOOL_YEAR_LENGTH
                && SCHOOL_YEAR.matcher(text).matches()) {
            ways.add(value.schoolYear(""));
        } else if (!schoolWord.isEmpty() && ways.get(0).startsWith(schoolWord)) {
            ways.add(ways.get(0).substring(schoolWord.length()).strip());
        }
        return ways;
    }

    /** In capitals or not, with line ends anywhere: the same words. */
    static String folded(String text) {
        return Folding.of(Expected.spaced(text));
    }
}
