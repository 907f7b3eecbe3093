package nienkhoa.app;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nienkhoa.intake.IntakeResult;
import nienkhoa.intake.LoadRequest;
import nienkhoa.intake.difference.ChangeLimit;
import nienkhoa.intake.evidence.YearWords;
import nienkhoa.language.Messages;
import nienkhoa.model.Finding;
import nienkhoa.model.SchoolYear;
import picocli.CommandLine;

/**
 * What the command line says about a load, and what a person reads if the load stops.
 *
 * @param confirm the reason given for going on past a stop
 * @param command the whole command as it was given, to be repeated
 * @param messages in the language of the command
 */
record LoadChoice(boolean dryRun, Optional<String> confirm, String command, Messages messages) {

    private static final String STAGE = "intake";
    private static final String WRONG_YEAR = "I010_WRONG_SCHOOL_YEAR";

    /** The command line as it was given; words with spaces in quotation marks. */
    static String commandLine(CommandLine.Model.CommandSpec command) {
        List<String> words = command.root().commandLine().getParseResult().originalArgs();
        return "nienkhoa "
                + words.stream()
                        .map(word -> word.matches(".*[\\s\"&;|<>()].*") ? "\"" + word + "\"" : word)
                        .collect(Collectors.joining(" "));
    }

    /** A reason without a word is none. */
    LoadRequest request(SchoolYear year, Configuration configuration) {
        return new LoadRequest(
                year,
                dryRun,
                confirm.map(String::strip).filter(reason -> !reason.isEmpty()),
                new ChangeLimit(configuration.mostChangedShare()),
                LoadRequest.systemUser());
    }

    /** @throws Problem if the load stopped; nothing was written, so it is wrong use and not a failure */
    IntakeResult goneOn(IntakeResult result) {
        if (!result.stopped()) {
            return result;
        }
        List<Finding> stops = result.load().stops();
        Finding first = stops.get(0);
        if (first.code().equals(WRONG_YEAR)) {
            throw Problem.refused(STAGE, first);
        }
        YearWords years = new YearWords(messages);
        throw Problem.refused(
                STAGE,
                new Finding(
                        "I153_CONFIRM",
                        first.severity(),
                        first.place(),
                        "",
                        List.of(
                                sentences(stops),
                                years.seems(result.load().dataYear()) + " "
                                        + String.join(
                                                "; ",
                                                years.reasons(result.load().dataYear())),
                                result.load().workbook().map(Object::toString).orElse("–"),
                                command + " --confirm \"…\"")));
    }

    String sentences(List<Finding> stops) {
        return stops.stream().map(stop -> messages.of(STAGE, stop)).collect(Collectors.joining(" "));
    }
}
