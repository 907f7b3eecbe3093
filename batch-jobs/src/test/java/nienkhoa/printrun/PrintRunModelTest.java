package nienkhoa.printrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nienkhoa.printrun.PrintSheets.Known;
import nienkhoa.printrun.PrintSheets.Printing;
import nienkhoa.printrun.Reconciliation.Fault;
import nienkhoa.printrun.Reconciliation.Kind;
import nienkhoa.printrun.Reprint.Reason;
import nienkhoa.printrun.ScriptedPrinter.Event;
import nienkhoa.testing.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole print days by chance: a printer that does whatever printers do, a program that is killed before and after any step,
 * an honest operator who looks into the tray, and paper. At the end every piece of paper is either the one valid printing
 * of its sheet or named on the list of what is shredded.
 */
class PrintRunModelTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final int DAYS = 40;
    private static final int MOST_TURNS = 200;

    @TempDir
    Path home;

    private Random dice = new Random();
    private PrintFixture shop = new PrintFixture(DATABASE.dataSource(), Path.of("."));
    private ScriptedPrinter printer = new ScriptedPrinter();
    private final Set<String> shredded = new LinkedHashSet<>();
    private String run = "";

    static List<Integer> days() {
        return IntStream.range(0, DAYS).boxed().toList();
    }

    private static final class Killed extends RuntimeException {}

    @ParameterizedTest(name = "day {0}")
    @MethodSource("days")
    void noSheetIsUnaccountedFor(int day) {
        DATABASE.clear();
        dice = new Random(day);
        shop = new PrintFixture(DATABASE.dataSource(), home);
        printer = new ScriptedPrinter();
        printer.cancelsLate = dice.nextBoolean();
        shop.documents.add(PrintFixture.FORM, "5A", 4);
        shop.documents.add(PrintFixture.FORM, "5A", 3);
        shop.documents.add(PrintFixture.FORM, "5B", 5);
        run = shop.open().id();

        print();
        everyPieceOfPaperIsWrittenDown();
        makeStackGood();

        List<String> valid = readable(shop.sheets.valid(run, Optional.empty()));
        assertThat(rest()).containsExactlyInAnyOrderElementsOf(valid);
        assertThat(valid).hasSize(7);
        assertThat(shop.sheets.toShred(run)).isEmpty();
        for (BundleState bundle : shop.runs.bundles(run)) {
            shop.paper.check(
                    found(), bundle.number(), Optional.empty(), PrintFixture.CLERK, PrintFixture.FRI_2024_05_31);
        }
    }

    /** Sends, is killed, sends again, is paused, is resumed, until everything was handed over. */
    private void print() {
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            script();
            try {
                if (found().state() == PrintRun.State.PAUSED) {
                    resume();
                } else if (send().trouble().isEmpty()) {
                    return;
                }
            } catch (Killed e) {
                // the next turn is the next start of the program
            }
        }
        throw new AssertionError("the day never ends");
    }

    private void script() {
        printer.script.clear();
        for (int look = 0; look < 6; look++) {
            Event event = Event.values()[dice.nextInt(Event.values().length)];
            printer.script.add(dice.nextInt(3) == 0 ? event : Event.PRINT);
        }
        printer.silentSends = dice.nextInt(6) == 0 ? 1 : 0;
        printer.swallowsSends = printer.silentSends > 0 && dice.nextBoolean();
    }

    private SendLoop.Result send() {
        PrintSheets mortal = mortal(PrintSheets.class, shop.sheets);
        return shop.loop(mortal, ScriptedPrinter.files(home))
                .send(run, SendLoopTest.speaking(mortal(Printer.class, printer)), PrintFixture.NOBODY);
    }

    /** The same, but one call in thirty dies before or after it has done its work. */
    private <T> T mortal(Class<T> type, T part) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            int fate = dice.nextInt(60);
            if (fate == 0) {
                throw new Killed();
            }
            try {
                Object result = method.invoke(part, arguments);
                if (fate == 1) {
                    throw new Killed();
                }
                return result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** The operator goes through the stack and names the last sheet before the first gap. */
    private void resume() {
        Set<String> tray = Set.copyOf(printer.tray);
        List<Known> handedOver = new ArrayList<>(shop.sheets.valid(run, Optional.empty()));
        handedOver.sort(Comparator.comparingInt(Known::job)
                .thenComparingInt(known -> known.printing().bundle())
                .thenComparingInt(known -> known.printing().sheet()));
        Optional<String> good = Optional.empty();
        for (Known known : handedOver) {
            if (!tray.contains(known.front().readable())) {
                break;
            }
            good = Optional.of(known.front().readable());
        }
        mortal(PrintDeskCall.class, (PrintDeskCall) last -> shop.desk.resume(found(), last, PrintFixture.CLERK))
                .resume(good);
    }

    /** So that the call of a class can die too. */
    interface PrintDeskCall {
        List<Printing> resume(Optional<String> lastGood);
    }

    private void everyPieceOfPaperIsWrittenDown() {
        for (String paper : printer.tray) {
            Printing printing = printing(paper);
            assertThat(shop.sheets.find(run, printing)).as(paper).isPresent();
        }
    }

    /** Shreds what is void, scans the rest, prints again what is missing or doubled, until the stack is whole. */
    private void makeStackGood() {
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            shred();
            Reconciliation result = scan();
            Set<String> wrong = result.faults().stream()
                    .filter(fault -> fault.kind() == Kind.MISSING || fault.kind() == Kind.DOUBLED)
                    .map(Fault::code)
                    .map(PrintRunModelTest::front)
                    .collect(Collectors.toSet());
            if (wrong.isEmpty() && result.repair().isEmpty()) {
                return;
            }
            Reason reason = Reason.LOST;
            shop.reprints.voidThem(
                    found(),
                    List.copyOf(wrong),
                    new Reprint(0, 0, 0, 0, reason, "", Optional.of(PrintFixture.KEEPER)),
                    PrintFixture.CLERK);
            print();
        }
        throw new AssertionError("the stack never gets whole");
    }

    private void shred() {
        List<String> list = readable(shop.sheets.toShred(run));
        Set<String> inTray = new HashSet<>(rest());
        List<String> there = list.stream().filter(inTray::contains).toList();
        shredded.addAll(list);
        shop.reprints.shred(found(), there, false, PrintFixture.CLERK, PrintFixture.KEEPER);
    }

    /** The paper that is left, both sides of each sheet, in the order of the run. */
    private Reconciliation scan() {
        List<SeenSide> seen = new ArrayList<>();
        List<SheetCode> expected = shop.paper.expected(found(), Optional.empty());
        for (SheetCode code : expected) {
            long copies = rest().stream().filter(front(code.readable())::equals).count();
            for (int copy = 0; copy < copies; copy++) {
                seen.add(new SeenSide(seen.size() + 1, Optional.of(code), 0, false, SeenSide.Part.WHOLE));
            }
        }
        return shop.paper.scanned(found(), Optional.empty(), seen, PrintFixture.CLERK);
    }

    private List<String> rest() {
        return printer.tray.stream().filter(paper -> !shredded.contains(paper)).toList();
    }

    private PrintRun found() {
        return shop.desk.find(run);
    }

    private static List<String> readable(List<Known> known) {
        return known.stream().map(one -> one.front().readable()).toList();
    }

    private static String front(String readable) {
        return readable.replaceFirst("(/\\d{4})B", "$1A");
    }

    private static Printing printing(String readable) {
        String[] part = readable.split("[ /#]+", -1);
        return new Printing(
                Integer.parseInt(part[1]), Integer.parseInt(part[2]), Integer.parseInt(part[part.length - 1]));
    }
}
