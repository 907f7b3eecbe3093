package nienkhoa.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nienkhoa.intake.Layout.Column;
import nienkhoa.intake.Layout.Sheet;

/** All layouts that intake knows, with the words and code lists that they share. */
public final class Layouts {

    private final List<Layout> layouts;
    private final Map<String, String> aliases = new HashMap<>();
    private final Map<String, CodeList> codes = new HashMap<>();

    private Layouts(List<LayoutFile> files, Common common) {
        common.aliases().forEach((word, others) -> {
            for (String other : others) {
                aliases.put(HeaderKey.of(other), HeaderKey.of(word));
            }
        });
        common.codes().forEach((name, values) -> codes.put(name, new CodeList(values)));
        List<Layout> read = new ArrayList<>();
        for (LayoutFile file : files) {
            read.add(withOwnCodes(file.layout()));
            new LayoutCheck(this, file).run();
        }
        read.sort(Comparator.comparing(Layout::name));
        layouts = List.copyOf(read);
    }

    /** The layouts that come with the program: every folder {@code layouts/<name>/} of the class path. */
    public static Layouts bundled() {
        return new Layouts(LayoutFile.bundled(), LayoutFile.common());
    }

    /**
     * The bundled layouts and what lies in a folder on top: {@code <layout>.yaml} adds headers to one of them, as
     * {@code intake --map --save} writes it, {@code <name>/layout.yaml} is a layout of its own.
     *
     * @param folder need not exist
     * @throws BadLayout if a file in it is wrong, with its name and line
     */
    public static Layouts with(Path folder) {
        return new Layouts(LayoutFile.local(folder, LayoutFile.bundled()), LayoutFile.common());
    }

    /** A layout's own lists bear its name, so that lists that contradict each other never meet. */
    private Layout withOwnCodes(Layout layout) {
        layout.codes().forEach((name, values) -> codes.put(layout.name() + "/" + name, new CodeList(values)));
        List<Sheet> sheets = layout.sheets().stream()
                .map(sheet -> sheet.with(
                        sheet.columns().stream()
                                .map(column -> withOwnCodes(layout, column))
                                .toList(),
                        sheet.ignored()))
                .toList();
        return new Layout(layout.name(), layout.title(), layout.codes(), sheets);
    }

    private static Column withOwnCodes(Layout layout, Column column) {
        return layout.codes().containsKey(column.codes())
                ? new Column(
                        column.field(),
                        column.type(),
                        layout.name() + "/" + column.codes(),
                        column.header(),
                        column.required(),
                        column.repeat())
                : column;
    }

    public List<Layout> all() {
        return layouts;
    }

    /** @throws IllegalArgumentException if no list has this name */
    public CodeList codes(String name) {
        CodeList list = codes.get(name);
        if (list == null) {
            throw new IllegalArgumentException("no code list " + name);
        }
        return list;
    }

    /** Whether there is a shared list of this name, or {@code layout/list} of a layout's own. */
    boolean hasCodes(String name) {
        return codes.containsKey(name);
    }

    /** The key of a header cell, with other words for the same thing led back to one. */
    public String headerKey(String cell) {
        String key = HeaderKey.of(cell);
        return aliases.getOrDefault(key, key);
    }

    /** The keys of a header path, from the group down. */
    public List<String> path(String header) {
        return Arrays.stream(header.split(" / ")).map(this::headerKey).toList();
    }

    record Common(
            Map<String, List<String>> aliases, LinkedHashMap<String, LinkedHashMap<String, List<String>>> codes) {}
}
