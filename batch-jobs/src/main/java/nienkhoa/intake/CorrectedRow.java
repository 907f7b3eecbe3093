package nienkhoa.intake;

/** A row of a sheet that we wrote ourselves, read back as it was before it was made harmless. */
record CorrectedRow(RawRow row) implements RawRow {

    @Override
    public int number() {
        return row.number();
    }

    @Override
    public int size() {
        return row.size();
    }

    @Override
    public String text(int column) {
        return HarmlessText.original(row.text(column));
    }

    @Override
    public boolean isNumber(int column) {
        return row.isNumber(column);
    }

    @Override
    public boolean isError(int column) {
        return row.isError(column);
    }
}
