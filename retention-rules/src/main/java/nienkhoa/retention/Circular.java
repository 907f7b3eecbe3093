package nienkhoa.retention;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One folder of {@code circulars/}: an instrument and what it orders.
 *
 * @param folder the folder's name, for example {@code 27-2016-TT-BGDDT}
 * @param orders what it orders besides periods
 * @param bounds the shortest and longest period that it allows; empty if it sets none
 * @param maintenanceCodes the codes by which packages name a period; empty if it lists none
 */
public record Circular(
        String folder,
        Instrument instrument,
        List<RetentionRule> rules,
        List<Order> orders,
        Optional<Bounds> bounds,
        List<MaintenanceCode> maintenanceCodes) {

    public Circular {
        rules = List.copyOf(rules);
        orders = List.copyOf(orders);
        maintenanceCodes = List.copyOf(maintenanceCodes);
    }

    /** Without the unconfirmed rules of these ids. */
    Circular without(Set<String> ids) {
        List<RetentionRule> left = rules.stream()
                .filter(rule -> rule.evidence().status() != Status.UNCONFIRMED || !ids.contains(rule.id()))
                .toList();
        return new Circular(folder, instrument, left, orders, bounds, maintenanceCodes);
    }

    /**
     * Something ordered that is no period.
     *
     * @param article as printed; empty if it was not seen
     * @param text what is ordered, English, in our words
     */
    public record Order(String id, String article, String text, Mark mark, String source) {}

    /** The periods that a law allows, in years; a permanent period is always allowed. */
    public record Bounds(int leastYears, int mostYears) {

        boolean allow(int years) {
            return years >= leastYears && years <= mostYears;
        }
    }

    /**
     * A code for a period.
     *
     * @param code for example {@code 05}
     * @param label for example {@code 20 năm}
     * @param period the {@link Period#written()} it stands for; empty for the code of all others
     */
    public record MaintenanceCode(String code, String label, String period) {}
}
