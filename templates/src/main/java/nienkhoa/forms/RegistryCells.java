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

    private static final String GIRL = "Nữ";
    private static final Pattern PLACE = Pattern.compile("\\{([^}]+)}");

    private RegistryCells() {}

    /** A heading whose places are values of the part; a whole number is the first year of a school year. */
    public static String heading(String content, Node at, Labels labels) {
        String years = PLACE.matcher(content)
                .replaceAll(place -> Matcher.quoteReplacement(
                        at.number(place.group(1)) == 0 ? place.group() : schoolYear(at.at(place.group(1)))));
        return CellText.of(years, at, labels);
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

    /** A sentence with {@code NN}, the number of students, and {@code MM}, how many of them are girls. */
    public static String counted(String sentence, List<Node> entries) {
        long girls = entries.stream()
                .filter(entry -> entry.text("gender").equals(GIRL))
                .count();
        return sentence.replace("NN", String.valueOf(entries.size())).replace("MM", String.valueOf(girls));
    }

    /** The students who came from another school. */
    public static List<Node> movedIn(List<Node> entries) {
        return entries.stream().filter(entry -> entry.has("formerSchool")).toList();
    }

    /** The students who are still at the school. */
    public static List<Node> present(List<Node> entries) {
        return entries.stream().filter(entry -> !entry.has("leftOn")).toList();
    }

    /** The students who are no longer at the school, with or without having finished. */
    public static List<Node> gone(List<Node> entries) {
        return entries.stream().filter(entry -> entry.has("leftOn")).toList();
    }

    /** A sentence with {@code FIRST} and {@code LAST}, the numbers of the book's first and last line. */
    public static String numbers(String sentence, List<Node> entries) {
        return span(
                sentence,
                entries.get(0).text("registryNumber"),
                entries.get(entries.size() - 1).text("registryNumber"));
    }

    /** A sentence with {@code FIRST} and {@code LAST}, the days when the book was begun and closed. */
    public static String days(String sentence, Node book) {
        return span(sentence, book.date("startedOn"), book.date("endedOn"));
    }

    private static String span(String sentence, String first, String last) {
        return sentence.replace("FIRST", orDots(first)).replace("LAST", orDots(last));
    }

    private static String orDots(String text) {
        return text.isBlank() ? "……………" : text;
    }

    /** {@code 2019-2020}, from that or from its first year. */
    private static String schoolYear(Node year) {
        int first = year.number("");
        return first == 0 ? year.text("") : first + "-" + (first + 1);
    }
}
