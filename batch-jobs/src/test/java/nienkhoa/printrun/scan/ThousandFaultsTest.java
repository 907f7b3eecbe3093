package nienkhoa.printrun.scan;

import static nienkhoa.printrun.scan.TestScans.SHEETS;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nienkhoa.printrun.Reconciliation;
import nienkhoa.printrun.Reconciliation.Fault;
import nienkhoa.printrun.Reconciliation.Kind;
import nienkhoa.printrun.Reconciliation.Place;
import nienkhoa.printrun.SeenSide;
import nienkhoa.printrun.SheetCode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A thousand faults of stacks, among pages that are skewed, blurred and dusty: each is named, and nothing else is. */
class ThousandFaultsTest {

    private static final int ROUNDS = 500;
    private static final int FAULTS_A_ROUND = 2;
    private static final int DPI = 150;

    /** What goes wrong with single sheets. */
    private static final List<Kind> KINDS = List.of(
            Kind.MISSING,
            Kind.DOUBLED,
            Kind.SWAPPED,
            Kind.FOREIGN,
            Kind.VOIDED,
            Kind.BLANK,
            Kind.TURNED,
            Kind.UNREADABLE);

    private static List<SheetCode> codes;
    private static List<BufferedImage> good;
    private static List<BufferedImage> foreign;
    private static List<BufferedImage> voided;

    /** Every picture is read once; the same picture says the same every time. */
    private static final Map<String, SeenSide> READ = new HashMap<>();

    private final Random dice = new Random(20261129);

    /** One side of a sheet in a stack, by what became of it. */
    private record Page(String source, int side, String state) {

        SeenSide read() {
            return READ.computeIfAbsent(source + side + state, key -> SheetReader.read(1, picture()));
        }

        private BufferedImage picture() {
            BufferedImage page =
                    switch (source) {
                        case "foreign" -> foreign.get(side);
                        case "voided" -> voided.get(side);
                        case "blank" -> TestScans.blankPage();
                        default -> good.get(side);
                    };
            Random grain = new Random(side);
            return switch (state) {
                case "plain" -> page;
                case "turned" -> TestScans.turn(page, 180);
                case "skewed" -> TestScans.turn(page, grain.nextInt(21) - 10);
                case "skewed, turned" -> TestScans.turn(page, 170 + grain.nextInt(21));
                case "blurred" -> TestScans.spoil(page, "blur", grain);
                case "dusty" -> TestScans.spoil(TestScans.turn(page, 2), "noise", grain);
                case "blotted" -> TestScans.blot(page);
                default -> throw new IllegalArgumentException(state);
            };
        }
    }

    @BeforeAll
    static void print() throws IOException {
        codes = TestScans.codes("RUN001", 1);
        good = TestScans.scan(codes, PDRectangle.A4, DPI);
        foreign = TestScans.scan(TestScans.codes("RUN002", 1).subList(0, 4), PDRectangle.A4, DPI);
        voided = TestScans.scan(TestScans.codes("RUN001", 2).subList(0, 4), PDRectangle.A4, DPI);
    }

    /** What happened to a stack: its sheets, and what has to be said of them. */
    private final class Round {
        private final boolean upsideDown = dice.nextInt(4) == 0;
        private final List<List<Page>> stack = new ArrayList<>();
        private final List<String> expected = new ArrayList<>();
        private final Set<Place> repair = new TreeSet<>();

        Round() {
            for (int sheet = 0; sheet < SHEETS; sheet++) {
                stack.add(List.of(page(2 * sheet), page(2 * sheet + 1)));
            }
            List<Integer> victims = IntStream.range(0, SHEETS).boxed().collect(Collectors.toCollection(ArrayList::new));
            Collections.shuffle(victims, dice);
            List<List<Page>> before = List.copyOf(stack);
            victims.subList(0, FAULTS_A_ROUND).forEach(sheet -> spoil(sheet, before.get(sheet)));
        }

