package nienkhoa.app;

import java.util.List;
import nienkhoa.printrun.PrintSheets.Printing;
import nienkhoa.printrun.Reprint;
import nienkhoa.printrun.Reprint.Reason;
import nienkhoa.printrun.ReprintDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sheets that are printed again, each with its reason. */
final class PrintAgain {

    private PrintAgain() {}

    /** Why, and who agrees. */
    static final class Terms {

        @Option(
                names = "--reason",
                required = true,
                paramLabel = "BLURRED|CREASED|STAINED|WRONG_PAPER|WRONG_SIDES|DOUBLED|LOST|DATA_CORRECTED|OTHER",
                descriptionKey = "print-reason")
        private Reason reason = Reason.OTHER;

        @Option(names = "--note", paramLabel = "GHI_CHÚ", descriptionKey = "print-note")
        private String note = "";

        @Option(names = "--second", paramLabel = "p02", descriptionKey = "print-second")
        private String second = "";

        Reprint reprint(PrintWork.At at, int bundle, Sheets sheets, int pupil) {
            return new Reprint(bundle, sheets.first, sheets.last, pupil, reason, note, at.person(second));
        }
    }

    /** @param first 0 = none was named */
    record Sheets(int first, int last) {

        static final Sheets NONE = new Sheets(0, 0);

        /** Reads {@code 7} or {@code 7-9}. */
        static Sheets parse(String written) {
            if (!written.matches("\\d{1,4}(-\\d{1,4})?")) {
                throw new IllegalArgumentException(written);
            }
            String[] ends = written.split("-", -1);
            return new Sheets(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]));
        }
    }

    /** {@code print-run void}: sheets that a person holds in hand must not be used. */
    @Command(name = "void", sortOptions = false)
    static final class Spoiled extends PrintWork {

        @Parameters(index = "1..*", arity = "1..*", paramLabel = "1:37#1", descriptionKey = "print-sheet-code")
        private List<String> codes = List.of();

        @Mixin
        private Terms terms = new Terms();

        Spoiled(RootCommand root) {
            super(root);
        }

        @Override
        int work(At at) {
            List<Printing> voided = at.application()
                    .part(ReprintDesk.class)
                    .voidThem(at.run(), codes, terms.reprint(at, 0, Sheets.NONE, 0), at.by());
            return at.done(PrintTexts.text(at.console(), "VOIDED", PrintTexts.printings(voided)));
        }
    }

    /** {@code print-run reprint}: sheets, a pupil or a bundle once more. */
    @Command(name = "reprint", sortOptions = false)
    static final class Again extends PrintWork {

        @Option(names = "--bundle", required = true, paramLabel = "1", descriptionKey = "print-bundle")
        private int bundle;

        @Option(names = "--sheet", paramLabel = "7-9", descriptionKey = "print-sheet")
        private Sheets sheets = Sheets.NONE;

        @Option(names = "--pupil", paramLabel = "12", descriptionKey = "print-pupil")
        private int pupil;

        @Mixin
        private Terms terms = new Terms();

        Again(RootCommand root) {
            super(root);
        }

        @Override
        int work(At at) {
            List<Printing> voided = at.application()
                    .part(ReprintDesk.class)
                    .reprint(at.run(), terms.reprint(at, bundle, sheets, pupil), at.by());
            return at.done(PrintTexts.text(at.console(), "VOIDED", PrintTexts.printings(voided)));
        }
    }
}
