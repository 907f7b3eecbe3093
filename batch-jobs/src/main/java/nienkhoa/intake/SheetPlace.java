package nienkhoa.intake;

import nienkhoa.model.Finding.Place;

/**
 * A sheet of the export, for findings about its cells.
 *
 * @param file path inside the export
 */
record SheetPlace(String file, String sheet, SheetShape shape) {

    /** The cell of a field in a row; the whole row if the sheet has no column for it. */
    Place cell(String field, int row, String subject) {
        int column = shape.indexOf(field);
        return new Place(file, sheet, column < 0 ? String.valueOf(row) : CellAddress.of(column, row), subject);
    }
}
