package nienkhoa.forms;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The printed words of an edition, bound to the data of one document. A word may hold places like
 * {@code {foreignLanguage}}: the path is looked up in the part's node, then in the document; an empty value leaves dots.
 * {@code {code@subject}} is the word {@code subject.VALUE}.
 */
public final class Labels {

    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z.0-9]+)(?:@(\\w+))?}");
    private static final String DOTS = "…………";

    private final Map<String, Label> labels;
    private final Node document;
    private final Set<String> missing = new TreeSet<>();

    Labels(Map<String, Label> labels, Node document) {
        this.labels = labels;
        this.document = document;
    }

    /**
     * One printed word or sentence.
     *
     * @param mark {@code verified} (seen in a public text) or {@code recalled} (from knowledge, to be compared with a
     *     real sample) or {@code design} (our choice)
     * @param source where it was seen, named at the head of the same file; empty unless verified
     */
    record Label(String text, String mark, String source) {}

    /** The word of a code; the empty text, noted in {@link #refusals}, if the edition has no such word. */
    public String text(String code) {
        return text(code, document);
    }

    /** Looks places up in {@code part} first. */
    public String text(String code, Node part) {
        Label label = labels.get(code);
        if (label == null) {
            missing.add(code);
            return "";
        }
        if (label.text().indexOf('{') < 0) {
            return label.text();
        }
        return PLACE.matcher(label.text()).replaceAll(place -> Matcher.quoteReplacement(word(place, part)));
    }

    /** {@code Hải Phòng, ngày 31 tháng 5 năm 2024}, or dots to be filled in by hand if the date is empty. */
    public String dateLine(String place, Node part, String datePath) {
        String town = Optional.of(place).filter(text -> !text.isBlank()).orElse(DOTS);
        if (!part.has(datePath)) {
            return town + text("date.blank");
        }
        return town
                + text("date.line")
                        .replace("DD", part.day(datePath))
                        .replace("MM", part.month(datePath))
                        .replace("YYYY", part.year(datePath));
    }

    /**
     * The words above a signature: {@code HIỆU TRƯỞNG}, or what the edition says for another title. A title that it does
     * not know is refused: the usual words would say something else than the data.
     */
    public String signatory(String title) {
        String usual = text("signatory");
        return title.isBlank() || title.equalsIgnoreCase(usual) ? usual : text("signatory." + title);
    }

    /** A value without the word that the label before it already says: {@code Trường: Tiểu học …}. */
    public String without(String code, String value) {
        String word = text(code);
        return value.startsWith(word) ? value.substring(word.length()) : value;
    }

    /** One for each code that was asked for and is not there: the data hold a code that the form does not know. */
    List<Refusal> refusals() {
        return missing.stream()
                .map(code -> Refusal.of(Refusal.BAD_VALUE, code, "", "labels.yaml"))
                .toList();
    }

    Collection<Label> all() {
        return labels.values();
    }

    /** Whether a word has places and no value for any of them. */
    boolean isBlank(String code, Node part) {
        Label label = labels.get(code);
        List<MatchResult> places = label == null
                ? List.of()
                : PLACE.matcher(label.text()).results().toList();
        return !places.isEmpty()
                && places.stream().allMatch(place -> value(place.group(1), part).isBlank());
    }

    private String word(MatchResult place, Node part) {
        String value = value(place.group(1), part);
        if (value.isBlank()) {
            return DOTS;
        }
        return place.group(2) == null ? value : text(place.group(2) + "." + value);
    }

    private String value(String path, Node part) {
        String near = part.text(path);
        return near.isBlank() ? document.text(path) : near;
    }
}
