package nienkhoa.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code archive}: what goes into the archive, and its copies; its commands do the work. */
@Command(name = "archive", sortOptions = false)
final class ArchiveCommand {

    private ArchiveCommand() {}

    static CommandLine with(RootCommand root) {
        return new CommandLine(new ArchiveCommand())
                .addSubcommand(new ArchiveReadyCommand(root))
                .addSubcommand(new ArchiveMarkCommand(root))
                .addSubcommand(new ArchiveCopyCommand(root))
                .addSubcommand(new ArchiveCopiesCommand(root))
                .addSubcommand(new ArchiveRestoreCommand(root));
    }
}
