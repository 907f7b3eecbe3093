package nienkhoa.printrun.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import nienkhoa.model.Finding;
import nienkhoa.model.Finding.Place;
import nienkhoa.model.Finding.Severity;
import nienkhoa.printrun.JobReport;
import nienkhoa.printrun.PrintJob;
import nienkhoa.printrun.PrintNeeds;
import nienkhoa.printrun.Printer;
import nienkhoa.printrun.PrinterGone;

/**
 * A folder, or a stick that is carried to another machine. A job is a file of its name; the names begin with the run and a
 * number, so that they lie in the order in which they have to be printed. It never says that anything was printed.
 */
public final class FolderPrinter implements Printer {

    /** The sheet that says what the files are and how to print them. */
    public static final String CONTROL_SHEET = "-phieu-kiem-soat.pdf";

    private final Path folder;

    /** @param folder made when the first job comes; the folder above it has to be there, as that of a stick is */
    public FolderPrinter(Path folder) {
        this.folder = folder;
    }

    @Override
    public List<Finding> cannot(PrintNeeds needs) throws PrinterGone {
        reach();
        if (Files.isWritable(folder)) {
            return List.of();
        }
        return List.of(new Finding(
                "P480_FOLDER_NOT_WRITABLE",
                Severity.REJECT,
                Place.ofFile(folder.toString()),
                "",
                List.of(folder.toString())));
    }

    @Override
    public String send(PrintJob job) throws PrinterGone {
        reach();
        Path target = folder.resolve(job.name() + ".pdf");
        put(target, job.pdf());
        return target.getFileName().toString();
    }

    @Override
    public Optional<String> find(String jobName) throws PrinterGone {
        reach();
        return Optional.of(jobName + ".pdf").filter(name -> Files.exists(folder.resolve(name)));
    }

    /** A file that is there waits; what was taken away is unknown here. */
    @Override
    public JobReport look(String job) throws PrinterGone {
        reach();
        boolean there = Files.exists(folder.resolve(job));
        return new JobReport(there ? JobReport.State.WAITING : JobReport.State.FORGOTTEN, -1, List.of());
    }

    /** Takes the file away, so that nobody prints it any more. */
    @Override
    public void cancel(String job) throws PrinterGone {
        reach();
        try {
            Files.deleteIfExists(folder.resolve(job));
        } catch (IOException e) {
            throw gone(e);
        }
    }

    /**
     * Lays the control sheet of a run beside its files.
     *
     * @throws PrinterGone if the folder is out of reach
     */
    public void control(String run, Path pdf) throws PrinterGone {
        reach();
        put(folder.resolve(run + CONTROL_SHEET), pdf);
    }

    @Override
    public void close() {
        // nothing is held open
    }

    /** Whole or not at all: a stick may be pulled out. */
    private void put(Path target, Path pdf) throws PrinterGone {
        Path draft = target.resolveSibling(target.getFileName() + ".tmp");
        try {
            Files.copy(pdf, draft, StandardCopyOption.REPLACE_EXISTING);
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw gone(e);
        }
    }

    private void reach() throws PrinterGone {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectory(folder);
            }
        } catch (IOException e) {
            throw gone(e);
        }
    }

    private PrinterGone gone(IOException e) {
        return new PrinterGone("folder " + folder + " is out of reach", e);
    }
}