        private Page page(int side) {
            List<String> harmless =
                    upsideDown ? List.of("turned", "skewed, turned") : List.of("plain", "skewed", "blurred", "dusty");
            return new Page("good", side, harmless.get(dice.nextInt(harmless.size())));
        }

        private void spoil(int sheet, List<Page> victim) {
            Kind kind = KINDS.get(dice.nextInt(KINDS.size()));
            int at = IntStream.range(0, stack.size())
                    .filter(place -> stack.get(place) == victim)
                    .findFirst()
                    .orElseThrow();
            switch (kind) {
                case MISSING -> {
                    stack.remove(at);
                    lost(sheet, 2 * sheet, 2 * sheet + 1);
                }
                case DOUBLED -> {
                    stack.add(dice.nextInt(at + 1), victim);
                    expect(kind, 2 * sheet, 2 * sheet + 1);
                }
                case SWAPPED -> {
                    stack.remove(at);
                    stack.add(sheet < SHEETS / 2 ? stack.size() : 0, victim);
                    expect(kind, 2 * sheet, 2 * sheet + 1);
                }
                case FOREIGN, VOIDED -> {
                    String source = kind == Kind.FOREIGN ? "foreign" : "voided";
                    stack.add(at, List.of(new Page(source, 0, "skewed"), new Page(source, 1, "plain")));
                    expected.add(kind + " " + source + " 0");
                    expected.add(kind + " " + source + " 1");
                }
                case BLANK -> {
                    stack.add(at, List.of(new Page("blank", 0, "plain"), new Page("blank", 1, "plain")));
                    expected.add("BLANK ");
                    expected.add("BLANK ");
                }
                case TURNED -> {
                    String state = upsideDown ? "skewed" : "skewed, turned";
                    stack.set(at, List.of(new Page("good", 2 * sheet, state), new Page("good", 2 * sheet + 1, state)));
                    expect(kind, 2 * sheet, 2 * sheet + 1);
                }
                case UNREADABLE -> {
                    stack.set(at, List.of(new Page("good", 2 * sheet, "blotted"), victim.get(1)));
                    expected.add("UNREADABLE ");
                    lost(sheet, 2 * sheet);
                }
                default -> throw new IllegalArgumentException(kind.name());
            }
        }

        private void lost(int sheet, int... sides) {
            expect(Kind.MISSING, sides);
            repair.add(new Place(1, sheet + 1));
        }

        private void expect(Kind kind, int... sides) {
            for (int side : sides) {
                expected.add(kind + " " + codes.get(side).readable());
            }
        }
    }

    @Test
    void everyOneIsNamedAndNothingElse() {
        for (int number = 0; number < ROUNDS; number++) {
            Round round = new Round();

            Reconciliation result = Reconciliation.of(codes, code -> code.serial() == 2, read(round.stack));

            assertThat(result.faults())
                    .extracting(ThousandFaultsTest::told)
                    .as("round %d", number)
                    .containsExactlyInAnyOrderElementsOf(round.expected);
            assertThat(result.repair()).as("round %d", number).containsExactlyElementsOf(round.repair);
        }
    }

    private static String told(Fault fault) {
        String code = fault.code();
        if (fault.kind() == Kind.FOREIGN || fault.kind() == Kind.VOIDED) {
            String source = code.startsWith("RUN002") ? "foreign" : "voided";
            code = source + (code.contains("A ") ? " 0" : " 1");
        }
        return fault.kind() + " " + code;
    }

    private static List<SeenSide> read(List<List<Page>> stack) {
        List<SeenSide> sides = new ArrayList<>();
        for (List<Page> sheet : stack) {
            for (Page page : sheet) {
                SeenSide read = page.read();
                sides.add(new SeenSide(sides.size() + 1, read.code(), read.quarterTurns(), read.blank(), read.part()));
            }
        }
        return sides;
    }
}
