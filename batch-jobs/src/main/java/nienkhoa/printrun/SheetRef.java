package nienkhoa.printrun;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nienkhoa.printrun.PrintSheets.Known;
import nienkhoa.printrun.PrintSheets.Printing;
import org.jspecify.annotations.Nullable;

/** Finds the printing that a person names: by the letters beside the code, by what a hand scanner reads, or by numbers. */
final class SheetRef {

    /** As {@link SheetCode#readable} writes it; what comes after the sheet need not be typed. */
    private static final Pattern READABLE =
            Pattern.compile("([0-9A-Z]{6})\\s+(\\d{1,3})\\s+(\\d{1,4})(?:/\\d{1,4}[AB]?)?(?:.*#(\\d{1,2}))?");

    private static final Pattern NUMBERS = Pattern.compile("(?:(\\d{1,3}):)?(\\d{1,4})(?:#(\\d{1,2}))?");

    private final PrintSheets sheets;
    private final String run;

    SheetRef(PrintSheets sheets, String run) {
        this.sheets = sheets;
        this.run = run;
    }

    /**
     * The printing; without a serial the newest of its sheet.
     *
     * @param bundle for a number that names none; empty if there is no such bundle
     * @throws PrintRefused if it is of another run, or names no sheet that was printed
     */
    Known find(String written, Optional<Integer> bundle) {
        String text = written.strip().toUpperCase(java.util.Locale.ROOT);
        Optional<SheetCode> code = SheetCode.read(text.matches("[TB]1.*") ? text.substring(1) : text);
        if (code.isPresent()) {
            ofThisRun(code.get().run(), written);
            return known(code.get().bundle(), code.get().sheet(), code.get().serial(), written);
        }
        Matcher readable = READABLE.matcher(text);
        if (readable.matches()) {
            ofThisRun(readable.group(1), written);
            return known(number(readable.group(2)), number(readable.group(3)), number(readable.group(4)), written);
        }
        Matcher numbers = NUMBERS.matcher(text);
        if (!numbers.matches() || (numbers.group(1) == null && bundle.isEmpty())) {
            throw new PrintRefused("P420_NO_SHEET_NAMED", written, run);
        }
        int which = numbers.group(1) == null ? bundle.get() : number(numbers.group(1));
        return known(which, number(numbers.group(2)), number(numbers.group(3)), written);
    }

    private void ofThisRun(String named, String written) {
        if (!named.equals(run)) {
            throw new PrintRefused("P421_OTHER_RUN", written, run);
        }
    }

    private Known known(int bundle, int sheet, int serial, String written) {
        Optional<Known> known =
                serial == 0 ? sheets.newest(run, bundle, sheet) : sheets.find(run, new Printing(bundle, sheet, serial));
        return known.orElseThrow(() -> new PrintRefused("P422_NOT_PRINTED", written, run));
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
