package nienkhoa.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code hold}: cases that stop disposal; its commands do the work. */
@Command(name = "hold", sortOptions = false)
final class HoldCommand {

    private HoldCommand() {}

    static CommandLine with(RootCommand root) {
        return new CommandLine(new HoldCommand())
                .addSubcommand(new HoldPlaceCommand(root))
                .addSubcommand(new HoldReleaseCommand(root))
                .addSubcommand(new HoldListCommand(root));
    }
}
