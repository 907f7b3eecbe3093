package nienkhoa.app;

import java.io.PrintStream;
import java.util.Map;
import nienkhoa.data.CanonicalJson;
import nienkhoa.language.Messages;

/**
 * Where a command speaks: the result on the standard output, everything else on the standard error.
 *
 * @param json whether the result is one JSON object
 */
record Console(Terminals terminals, Messages messages, boolean json) {

    PrintStream out() {
        return terminals.out();
    }

    PrintStream err() {
        return terminals.err();
    }

    String text(String key, Object... args) {
        return messages.text("app", key, args);
    }

    Progress progress() {
        return new ConsoleProgress(err(), terminals.terminal(), messages, System::nanoTime);
    }

    /** Prints the result: as JSON if that was asked for, else as the text. */
    void result(Object result, String text) {
        terminals.results().accept(result);
        out().println(json ? CanonicalJson.write(result) : text);
    }

    /** Says why the command did not do its work. */
    void problem(Problem problem) {
        String sentence = problem.sentence(messages);
        if (json) {
            out().println(CanonicalJson.write(Map.of("error", problem.code(), "message", sentence)));
        }
        err().println(sentence);
    }
}
