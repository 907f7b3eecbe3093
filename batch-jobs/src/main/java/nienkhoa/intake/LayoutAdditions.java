package nienkhoa.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nienkhoa.intake.Layout.Column;
import nienkhoa.intake.Layout.Sheet;

/**
 * What a school adds to a layout: more headers for its fields, more columns that are not read.
 *
 * @param file where it stands
 */
record LayoutAdditions(String file, String text, List<SheetAdditions> sheets) {

    /** @param headers more headers by field */
    record SheetAdditions(FactKind kind, Map<String, List<String>> headers, List<String> ignored) {

        SheetAdditions {
            headers = Objects.requireNonNullElse(headers, Map.of());
            ignored = List.copyOf(Objects.requireNonNullElse(ignored, List.of()));
        }
    }

    private record Written(List<SheetAdditions> sheets) {}

    /** @throws BadLayout if the file is none */
    static LayoutAdditions read(Path file) {
        String text = LayoutFile.text(file);
        Written written = LayoutFile.read(file.toString(), text, Written.class);
        return new LayoutAdditions(
                file.toString(), text, List.copyOf(Objects.requireNonNullElse(written.sheets(), List.of())));
    }

    /** @throws BadLayout if the layout has no such sheet or field */
    Layout on(Layout layout) {
        List<Sheet> all = new ArrayList<>(layout.sheets());
        for (SheetAdditions addition : sheets) {
            Sheet sheet = all.stream()
                    .filter(candidate -> candidate.kind() == addition.kind())
                    .findFirst()
                    .orElseThrow(() -> unknown(
                            String.valueOf(addition.kind()),
                            layout.sheets().stream().map(each -> each.kind().name())));
            all.set(all.indexOf(sheet), on(sheet, addition));
        }
        return new Layout(layout.name(), layout.title(), layout.codes(), all);
    }

    private Sheet on(Sheet sheet, SheetAdditions addition) {
        List<String> fields = sheet.columns().stream().map(Column::field).toList();
        addition.headers().keySet().stream()
                .filter(field -> !fields.contains(field))
                .findFirst()
                .ifPresent(field -> {
                    throw unknown(field, fields.stream());
                });
        List<Column> columns = sheet.columns().stream()
                .map(column -> column.with(addition.headers().getOrDefault(column.field(), List.of())))
                .toList();
        return sheet.with(
                columns,
                Stream.concat(sheet.ignored().stream(), addition.ignored().stream())
                        .toList());
    }

    private BadLayout unknown(String name, Stream<String> allowed) {
        return new BadLayout(
                file,
                LayoutFile.lineOf(text, name),
                "I072_LAYOUT_UNKNOWN_NAME",
                name,
                allowed.collect(Collectors.joining(", ")));
    }
}
