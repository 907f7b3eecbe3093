package nienkhoa.app;

import nienkhoa.language.Messages;

/** Runs intake, rendering and archive one after another for one request. */
public interface YearEndRunner {

    /**
     * Runs the year-end, or goes on with one that was interrupted.
     *
     * @throws Problem if it cannot begin (no such school, class, form) or cannot go on (disk, database)
     */
    YearEndSummary run(YearEndRequest request, Home home, Messages messages, Progress progress);
}
