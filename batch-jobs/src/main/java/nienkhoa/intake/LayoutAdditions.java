package nienkhoa.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
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

        /** With one more header of a field; of no field if it is not to be read. */
        SheetAdditions and(String field, String header) {
            if (field.isEmpty()) {
                return new SheetAdditions(kind, headers, plus(ignored, header));
            }
            Map<String, List<String>> more = new TreeMap<>(headers);
            more.put(field, plus(headers.getOrDefault(field, List.of()), header));
            return new SheetAdditions(kind, more, ignored);
        }

        private static List<String> plus(List<String> words, String word) {
            return Stream.concat(words.stream(), Stream.of(word)).distinct().toList();
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

    /** Writes columns beside what the file of a layout says already; the file appears whole or not at all. */
    static Path save(Path folder, String layout, List<ColumnMap.UnknownColumn> columns) {
        Path file = folder.resolve(layout + ".yaml");
        Map<FactKind, SheetAdditions> all = new TreeMap<>();
        if (Files.exists(file)) {
            read(file).sheets().forEach(sheet -> all.put(sheet.kind(), sheet));
        }
        for (ColumnMap.UnknownColumn column : columns) {
            SheetAdditions sheet =
                    all.getOrDefault(column.kind(), new SheetAdditions(column.kind(), Map.of(), List.of()));
            // A slash with spaces around it would be read as a path down the header rows.
            String header = column.header().replaceAll("\\s*/\\s*", "/");
            all.put(column.kind(), sheet.and(column.field(), header));
        }
        try {
            Files.createDirectories(folder);
            Path unfinished = folder.resolve(layout + ".part");
            LayoutFile.write(unfinished, new Written(List.copyOf(all.values())));
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("mappings cannot be written to " + folder, e);
        }
        return file;
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
