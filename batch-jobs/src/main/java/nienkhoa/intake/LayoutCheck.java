package nienkhoa.intake;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nienkhoa.intake.Layout.Column;
import nienkhoa.intake.Layout.Sheet;
import nienkhoa.intake.Layout.Title;
import nienkhoa.intake.Layout.ValueType;

/** Checks what a reader of YAML cannot see: whether the names in a layout name something. */
final class LayoutCheck {

    private static final Set<ValueType> CODED = EnumSet.of(ValueType.CODE, ValueType.CHOICE, ValueType.CODE_LIST);

    private final Layouts layouts;
    private final LayoutFile file;
    private final Layout layout;

    LayoutCheck(Layouts layouts, LayoutFile file) {
        this.layouts = layouts;
        this.file = file;
        this.layout = file.layout();
    }

    /** @throws BadLayout for the first thing that is wrong */
    void run() {
        if (!file.folder().equals(layout.name())) {
            throw bad("I072_LAYOUT_UNKNOWN_NAME", String.valueOf(layout.name()), file.folder());
        }
        there(layout.title(), "title");
        for (Sheet sheet : layout.sheets()) {
            there(sheet.kind(), "kind");
            sheet.columns().forEach(this::column);
            names(sheet);
        }
    }

    private void there(Object value, String key) {
        if (Objects.isNull(value)) {
            throw bad("I074_LAYOUT_KEY_MISSING", key);
        }
    }

    private void column(Column column) {
        there(column.field(), "field");
        if (column.header().isEmpty()) {
            throw bad("I074_LAYOUT_KEY_MISSING", "header", column.field());
        }
        boolean coded = CODED.contains(column.type());
        boolean own = layout.codes().containsKey(column.codes());
        if (coded && !own && !layouts.hasCodes(column.codes())) {
            throw bad("I072_LAYOUT_UNKNOWN_NAME", column.codes(), "common.yaml");
        }
    }

    /** What the sheet says about fields has to name fields that it has, each field once. */
    private void names(Sheet sheet) {
        Set<String> fields = new HashSet<>();
        for (Column column : sheet.columns()) {
            if (!fields.add(column.field())) {
                throw bad("I073_LAYOUT_NAMED_TWICE", column.field());
            }
        }
        List<String> named = Stream.of(sheet.identifiedBy(), flat(sheet))
                .flatMap(List::stream)
                .filter(field -> !fields.contains(field))
                .toList();
        if (!named.isEmpty()) {
            String allowed = fields.stream().sorted().collect(Collectors.joining(", "));
            throw bad("I072_LAYOUT_UNKNOWN_NAME", named.get(0), allowed);
        }
        parts(sheet, fields);
    }

    private static List<String> flat(Sheet sheet) {
        return sheet.joined().stream().flatMap(joined -> joined.of().stream()).toList();
    }

    private void parts(Sheet sheet, Set<String> fields) {
        for (String part : sheet.parts().keySet()) {
            if (fields.stream().noneMatch(field -> field.startsWith(part + "."))) {
                throw bad(
                        "I072_LAYOUT_UNKNOWN_NAME",
                        part,
                        String.join(", ", fields.stream().sorted().toList()));
            }
        }
        if (!sheet.parts().isEmpty() && !sheet.titles().contains(Title.SEMESTER)) {
            throw bad("I074_LAYOUT_KEY_MISSING", "SEMESTER", "titles");
        }
    }

    private BadLayout bad(String code, String... args) {
        String word = code.startsWith("I074") ? args[args.length - 1] : args[0];
        return new BadLayout(file.file(), file.lineOf(word), code, args);
    }
}
