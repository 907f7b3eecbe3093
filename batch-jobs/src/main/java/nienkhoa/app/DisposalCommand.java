package nienkhoa.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code disposal}: the way from a review list to the proof that records are no more; its commands do the work. */
@Command(name = "disposal", sortOptions = false)
final class DisposalCommand {

    private DisposalCommand() {}

    static CommandLine with(RootCommand root) {
        return new CommandLine(new DisposalCommand())
                .addSubcommand(new DisposalReviewCommand(root))
                .addSubcommand(new DisposalSteps.Open(root))
                .addSubcommand(new DisposalSteps.Council(root))
                .addSubcommand(new DisposalSteps.Minutes(root))
                .addSubcommand(new DisposalSteps.Decide(root))
                .addSubcommand(new DisposalSteps.HandOver(root))
                .addSubcommand(new DisposalDestroyCommand(root))
                .addSubcommand(new DisposalReplayCommand(root))
                .addSubcommand(new DisposalCertificateCommand(root))
                .addSubcommand(new DisposalShowCommand(root))
                .addSubcommand(new DisposalListCommand(root));
    }
}
