package nienkhoa.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import nienkhoa.model.SchoolYear;
import nienkhoa.sample.SampleDistrict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sample-district}: writes the export of an invented district, without a home and without a database. */
@Command(name = "sample-district", sortOptions = false)
@SuppressWarnings("NullAway.Init")
final class SampleDistrictCommand implements Callable<Integer> {

    private final RootCommand root;

    @Parameters(index = "0", paramLabel = "${bundle:label.folder}", descriptionKey = "out")
    private Path out;

    @Option(names = "--schools", paramLabel = "2")
    private int schools = 2;

    @Option(names = "--upper-secondary", paramLabel = "0")
    private int upperSecondary = 0;

    @Option(names = "--students", paramLabel = "300")
    private int students = 300;

    @Option(names = "--school-year", required = true, paramLabel = "2023-2024")
    private SchoolYear year;

    @Option(names = "--seed", paramLabel = "1")
    private long seed = 1;

    @Option(names = "--defects", paramLabel = "0")
    private int defects = 0;

    SampleDistrictCommand(RootCommand root) {
        this.root = root;
    }

    /**
     * What {@code --json} prints.
     *
     * @param listOfDefects what intake has to find; empty if no defects were asked for
     */
    record Result(String out, int schools, int classes, int students, int photos, String listOfDefects) {}

    @Override
    public Integer call() {
        Console console = root.console();
        Progress progress = console.progress();
        try {
            SampleDistrict.Options options = options();
            SampleDistrict.Summary made = write(options, progress);
            progress.end();
            Result result = new Result(
                    out.toAbsolutePath().normalize().toString(),
                    made.schools(),
                    made.classes(),
                    made.students(),
                    made.photos(),
                    defects == 0 ? "" : options.listOfDefects().toString());
            console.result(result, sentence(console, result));
            return ExitCode.DONE.number();
        } finally {
            progress.end();
        }
    }

    private String sentence(Console console, Result result) {
        String done = console.text(
                "SAMPLE_DONE",
                result.out(),
                Integer.toString(result.schools()),
                Integer.toString(result.classes()),
                Integer.toString(result.students()));
        return defects == 0
                ? done
                : done
                        + System.lineSeparator()
                        + console.text("SAMPLE_DEFECTS", Integer.toString(defects), result.listOfDefects());
    }

    private SampleDistrict.Options options() {
        try {
            return new SampleDistrict.Options(out, schools, students, year, seed, defects, upperSecondary);
        } catch (IllegalArgumentException e) {
            throw Problem.wrongUse("S044_NO_SAMPLE", String.valueOf(e.getMessage()));
        }
    }

    private static SampleDistrict.Summary write(SampleDistrict.Options options, Progress progress) {
        AtomicBoolean begun = new AtomicBoolean();
        try {
            return SampleDistrict.write(options, (done, total) -> {
                if (begun.compareAndSet(false, true)) {
                    progress.begin(Progress.Stage.SAMPLE, total);
                }
                progress.done(1);
            });
        } catch (IllegalArgumentException e) {
            throw Problem.wrongUse("S044_NO_SAMPLE", String.valueOf(e.getMessage()));
        }
    }
}
