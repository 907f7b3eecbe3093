package nienkhoa.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code archive}: what the archive holds, its packages, its copies; its commands do the work. */
@Command(name = "archive", sortOptions = false)
final class ArchiveCommand {

    private ArchiveCommand() {}

    static CommandLine with(RootCommand root) {
        return new CommandLine(new ArchiveCommand())
                .addSubcommand(new ArchiveReadyCommand(root))
                .addSubcommand(new ArchiveListCommand(root))
                .addSubcommand(new ArchiveShowCommand(root))
                .addSubcommand(new ArchiveFindCommand(root))
                .addSubcommand(new ArchiveExportCommand(root))
                .addSubcommand(new ArchiveMarkCommand(root))
                .addSubcommand(new ArchiveCopyCommand(root))
                .addSubcommand(new ArchiveCopiesCommand(root))
                .addSubcommand(new ArchiveRestoreCommand(root));
    }
}
