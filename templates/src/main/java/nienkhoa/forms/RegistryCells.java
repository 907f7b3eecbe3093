package nienkhoa.forms;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Cells of the student registry that need the book as well as the student's line: its columns are the school years of
 * the cohort, and a student who repeated has years outside them.
 */
public final class RegistryCells {

    private static final Pattern PLACE = Pattern.compile("\\{([^}]+)}");

    private RegistryCells() {}

    /** A heading whose places are school years of the book: {@code 2019-2020}. */
    public static String heading(String content, Node book) {
        return PLACE.matcher(content)
                .replaceAll(place -> Matcher.quoteReplacement(schoolYear(book.at(place.group(1)))));
    }

    /** Class and result of the book's year with this index; empty if the student was not at the school. */
    public static String year(Node book, Node entry, int index) {
        String year = book.text("years." + index);
        return entry.list("years").stream()
                .filter(result -> result.text("schoolYear").equals(year))
                .map(result -> Stream.of(result.text("className"), result.text("result"))
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining("\n")))
                .findFirst()
                .orElse("");
    }

    /** The note, and below it the years that the book has no column for. */
    public static String remark(Node book, Node entry) {
        Set<String> columns = new HashSet<>();
        book.list("years").forEach(year -> columns.add(year.text("")));
        Stream<String> outside = entry.list("years").stream()
                .filter(result -> !columns.contains(result.text("schoolYear")))
                .map(result -> schoolYear(result.at("schoolYear")) + ": " + result.text("className") + " "
                        + result.text("result"));
        return Stream.concat(Stream.of(entry.text("note")), outside)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /** How many of the rows are girls. */
    public static int girls(List<Node> entries) {
        return (int) entries.stream()
                .filter(entry -> entry.text("gender").equals("Nữ"))
                .count();
    }

    private static String schoolYear(Node year) {
        int first = year.number("");
        return first == 0 ? year.text("") : first + "-" + (first + 1);
    }
}
