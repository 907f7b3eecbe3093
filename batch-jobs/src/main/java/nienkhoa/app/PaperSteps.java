package nienkhoa.app;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nienkhoa.printrun.PaperStep;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The ledger of paper, a command a step. */
final class PaperSteps {

    private PaperSteps() {}

    /** A step of one bundle or of several. */
    abstract static class Step extends PrintWork {

        @Option(names = "--bundle", required = true, split = ",", paramLabel = "1", descriptionKey = "print-bundle")
        private List<Integer> bundles = List.of();

        @Option(names = "--on", paramLabel = "2024-05-31", descriptionKey = "print-on")
        private @Nullable LocalDate on;

        Step(RootCommand root) {
            super(root);
        }

        abstract void take(At at, int bundle, LocalDate day);

        @Override
        int work(At at) {
            bundles.forEach(bundle -> take(at, bundle, at.day(on)));
            return at.done("");
        }
    }

    /** {@code print-run check}: every sheet of a bundle is there. */
    @Command(name = "check", sortOptions = false)
    static final class Check extends Step {

        @Option(names = "--counted", paramLabel = "101", descriptionKey = "print-counted")
        private @Nullable Integer counted;

        Check(RootCommand root) {
            super(root);
        }

        @Override
        void take(At at, int bundle, LocalDate day) {
            at.paper().check(at.run(), bundle, Optional.ofNullable(counted), at.by(), day);
        }
    }

    /** A step of which nothing is told but that it was done: {@code sign}, {@code seal}, {@code glue}, {@code bind}. */
    @Command(sortOptions = false)
    static final class Plain extends Step {

        private final PaperStep step;

        Plain(RootCommand root, PaperStep step) {
            super(root);
            this.step = step;
        }

        @Override
        void take(At at, int bundle, LocalDate day) {
            at.paper().step(at.run(), bundle, step, at.by(), day, "");
        }
    }

    /** {@code print-run shelve}: the bundle stands in its place. */
    @Command(name = "shelve", sortOptions = false)
    static final class Shelve extends Step {

        @Option(names = "--room", required = true, paramLabel = "P2", descriptionKey = "print-room")
        private String room = "";

        @Option(names = "--cabinet", required = true, paramLabel = "T1", descriptionKey = "print-cabinet")
        private String cabinet = "";

        @Option(names = "--shelf", required = true, paramLabel = "N3", descriptionKey = "print-shelf")
        private String shelf = "";

        @Option(names = "--box", required = true, paramLabel = "H12", descriptionKey = "print-box")
        private String box = "";

        Shelve(RootCommand root) {
            super(root);
        }

        @Override
        void take(At at, int bundle, LocalDate day) {
            String place = String.join("/", room, cabinet, shelf, box);
            at.paper().step(at.run(), bundle, PaperStep.SHELVED, at.by(), day, place);
        }
    }

    /** Adds a command for each step, in their order. */
    static void addTo(CommandLine commands, RootCommand root) {
        commands.addSubcommand(new Check(root))
                .addSubcommand("sign", new Plain(root, PaperStep.SIGNED))
                .addSubcommand("seal", new Plain(root, PaperStep.SEALED))
                .addSubcommand("glue", new Plain(root, PaperStep.GLUED))
                .addSubcommand("bind", new Plain(root, PaperStep.BOUND))
                .addSubcommand(new Shelve(root));
    }
}
