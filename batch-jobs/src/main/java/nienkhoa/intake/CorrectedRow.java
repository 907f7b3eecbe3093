package nienkhoa.intake;

import java.util.regex.Pattern;

/** A row of a sheet that we wrote ourselves, read back as it was before it was made harmless. */
record CorrectedRow(RawRow row) implements RawRow {

    private static final Pattern ERROR = Pattern.compile("#(N/A|REF!|VALUE!|DIV/0!|NAME\\?|NUM!|NULL!)");

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

    /** Errors were copied as text. */
    @Override
    public boolean isError(int column) {
        return row.isError(column) || ERROR.matcher(row.text(column)).matches();
    }
}
