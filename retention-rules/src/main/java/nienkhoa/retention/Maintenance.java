package nienkhoa.retention;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nienkhoa.retention.Circular.MaintenanceCode;

/**
 * The period of a dossier as a package names it (Thông tư 05/2025/TT-BNV, field {@code maintenance}).
 *
 * @param code {@code 01} to {@code 07}
 * @param text the label of the code; for the code of all others the period itself, for example {@code 5 năm}
 */
public record Maintenance(String code, String text) {

    /** @throws IllegalArgumentException if {@code codes} lacks the code of all others */
    static Maintenance of(Decision decision, List<MaintenanceCode> codes) {
        String period = period(decision);
        return find(codes, period)
                .filter(code -> !period.isEmpty())
                .map(code -> new Maintenance(code.code(), code.label()))
                .orElseGet(() -> other(period, codes));
    }

    private static Optional<MaintenanceCode> find(List<MaintenanceCode> codes, String period) {
        return codes.stream().filter(code -> code.period().equals(period)).findFirst();
    }

    private static Maintenance other(String period, List<MaintenanceCode> codes) {
        MaintenanceCode others = find(codes, "")
                .orElseThrow(() -> new IllegalArgumentException("no maintenance code stands for all others"));
        return new Maintenance(others.code(), period.isEmpty() ? others.label() : vietnamese(period));
    }

    private static String vietnamese(String period) {
        return period.replace(" YEARS", " năm").replace(" MONTHS", " tháng");
    }

    /** The longest period of the rules that decide; empty if the decision rests on no counted or permanent period. */
    private static String period(Decision decision) {
        if (decision.keptUntil().equals("permanent")) {
            return "PERMANENT";
        }
        return decision.citations().stream()
                .filter(citation -> citation.keptUntil().equals(decision.keptUntil()))
                .map(Citation::period)
                .filter(period -> months(period) > 0)
                .max(Comparator.comparingInt(Maintenance::months))
                .orElse("");
    }

    private static int months(String period) {
        String amount = period.substring(0, Math.max(period.indexOf(' '), 0));
        return amount.isEmpty() ? 0 : Integer.parseInt(amount) * (period.endsWith("YEARS") ? 12 : 1);
    }
}
