package nienkhoa.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code custody}: who keeps what, and hand-overs between organisations; its commands do the work. */
@Command(name = "custody", sortOptions = false)
final class CustodyCommand {

    private CustodyCommand() {}

    static CommandLine with(RootCommand root) {
        return new CommandLine(new CustodyCommand())
                .addSubcommand(new CustodyOrganisationsCommand(root))
                .addSubcommand(new CustodySuccessorsCommand(root))
                .addSubcommand(new CustodyTransferCommand(root))
                .addSubcommand(new CustodyReceiveCommand(root))
                .addSubcommand(new CustodyReceiptCommand(root))
                .addSubcommand(new CustodyCheckCommand(root))
                .addSubcommand(new CustodyWithdrawCommand(root))
                .addSubcommand(new CustodyListCommand(root));
    }
}
