package nienkhoa.app;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import nienkhoa.app.RootCommand.Language;
import nienkhoa.model.SchoolYear;
import nienkhoa.rendering.Scope.FormChoice;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Reads a command line, runs its command and turns every ending into an exit code. */
final class CommandLineInterface {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Terminals terminals;

    CommandLineInterface(PrintStream out, PrintStream err, boolean terminal) {
        this(new Terminals(out, err, terminal));
    }

    CommandLineInterface(Terminals terminals) {
        this.terminals = terminals;
    }

    /** @return the number of an {@link ExitCode} */
    int run(String... args) {
        RootCommand root = new RootCommand(terminals);
        CommandLine commands = new CommandLine(root);
        List.of(
                        new YearEndCommand(root),
                        new IntakeCommand(root),
                        new MapCommand(root),
                        new ResolveCommand(root),
                        new VerifyCommand(root),
                        new DepositCommand(root),
                        new ImposeCommand(root),
                        new SampleDistrictCommand(root))
                .forEach(commands::addSubcommand);
        commands.addSubcommand(TemplatesCommand.with(root));
        commands.addSubcommand(DisposalCommand.with(root));
        commands.addSubcommand(PrintRunCommand.with(root));
        commands.addSubcommand(RetentionCommand.with(root));
        commands.addSubcommand(HoldCommand.with(root));
        commands.addSubcommand(ArchiveCommand.with(root));
        commands.addSubcommand(CustodyCommand.with(root));
        commands.addSubcommand(new FixityCommand(root));
        commands.addSubcommand(new RebuildCommand(root));
        commands.addSubcommand(new ServeCommand(root));
        commands.addSubcommand(ScheduleCommand.with(root));
        ResourceBundle help = bundle(language(args));
        commands.setResourceBundle(help);
        label(commands, help.getString("label.command"));
        commands.setCaseInsensitiveEnumValuesAllowed(false);
        commands.registerConverter(SchoolYear.class, Arguments::schoolYear);
        commands.registerConverter(FormChoice.class, FormChoice::parse);
        commands.registerConverter(ImposeCommand.Kind.class, ImposeCommand.Kind::of);
        commands.registerConverter(PrintAgain.Sheets.class, PrintAgain.Sheets::parse);
        commands.setOut(writer(terminals.out()));
        commands.setErr(writer(terminals.err()));
        commands.setUsageHelpWidth(100);
        commands.setParameterExceptionHandler((e, given) -> wrongUse(e, given));
        commands.setExecutionExceptionHandler((e, command, parsed) -> failed(root, e));
        int exit = commands.execute(args);
        if (!Arrays.asList(args).contains("schedule")) {
            NightAlarms.tell(root, Clock.systemUTC());
        }
        return exit;
    }

    /** Names the place of a further command in the synopsis, at every depth. */
    private static void label(CommandLine commands, String label) {
        commands.getCommandSpec().usageMessage().synopsisSubcommandLabel(label);
        commands.getSubcommands().values().forEach(command -> label(command, label));
    }

    private int wrongUse(ParameterException e, String[] args) {
        boolean json = Arrays.asList(args).contains("--json");
        Console console = new Console(terminals, language(args).messages(), json);
        Problem problem = Arguments.problem(e);
        console.problem(problem);
        terminals
                .err()
                .println(console.text(
                        "SEE_HELP", e.getCommandLine().getCommandSpec().qualifiedName()));
        return problem.exit().number();
    }

    private int failed(RootCommand root, Exception e) {
        Console console = root.console();
        Problem problem = Failures.problemIn(e).orElseGet(() -> unexpected(root, e));
        if (problem.getCause() != null) {
            LoggerFactory.getLogger(CommandLineInterface.class).info("{}", problem.code(), problem);
        }
        console.problem(problem);
        return problem.exit().number();
    }

    private static Problem unexpected(RootCommand root, Exception e) {
        return Problem.failedBy(
                e, "S099_UNEXPECTED", e.toString(), root.logFile().toString());
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    /** The language has to be known before anything is parsed, for what parsing itself says. */
    private static Language language(String... args) {
        List<String> words = Arrays.asList(args);
        int option = words.indexOf("--lang");
        boolean english = words.contains("--lang=en")
                || (option >= 0 && words.subList(option + 1, words.size()).indexOf("en") == 0);
        return english ? Language.en : Language.vi;
    }

    private static ResourceBundle bundle(Language language) {
        Locale locale = language == Language.en ? Locale.ENGLISH : Locale.ROOT;
        return ResourceBundle.getBundle(
                "messages.help", locale, CommandLineInterface.class.getClassLoader(), NO_FALLBACK);
    }
}
