package nienkhoa.app;

import java.util.List;
import java.util.Optional;
import nienkhoa.printrun.PrintRun;
import nienkhoa.printrun.PrintSheets.Printing;
import nienkhoa.printrun.ReprintDesk;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What a person says when a run has stopped, and when it ends. */
final class PrintTrouble {

    private PrintTrouble() {}

    /** {@code print-run resume}: goes on from exactly the sheet after the last good one. */
    @Command(name = "resume", sortOptions = false)
    static final class Resume extends PrintWork {

        @ArgGroup(multiplicity = "1")
        private Tray tray = new Tray();

        /** What lies in it. */
        static final class Tray {

            @Option(names = "--last-good", required = true, paramLabel = "1:37", descriptionKey = "print-last-good")
            private String lastGood = "";

            @Option(names = "--none", required = true, descriptionKey = "print-none")
            private boolean none;
        }

        Resume(RootCommand root) {
            super(root);
        }

        @Override
        int work(At at) {
            Optional<String> lastGood = tray.none ? Optional.empty() : Optional.of(tray.lastGood);
            List<Printing> voided = at.desk().resume(at.run(), lastGood, at.by());
            return at.done(PrintTexts.text(at.console(), "RESUMED", at.run().id(), voided.size() + ""));
        }
    }

    /** {@code print-run shred}: what became of voided printings. */
    @Command(name = "shred", sortOptions = false)
    static final class Shred extends PrintWork {

        @ArgGroup(multiplicity = "1")
        private Fate fate = new Fate();

        /** What was found of the list. */
        static final class Fate {

            @Option(names = "--all", required = true, descriptionKey = "print-shred-all")
            private boolean all;

            @SuppressWarnings("UnusedVariable") // picocli reads it
            @Option(names = "--none", required = true, descriptionKey = "print-shred-none")
            private boolean none;

            @Option(
                    names = "--found",
                    required = true,
                    split = ",",
                    paramLabel = "1:4#1",
                    descriptionKey = "print-found")
            private List<String> found = List.of();
        }

        @Option(names = "--with", required = true, paramLabel = "p02", descriptionKey = "print-with")
        private String with = "";

        Shred(RootCommand root) {
            super(root);
        }

        @Override
        int work(At at) {
            int settled = at.application()
                    .part(ReprintDesk.class)
                    .shred(
                            at.run(),
                            fate.found,
                            fate.all,
                            at.by(),
                            at.person(with).orElseThrow());
            return at.done(PrintTexts.text(at.console(), "SHREDDED", settled + ""));
        }
    }

    /** {@code print-run close}: ends a run whose bundles all stand in their places, or gives it up. */
    @Command(name = "close", sortOptions = false)
    static final class Close extends PrintWork {

        @Option(names = "--abandon", paramLabel = "LÝ_DO", descriptionKey = "print-abandon")
        private String abandon = "";

        @Option(names = "--second", paramLabel = "p02", descriptionKey = "print-second")
        private String second = "";

        Close(RootCommand root) {
            super(root);
        }

        @Override
        int work(At at) {
            if (abandon.isEmpty()) {
                at.desk().close(at.run(), at.by());
            } else {
                at.desk().abandon(at.run(), abandon, at.by(), at.person(second));
            }
            PrintRun ended = at.desk().find(at.run().id());
            String report = at.application()
                    .part(PrintRunView.class)
                    .report(ended, at.console())
                    .toString();
            int dossiers = at.application().part(PrintedDossiers.class).write(ended);
            return at.done(PrintTexts.text(at.console(), "CLOSED", ended.id(), report, dossiers + ""));
        }
    }
}
