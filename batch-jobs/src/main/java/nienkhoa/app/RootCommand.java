package nienkhoa.app;

import java.nio.file.Path;
import nienkhoa.language.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command has, before or after its name. */
@Command(name = "nienkhoa", sortOptions = false, versionProvider = RootCommand.Version.class)
final class RootCommand {

    private final Terminals terminals;

    @Option(names = "--home", scope = ScopeType.INHERIT, paramLabel = "${bundle:label.folder}", order = 90)
    private Path home = Path.of("nienkhoa-home");

    @Option(names = "--json", scope = ScopeType.INHERIT, order = 91)
    private boolean json;

    @Option(names = "--lang", scope = ScopeType.INHERIT, paramLabel = "vi|en", order = 92)
    private Language language = Language.vi;

    @SuppressWarnings("UnusedVariable") // picocli reads it
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            order = 93)
    private boolean help;

    @SuppressWarnings("UnusedVariable") // picocli reads it
    @Option(names = "--version", versionHelp = true, order = 94)
    private boolean version;

    /** The version of the jar; {@code (dev)} when run from classes. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = RootCommand.class.getPackage().getImplementationVersion();
            return new String[] {"nienkhoa " + (version == null ? "(dev)" : version)};
        }
    }

    RootCommand(Terminals terminals) {
        this.terminals = terminals;
    }

    /** The two languages, as written on the command line. */
    enum Language {
        vi,
        en;

        Messages messages() {
            return this == vi ? Messages.vietnamese() : Messages.english();
        }
    }

    Language language() {
        return language;
    }

    Console console() {
        return new Console(terminals, language.messages(), json);
    }

    /** Where the log of an opened home lies. */
    Path logFile() {
        return homePath().resolve("logs").resolve("nienkhoa.log");
    }

    /** The home folder as it is; it may be missing. */
    Path homePath() {
        return home.toAbsolutePath().normalize();
    }

    /** The home folder, opened. */
    Home home() {
        return Home.open(home);
    }
}
