package nienkhoa.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code print-run}: from documents to bundles that stand on a shelf; its commands do the work. */
@Command(name = "print-run", sortOptions = false)
final class PrintRunCommand {

    private PrintRunCommand() {}

    static CommandLine with(RootCommand root) {
        CommandLine commands = new CommandLine(new PrintRunCommand())
                .addSubcommand(new PrintPlanCommand(root))
                .addSubcommand(new PrintOpenCommand(root))
                .addSubcommand(new PrintSendCommand(root))
                .addSubcommand(new PrintStatusCommand(root))
                .addSubcommand(new PrintTrouble.Resume(root))
                .addSubcommand(new PrintAgain.Spoiled(root))
                .addSubcommand(new PrintAgain.Again(root))
                .addSubcommand(new PrintTrouble.Shred(root))
                .addSubcommand(new PrintScanCommand(root))
                .addSubcommand(new PrintSigningCommand(root));
        PaperSteps.addTo(commands, root);
        return commands.addSubcommand(new PrintReportCommand(root)).addSubcommand(new PrintTrouble.Close(root));
    }
}
