package nienkhoa.app;

import java.util.List;
import nienkhoa.model.SchoolYear;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line, said as our own sentences. */
final class Arguments {

    private Arguments() {}

    /** @throws IllegalArgumentException unless written like {@code 2023-2024} */
    static SchoolYear schoolYear(String written) {
        return SchoolYear.findIn(written)
                .filter(year -> year.toString().equals(written))
                .orElseThrow(() -> new IllegalArgumentException("not a school year: " + written));
    }

    static Problem problem(ParameterException e) {
        if (e instanceof MissingParameterException missing) {
            return Problem.wrongUse("S030_ARGUMENT_MISSING", names(missing.getMissing()));
        }
        if (e instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched);
        }
        if (e instanceof OverwrittenOptionException twice) {
            return Problem.wrongUse("S033_OPTION_TWICE", name(twice.getOverwritten()));
        }
        if (!e.getCommandLine().getSubcommands().isEmpty() && e.getArgSpec() == null) {
            return Problem.wrongUse("S036_NO_COMMAND");
        }
        ArgSpec argument = e.getArgSpec();
        if (argument != null && e.getValue() != null) {
            return Problem.wrongUse("S034_BAD_ARGUMENT", name(argument), e.getValue(), argument.paramLabel());
        }
        return Problem.wrongUse("S035_WRONG_USE", String.valueOf(e.getMessage()));
    }

    private static Problem unmatched(UnmatchedArgumentException e) {
        String written = String.join(" ", e.getUnmatched());
        List<String> meant = e.getSuggestions();
        if (!meant.isEmpty()) {
            return Problem.wrongUse("S032_UNKNOWN_ARGUMENT_MEANT", written, String.join(", ", meant));
        }
        return Problem.wrongUse("S031_UNKNOWN_ARGUMENT", written);
    }

    private static String names(List<ArgSpec> arguments) {
        return String.join(", ", arguments.stream().map(Arguments::name).toList());
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
