package nienkhoa.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code schedule}: the nights; its commands do the work. */
@Command(name = "schedule", sortOptions = false)
final class ScheduleCommand {

    private ScheduleCommand() {}

    static CommandLine with(RootCommand root) {
        return new CommandLine(new ScheduleCommand())
                .addSubcommand(new ScheduleListCommand(root))
                .addSubcommand(new ScheduleRunCommand(root))
                .addSubcommand(new SchedulePauseCommand(root))
                .addSubcommand(new ScheduleResumeCommand(root));
    }
}
