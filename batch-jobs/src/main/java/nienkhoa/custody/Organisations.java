package nienkhoa.custody;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import nienkhoa.custody.Organisation.Successor;

/** The organisations that a home knows of, whose successions form no circle. */
public final class Organisations {

    private final SortedMap<String, Organisation> byCode = new TreeMap<>();
    private final String keeper;

    /** @param keeper code of the organisation that keeps what is no school's: exports, papers; empty if nobody is named */
    public Organisations(Collection<Organisation> all, String keeper) {
        all.forEach(one -> byCode.put(one.code(), one));
        this.keeper = keeper;
    }

    public Optional<Organisation> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** In the order of their codes. */
    public List<Organisation> all() {
        return List.copyOf(byCode.values());
    }

    public String keeper() {
        return keeper;
    }

    /** The name on a day; the code itself of an organisation that is not known. */
    public String name(String code, LocalDate day) {
        return find(code).map(one -> one.name(day)).orElse(code);
    }

    /** The name of the one above on a day; empty if there is none, or the organisation is not known. */
    public String superior(String code, LocalDate day) {
        return find(code)
                .flatMap(one -> one.parent(day))
                .map(parent -> name(parent, day))
                .orElse("");
    }

    /**
     * Who may decide on a day about what an organisation keeps: itself while it exists, then its confirmed successors of
     * that day, however many steps away. Empty if it ended and nobody took over. One that is not known decides for itself.
     */
    public Set<String> heirs(String code, LocalDate day) {
        Set<String> heirs = new LinkedHashSet<>();
        collectHeirs(code, day, heirs);
        return heirs;
    }

    private void collectHeirs(String code, LocalDate day, Set<String> heirs) {
        Optional<Organisation> known = find(code);
        if (known.isEmpty() || !known.get().endedBy(day)) {
            heirs.add(code);
            return;
        }
        known.get().successors().stream()
                .filter(successor -> successor.confirmed() && !successor.on().isAfter(day))
                .forEach(successor -> collectHeirs(successor.code(), day, heirs));
    }

    /** One step of a succession. */
    public record Step(String from, Successor to) {}

    /** Every step after an organisation, nearest first. */
    public List<Step> after(String code) {
        List<Step> steps = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>(Set.of(code));
        List<String> open = List.of(code);
        while (!open.isEmpty()) {
            List<Step> next = open.stream()
                    .flatMap(from -> find(from).stream()
                            .flatMap(one -> one.successors().stream())
                            .map(to -> new Step(from, to)))
                    .toList();
            steps.addAll(next);
            open = next.stream().map(step -> step.to().code()).filter(seen::add).toList();
        }
        return steps;
    }

    /** Codes of those whose direct successor this one is. */
    public List<String> before(String code) {
        return byCode.values().stream()
                .filter(one ->
                        one.successors().stream().anyMatch(next -> next.code().equals(code)))
                .map(Organisation::code)
                .toList();
    }

    /** Those that ended without anybody who takes over. */
    public List<Organisation> abandoned() {
        return byCode.values().stream()
                .filter(one -> one.until() != null && one.successors().isEmpty())
                .toList();
    }
}
