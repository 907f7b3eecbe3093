package nienkhoa.printrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nienkhoa.printrun.Reconciliation.Kind;
import nienkhoa.printrun.SeenSide.Part;
import nienkhoa.printrun.SheetCode.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a whole bundle or stack is one finding, however many sheets it has. */
class WholeStackTest {

    private static final int SHEETS = 40;
    private static final List<SheetCode> CODES = codes(1, SHEETS);

    /** A stack as a scanner shows it; a page without a code is blank. */
    private final List<SeenSide> stack = new ArrayList<>();

    private static List<SheetCode> codes(int bundle, int sheets) {
        List<SheetCode> codes = new ArrayList<>();
        for (int sheet = 1; sheet <= sheets; sheet++) {
            for (Side side : Side.values()) {
                codes.add(new SheetCode("RUN001", bundle, sheet, sheets, side, "0123456789ABCDEF", "A1B2C3", 1));
            }
        }
        return codes;
    }

    private void page(SheetCode code, int quarterTurns) {
        stack.add(new SeenSide(stack.size() + 1, Optional.of(code), quarterTurns, false, Part.WHOLE));
    }

    private void blank() {
        stack.add(SeenSide.without(stack.size() + 1, true));
    }

    private Reconciliation result() {
        return Reconciliation.of(CODES, code -> false, stack);
    }

    private static String kinds(Reconciliation result) {
        return result.faults().stream().map(fault -> fault.kind().name()).collect(Collectors.joining(" "));
    }

    @ParameterizedTest(name = "fronts {0}, backs {1}: {3}")
    @CsvSource(textBlock = """
            # fronts, backs, told, why
            0, 0, '',         printed and scanned well
            2, 2, '',         the whole stack lay upside down in the scanner
            1, 3, '',         'crosswise, scanners show backs so'
            0, 2, WRONG_EDGE, the printer turned the paper on the wrong edge
            2, 0, WRONG_EDGE, the same and the stack lay upside down
            """)
    void backsOnTheirHeadsAreOneFinding(int fronts, int backs, String told, String why) {
        CODES.forEach(code -> page(code, code.side() == Side.A ? fronts : backs));

        assertThat(kinds(result())).as(why).isEqualTo(told);
        assertThat(result().bundles()).isEqualTo(told.isEmpty() ? List.of() : List.of(1));
    }

    @Test
    void sidesThatLieOnSheetsOfTheirOwnAreOneFinding() {
        for (SheetCode code : CODES) {
            page(code, 0);
            blank();
        }

        assertThat(kinds(result())).isEqualTo("ONE_SIDED");
        assertThat(result().bundles()).containsExactly(1);
    }

    @ParameterizedTest
    @CsvSource({"A, true", "A, false", "B, false"})
    void oneSideOfEverySheetIsOneFinding(Side side, boolean blanks) {
        CODES.stream().filter(code -> code.side() == side).forEach(code -> {
            page(code, 0);
            if (blanks) {
                blank();
            }
        });

        assertThat(kinds(result())).isEqualTo("ONE_SIDE_SEEN");
        assertThat(result().repair()).isEmpty();
    }

    @Test
    void aSheetThatIsGoneIsStillNamedAmongThem() {
        CODES.stream()
                .filter(code -> code.side() == Side.A && code.sheet() != 7)
                .forEach(code -> page(code, 0));

        assertThat(kinds(result())).isEqualTo("ONE_SIDE_SEEN MISSING MISSING");
        assertThat(result().repair()).containsExactly(new Reconciliation.Place(1, 7));
    }

    @ParameterizedTest
    @CsvSource({"REVERSED", "TURNED_OVER", "FACE_DOWN"})
    void aStackThatLiesTheWrongWayIsOneFinding(Kind kind) {
        pages(kind, CODES).forEach(code -> page(code, 0));

        assertThat(kinds(result())).isEqualTo(kind.name());
        assertThat(result().bundles()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"REVERSED", "TURNED_OVER", "FACE_DOWN"})
    void andOneSheetAmongThemIsStillNamed(Kind kind) {
        List<SheetCode> pages = pages(kind, CODES);
        SheetCode moved = pages.remove(10);
        pages.add(50, moved);

        pages.forEach(code -> page(code, 0));

        assertThat(kinds(result())).isEqualTo(kind + " SWAPPED");
        assertThat(result().faults().get(1).code()).isEqualTo(moved.readable());
    }

    private static List<SheetCode> pages(Kind kind, List<SheetCode> printed) {
        List<SheetCode> pages = new ArrayList<>(printed);
        if (kind != Kind.FACE_DOWN) {
            Collections.reverse(pages);
        }
        if (kind != Kind.TURNED_OVER) {
            for (int i = 0; i < pages.size(); i += 2) {
                Collections.swap(pages, i, i + 1);
            }
        }
        return pages;
    }

    @Test
    void bundlesMayLieInAnyOrderAndTheirSheetsMayNot() {
        List<SheetCode> second = codes(2, 5);
        List<SheetCode> third = codes(3, 5);
        List<SheetCode> printed = new ArrayList<>(second);
        printed.addAll(third);
        List<SheetCode> lying = new ArrayList<>(third);
        lying.addAll(second);
        SheetCode astray = lying.remove(9);
        lying.add(14, astray);
        lying.forEach(code -> page(code, 0));

        Reconciliation result = Reconciliation.of(printed, code -> false, stack);

        assertThat(kinds(result)).isEqualTo("SWAPPED");
        assertThat(result.faults().get(0).code()).isEqualTo(astray.readable());
    }

    @Test
    void halvesOfALargeSheetAreOneSideAndADoubledSheetIsNot() {
        for (SheetCode code : CODES) {
            stack.add(new SeenSide(stack.size() + 1, Optional.of(code), 0, false, Part.UPPER));
            stack.add(new SeenSide(stack.size() + 1, Optional.of(code), 0, false, Part.LOWER));
        }
        page(CODES.get(79), 0);

        assertThat(kinds(result())).isEqualTo("DOUBLED");
    }

    @Test
    void aVoidedCopyIsToldFromAForeignSheet() {
        CODES.forEach(code -> page(code, 0));
        page(new SheetCode("RUN001", 1, 3, SHEETS, Side.A, "0123456789ABCDEF", "A1B2C3", 2), 0);
        page(new SheetCode("RUN002", 1, 3, SHEETS, Side.A, "0123456789ABCDEF", "A1B2C3", 2), 0);

        Reconciliation result =
                Reconciliation.of(CODES, code -> code.run().equals("RUN001") && code.serial() == 2, stack);

        assertThat(kinds(result)).isEqualTo("VOIDED FOREIGN");
    }
}
