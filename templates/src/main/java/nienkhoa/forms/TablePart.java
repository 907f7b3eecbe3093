package nienkhoa.forms;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The column table that a document is printed by.
 *
 * @param list path of its rows in the document
 */
record TablePart(ColumnTable table, String list) {

    /** Empty if the form is no table. */
    static Optional<TablePart> of(Form form, String variant, Node document) {
        return form.spec().sections().stream()
                .filter(section -> section.forEach() == null && section.appliesTo(variant, document))
                .flatMap(section -> section.parts().stream())
                .filter(part -> part.columns() != null)
                .map(part -> of(form, part))
                .findFirst();
    }

    List<Refusal> check(Node document) {
        return TableProof.check(table, list, document.list(list));
    }

    byte[] workbook(Node document, Labels labels) {
        return TableWorkbook.write(table, document, list, labels);
    }

    private static TablePart of(Form form, FormSpec.Part part) {
        byte[] csv = Objects.requireNonNull(form.files().get(Objects.requireNonNull(part.columns())));
        FormSpec.RowSource rows = Objects.requireNonNull(part.rows(), "a column table needs rows");
        return new TablePart(
                ColumnTable.parse(new String(csv, StandardCharsets.UTF_8)), Objects.requireNonNull(rows.list()));
    }
}
