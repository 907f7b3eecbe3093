package nienkhoa.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code templates}: what a person does with forms before they are used; its commands do the work. */
@Command(name = "templates", sortOptions = false)
final class TemplatesCommand {

    private TemplatesCommand() {}

    static CommandLine with(RootCommand root) {
        return new CommandLine(new TemplatesCommand())
                .addSubcommand(new TemplatesCheckCommand(root))
                .addSubcommand(new TemplatesProofCommand(root))
                .addSubcommand(new TemplatesCompareCommand(root));
    }
}
