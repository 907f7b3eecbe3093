package nienkhoa.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code retention}: how long records are kept and why; its commands do the work. */
@Command(name = "retention", sortOptions = false)
final class RetentionCommand {

    private RetentionCommand() {}

    static CommandLine with(RootCommand root) {
        return new CommandLine(new RetentionCommand())
                .addSubcommand(new RetentionExplainCommand(root))
                .addSubcommand(new RetentionAsOfCommand(root))
                .addSubcommand(new RetentionDueCommand(root))
                .addSubcommand(new RetentionReviewCommand(root))
                .addSubcommand(new RetentionWhatIfCommand(root))
                .addSubcommand(new RetentionImportCommand(root))
                .addSubcommand(new RetentionConfirmCommand(root));
    }
}
