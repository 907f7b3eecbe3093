package nienkhoa.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nienkhoa.retention.RecordClass;
import nienkhoa.retention.RetentionRule;
import nienkhoa.retention.RetentionRules;
import nienkhoa.retention.Status;

/**
 * The lines of an annex with the class of records that each seems to be about, for a person to look through.
 *
 * @param instrument for example {@code 08/2025/TT-BGDĐT}
 * @param validFrom the first day of the rules
 */
record AnnexReview(String instrument, String validFrom, List<Entry> lines) {

    /** Below this share of words in common nothing is proposed. */
    private static final double LEAST_LIKENESS = 0.6;

    /**
     * A line.
     *
     * @param item STT in the annex
     * @param recordClass the proposal, to be mended by the person; empty = nothing alike
     * @param confirm set to true by the person who compared the line with the official text
     */
    record Entry(String place, String item, String content, String period, String recordClass, boolean confirm) {}

    static AnnexReview of(String instrument, String validFrom, List<AnnexTable.Line> lines, RetentionRules rules) {
        List<Entry> entries = lines.stream()
                .map(line -> new Entry(
                        line.sheet() + "!" + line.row(),
                        line.item(),
                        line.content(),
                        line.period(),
                        proposal(line.content(), rules),
                        false))
                .toList();
        return new AnnexReview(instrument, validFrom, entries);
    }

    private static String proposal(String content, RetentionRules rules) {
        Set<String> words = words(content);
        return rules.recordClasses().stream()
                .map(one -> new Likeness(one.code(), likeness(one, words, rules)))
                .filter(one -> one.share() >= LEAST_LIKENESS)
                .max(Comparator.comparingDouble(Likeness::share).thenComparing(Likeness::code))
                .map(Likeness::code)
                .orElse("");
    }

    private record Likeness(String code, double share) {}

    private static double likeness(RecordClass recordClass, Set<String> words, RetentionRules rules) {
        return Stream.concat(
                        Stream.of(recordClass.vi()),
                        rules.rulesOf(recordClass.code()).stream().map(RetentionRule::name))
                .flatMap(name -> Arrays.stream(name.split("[/;(]", -1)))
                .map(AnnexReview::words)
                .filter(name -> !name.isEmpty())
                .mapToDouble(name -> share(name, words))
                .max()
                .orElse(0);
    }

    private static double share(Set<String> name, Set<String> words) {
        Set<String> both = new TreeSet<>(name);
        both.retainAll(words);
        Set<String> all = new TreeSet<>(name);
        all.addAll(words);
        return both.size() / (double) all.size();
    }

    private static Set<String> words(String text) {
        Set<String> words = new TreeSet<>(Arrays.asList(AnnexTable.plain(text).split(" ", -1)));
        words.remove("");
        return words;
    }

    /** A confirmed line as a file of rules. */
    record Confirmed(String ruleId, Entry entry, String yaml) {

        /** What such a file says, whoever vouched for it on whatever day. */
        static String rule(String yaml) {
            return yaml.lines()
                    .filter(line -> !line.strip().startsWith("source:"))
                    .collect(Collectors.joining("\n"));
        }
    }

    /** The lines that the person confirmed, by the person's id and day. */
    List<Confirmed> confirmed(RetentionRules rules, String person, String day) {
        List<Confirmed> confirmed = new ArrayList<>();
        lines.stream().filter(Entry::confirm).forEach(entry -> confirmed.add(confirmed(entry, rules, person, day)));
        return confirmed;
    }

    private Confirmed confirmed(Entry entry, RetentionRules rules, String person, String day) {
        Optional<RetentionRule> unconfirmed = rules.rulesOf(entry.recordClass()).stream()
                .filter(rule -> rule.instrument().equals(instrument))
                .filter(rule -> rule.evidence().status() == Status.UNCONFIRMED
                        || rule.evidence().source().startsWith("xác nhận"))
                .findFirst();
        String trigger = unconfirmed
                .flatMap(rule -> rule.period().trigger())
                .map(Enum::name)
                .orElse("WORK_END");
        String id = unconfirmed
                .map(RetentionRule::id)
                .orElseGet(() -> AnnexTable.plain(instrument).replace(' ', '-') + "." + entry.item());
        String period = Periods.yaml(entry.period(), trigger)
                .orElseThrow(() -> HomeRules.problem("K545_LINE_BAD_PERIOD", entry.item(), entry.period()));
        return new Confirmed(id, entry, yaml(id, entry, period, "xác nhận bởi " + person + " ngày " + day));
    }

    private String yaml(String id, Entry entry, String period, String source) {
        return """
                instrument: {no: "%s", kind: Thông tư, mark: V}
                rules:
                  - id: "%s"
                    item: "mục %s"
                    recordClass: "%s"
                    name: "%s"
                    media: [PAPER, SIGNED_FILE, DATA]
                    %s
                    validFrom: %s
                    mark: V
                    status: CONFIRMED
                    source: %s
                """.formatted(
                        instrument,
                        id,
                        entry.item(),
                        entry.recordClass(),
                        entry.content().replace("\\", "\\\\").replace("\"", "\\\""),
                        period,
                        validFrom,
                        source);
    }
}
