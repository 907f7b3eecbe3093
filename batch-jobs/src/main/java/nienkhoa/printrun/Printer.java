package nienkhoa.printrun;

import java.util.List;
import java.util.Optional;
import nienkhoa.model.Finding;

/**
 * Where sheets go: a machine on the network, a queue, a folder. It knows jobs, not sheets; what lies on paper is known
 * from a person or a scan only.
 *
 * <p>One thread at a time.
 */
public interface Printer extends AutoCloseable {

    /**
     * Asks the printer whether it can do what a run needs, before the first sheet.
     *
     * @return one finding for each thing that it cannot do; empty if it can do all
     * @throws PrinterGone if it does not answer
     */
    List<Finding> cannot(PrintNeeds needs) throws PrinterGone;

    /**
     * Hands a job over.
     *
     * @return the name that the printer has for it, for {@link #look} and {@link #cancel}
     * @throws PrinterGone if it is unknown whether the job arrived; {@link #find} tells later
     * @throws JobRefused if the printer answers and does not take it
     */
    String send(PrintJob job) throws PrinterGone;

    /**
     * The job that was handed over under this name, after a kill or a lost answer; empty if the printer knows none. A job
     * that arrived in part only is stopped, so that it cannot come out later; {@link #look} then says how far it got.
     *
     * @throws PrinterGone if it does not answer
     */
    Optional<String> find(String jobName) throws PrinterGone;

    /**
     * What the printer says of a job now.
     *
     * @throws PrinterGone if it does not answer
     */
    JobReport look(String job) throws PrinterGone;

    /**
     * Asks the printer to stop a job. Sheets may still come out. A job that is over stays as it is.
     *
     * @throws PrinterGone if it does not answer
     */
    void cancel(String job) throws PrinterGone;

    @Override
    void close();
}
