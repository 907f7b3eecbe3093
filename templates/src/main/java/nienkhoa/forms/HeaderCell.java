package nienkhoa.forms;

/** One heading after merging: the rows and columns that it covers, counted from 0. */
record HeaderCell(int row, int rowSpan, int column, int columnSpan, String text, boolean rotated) {}
