package nienkhoa.forms;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Proves that the values which a form has to show (its {@code printed} paths) stand in some text of the filled pages, so
 * that a template cannot leave one out.
 */
final class PrintedValues {

    private final Set<String> texts = new HashSet<>();
    private final String all;

    private PrintedValues(List<Expected> pages) {
        StringBuilder every = new StringBuilder();
        for (Expected page : pages) {
            for (Expected.Text text : page.texts()) {
                String words = folded(text.text());
                texts.add(words);
                every.append(words).append('\n');
            }
        }
        this.all = every.toString();
    }

    static List<Refusal> check(FormSpec spec, String variant, Node document, List<Expected> pages) {
        List<Refusal> refusals = new ArrayList<>();
        PrintedValues values = new PrintedValues(pages);
        spec.printed().stream()
                .filter(printed ->
                        printed.variants().isEmpty() || printed.variants().contains(variant))
                .flatMap(printed -> printed.paths().stream())
                .forEach(path -> Places.visit(document, path, (place, value) -> {
                    if (value.has("") && !values.isPrinted(value)) {
                        refusals.add(Refusal.of(Refusal.NOT_PRINTED, place));
                    }
                }));
        return refusals;
    }

    private boolean isPrinted(Node value) {
        return ways(value).stream()
                .map(PrintedValues::folded)
                .anyMatch(way -> texts.contains(way) || all.contains(way) || isInTwoParts(way));
    }

    /** A long remark may begin in its place and end on a further page. */
    private boolean isInTwoParts(String text) {
        for (int end = text.lastIndexOf(' '); end > 0; end = text.lastIndexOf(' ', end - 1)) {
            if (all.contains(text.substring(0, end))) {
                return all.contains(text.substring(end + 1));
            }
        }
        return false;
    }

    /** A date may stand as date or as school year; a name may lack the word that the label before it says. */
    static List<String> ways(Node value) {
        String text = value.text("");
        List<String> ways = new ArrayList<>(List.of(text));
        if (DataProof.isDate(text)) {
            ways.add(value.date(""));
            ways.add(value.day("") + " tháng " + value.month("") + " năm " + value.year(""));
        } else if (text.matches("\\d{4}(-\\d{4})?")) {
            ways.add(value.schoolYear(""));
        } else if (text.indexOf(' ') > 0) {
            ways.add(text.substring(text.indexOf(' ') + 1));
        }
        return ways;
    }

    /** In capitals or not, with line ends anywhere: the same words. */
    static String folded(String text) {
        return Expected.spaced(text).toLowerCase(Locale.ROOT);
    }
}
