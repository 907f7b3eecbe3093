package nienkhoa.retention;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The rules of all circulars, and the answer they give for a record. Pure: the same facts on the same day get the same
 * decision.
 */
public final class RetentionRules {

    private final RuleBook book;
    private final Map<String, List<RetentionRule>> rulesByClass;

    private RetentionRules(RuleBook book) {
        this.book = book;
        this.rulesByClass = book.circulars().stream()
                .flatMap(circular -> circular.rules().stream())
                .sorted(Comparator.comparing(RetentionRule::id))
                .collect(Collectors.groupingBy(RetentionRule::recordClass));
    }

    /**
     * The rules that ship with the software.
     *
     * @throws IllegalStateException naming every file, rule and fault, if the data files are unsound
     */
    public static RetentionRules bundled() {
        List<Problem> problems = new ArrayList<>();
        RuleBook book = RuleBook.bundled(problems);
        if (!problems.isEmpty()) {
            throw new IllegalStateException(
                    problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        }
        return new RetentionRules(book);
    }

    /** The rules of these circulars alone, for example of a draft. */
    public static RetentionRules of(List<Circular> circulars) {
        return new RetentionRules(new RuleBook(
                circulars,
                List.of(),
                circulars.stream().map(Circular::instrument).toList()));
    }

    /**
     * One file of rules, written as in {@code circulars/}: of a home, or a draft.
     *
     * @param file how problems name it
     * @throws BadRules if anything in it is unsound
     */
    public static Circular read(String file, String yaml) {
        List<Problem> problems = new ArrayList<>();
        Optional<Circular> circular = new CircularReader(file, problems).circular(file, yaml);
        if (!problems.isEmpty() || circular.isEmpty()) {
            throw new BadRules(problems);
        }
        return circular.get();
    }

    /**
     * The table that an office decided for itself, as a circular.
     *
     * @throws BadRules if it cannot be used
     * @throws ShorterThanLaw if it sets a period below these rules
     */
    public Circular officeTable(String file, String yaml) {
        return new OfficeTable(file, this).read(yaml);
    }

    /**
     * These rules and more. A rule with the id of one that is {@code UNCONFIRMED} takes its place.
     *
     * @throws BadRules if a rule would take the place of one that is known, or they do not fit together
     */
    public RetentionRules with(List<Circular> more) {
        RuleBook joined = book.with(more);
        List<Problem> problems = joined.problems();
        if (!problems.isEmpty()) {
            throw new BadRules(problems);
        }
        return new RetentionRules(joined);
    }

    /** Every rule about a class of records, in force or not. */
    public List<RetentionRule> rulesOf(String recordClass) {
        return rulesByClass.getOrDefault(recordClass, List.of());
    }

    public Optional<RetentionRule> rule(String id) {
        return rulesByClass.values().stream()
                .flatMap(List::stream)
                .filter(rule -> rule.id().equals(id))
                .findFirst();
    }

    public Decision decide(RecordFacts facts, LocalDate asOf) {
        return decide(List.of(facts), asOf);
    }

    /**
     * The decision for a dossier that holds records of several kinds: the longest keeping wins (Luật Lưu trữ
     * 33/2024/QH15, art. 15), a hold on one part holds the whole.
     *
     * @throws IllegalArgumentException if the dossier holds nothing
     */
    public Decision decide(List<RecordFacts> dossier, LocalDate asOf) {
        if (dossier.isEmpty()) {
            throw new IllegalArgumentException("a dossier without records has no period");
        }
        List<String> holds = dossier.stream()
                .flatMap(facts -> facts.holds().stream())
                .distinct()
                .sorted()
                .toList();
        Decision decision = Reckoning.of(rulesByClass, dossier, asOf).decision(asOf);
        return holds.isEmpty() ? decision : new Decision.Held(holds, decision);
    }

    /** How a package names the period of a decision (Thông tư 05/2025/TT-BNV). */
    public Maintenance maintenance(Decision decision) {
        return Maintenance.of(
                decision,
                book.circulars().stream()
                        .flatMap(circular -> circular.maintenanceCodes().stream())
                        .toList());
    }

    public List<Circular> circulars() {
        return book.circulars();
    }

    public List<RecordClass> recordClasses() {
        return book.recordClasses();
    }

    /** Every law, decree and circular known here, with or without rules. */
    public List<Instrument> instruments() {
        return book.instruments();
    }

    public Optional<RecordClass> recordClass(String code) {
        return recordClasses().stream().filter(one -> one.code().equals(code)).findFirst();
    }

    public Optional<Instrument> instrument(String no) {
        return instruments().stream().filter(one -> one.no().equals(no)).findFirst();
    }
}
