package nienkhoa.app;

import java.util.ArrayList;
import java.util.List;
import nienkhoa.language.Messages;
import nienkhoa.model.Finding;
import org.jspecify.annotations.Nullable;

/**
 * What stops a command and only the person at the keyboard can mend: a wrong option, a busy home, a database out of
 * reach. The person reads one sentence, of {@code messages/app.properties} or of a stage; nobody reads a stack trace.
 */
public final class Problem extends RuntimeException {

    private static final String OWN_STAGE = "app";

    private final ExitCode exit;
    private final String stage;
    private final String code;
    private final List<String> args;
    private final List<Problem> others = new ArrayList<>();

    private Problem(ExitCode exit, String stage, String code, @Nullable Throwable cause, List<String> args) {
        super(code + " " + args, cause);
        this.exit = exit;
        this.stage = stage;
        this.code = code;
        this.args = List.copyOf(args);
    }

    private Problem(ExitCode exit, String code, @Nullable Throwable cause, String... args) {
        this(exit, OWN_STAGE, code, cause, List.of(args));
    }

    /** A stage refused what it was given as a whole; the sentence is the finding's own. */
    public static Problem refused(String stage, Finding finding) {
        return new Problem(ExitCode.WRONG_USE, stage, finding.code(), null, finding.args());
    }

    /** The command or the configuration is wrong; nothing was begun. */
    public static Problem wrongUse(String code, String... args) {
        return new Problem(ExitCode.WRONG_USE, code, null, args);
    }

    /** The world is out of reach; the same command goes on once that is mended. */
    public static Problem failed(String code, String... args) {
        return new Problem(ExitCode.FAILED, code, null, args);
    }

    /** As {@link #failed(String, String...)}, with what caused it for the log. */
    public static Problem failedBy(Throwable cause, String code, String... args) {
        return new Problem(ExitCode.FAILED, code, cause, args);
    }

    /** Says in its sentence, on lines of their own, what else is wrong in the same way. */
    Problem and(Problem other) {
        others.add(other);
        return this;
    }

    public ExitCode exit() {
        return exit;
    }

    public String code() {
        return code;
    }

    /** What a person reads: what is wrong and what to do; a line for each fault. */
    public String sentence(Messages messages) {
        StringBuilder sentence = new StringBuilder(messages.text(stage, code, args.toArray()));
        others.forEach(other -> sentence.append(System.lineSeparator()).append(other.sentence(messages)));
        return sentence.toString();
    }
}
