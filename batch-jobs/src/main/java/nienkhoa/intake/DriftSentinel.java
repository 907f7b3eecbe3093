package nienkhoa.intake;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nienkhoa.intake.Layout.Column;
import nienkhoa.intake.SheetShape.Headed;
import nienkhoa.intake.SheetShape.Use;
import nienkhoa.model.Finding;
import nienkhoa.model.Finding.Place;
import nienkhoa.model.Finding.Severity;

/**
 * Names what is strange about the columns of an export before anything of it is written: unknown ones, and those that are
 * new, renamed, moved or gone since the school's last export of the same layout.
 */
final class DriftSentinel {

    private final ColumnSuggestion suggestion;
    private final FindingCollector findings;

    DriftSentinel(Layouts layouts, FindingCollector findings) {
        this.suggestion = new ColumnSuggestion(layouts);
        this.findings = findings;
    }

    /**
     * Looks at all sheets.
     *
     * @param schoolOf a file's school; empty text for none
     * @param before what earlier exports had, the newest first
     * @return what this export has, each once
     */
    List<LayoutSeen> check(List<SheetSighting> sheets, Function<String, String> schoolOf, List<LayoutSeen> before) {
        Map<String, LayoutSeen> seen = new LinkedHashMap<>();
        Set<String> refused = new HashSet<>();
        for (SheetSighting sheet : sheets) {
            LayoutSeen now = LayoutSeen.of(schoolOf.apply(sheet.path()), sheet);
            String key = now.school() + "/" + now.fingerprint();
            boolean whole = sheet.missing().isEmpty();
            boolean first = whole ? seen.putIfAbsent(key, now) == null : refused.add(key);
            if (first) {
                unknown(sheet);
            }
            if (first && whole) {
                nearest(now, before).ifPresent(then -> new Drift(sheet, then, now).names(findings));
            }
        }
        return List.copyOf(seen.values());
    }

    /** Of what the school had before, what differs least; of equals the newest. */
    private static Optional<LayoutSeen> nearest(LayoutSeen now, List<LayoutSeen> before) {
        return before.stream()
                .filter(now::isOfSameSort)
                .min(Comparator.comparingInt(then -> Drift.size(then.headers(), now.headers())));
    }

    private void unknown(SheetSighting sheet) {
        String title = sheet.shape().layout().title();
        for (Headed column : sheet.shape().headed()) {
            if (column.use() == Use.UNKNOWN) {
                Optional<Column> perhaps = suggestion.of(sheet, column);
                String header = sheet.header(column).text();
                if (perhaps.isPresent()) {
                    find(
                            "I064_UNKNOWN_COLUMN_PERHAPS",
                            sheet,
                            column,
                            header,
                            title,
                            perhaps.get().label());
                } else {
                    find("I063_UNKNOWN_COLUMN", sheet, column, header, title);
                }
            }
        }
    }

    private void find(String code, SheetSighting sheet, Headed column, String... args) {
        Place place =
                Place.ofCell(sheet.path(), sheet.name(), sheet.header(column).cell());
        findings.add(new Finding(code, Severity.WARN, place, args[0], List.of(args)));
    }
}
