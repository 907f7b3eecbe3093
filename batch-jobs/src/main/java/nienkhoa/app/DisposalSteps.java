package nienkhoa.app;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nienkhoa.disposal.DisposalOffice;
import nienkhoa.disposal.DisposalOffice.Step;
import nienkhoa.model.Person;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The five steps of a disposal case before the destruction, a command each. */
final class DisposalSteps {

    private DisposalSteps() {}

    /** {@code disposal open}: draws up the list and the explanatory note. */
    @Command(name = "open", sortOptions = false)
    static final class Open extends DisposalStepCommand {

        @Option(names = "--dossier", paramLabel = "31313401/…", descriptionKey = "disposal-dossier")
        private List<String> dossiers = List.of();

        Open(RootCommand root) {
            super(root);
        }

        @Override
        Step step(DisposalOffice office, Person person, People people, LocalDate day) {
            return office.open(person, Set.copyOf(dossiers));
        }
    }

    /** {@code disposal council}: the head sets up the council. */
    @Command(name = "council", sortOptions = false)
    static final class Council extends DisposalStepCommand {

        @Parameters(index = "0", paramLabel = "HUY-…", descriptionKey = "disposal-case")
        private String id = "";

        @Option(
                names = "--member",
                required = true,
                split = ",",
                paramLabel = "p02,p03",
                descriptionKey = "disposal-member")
        private List<String> members = List.of();

        @Option(names = "--number", required = true, paramLabel = "07/QĐ-TH", descriptionKey = "disposal-number")
        private String number = "";

        Council(RootCommand root) {
            super(root);
        }

        @Override
        Step step(DisposalOffice office, Person person, People people, LocalDate day) {
            return office.council(
                    id, person, members.stream().map(people::acting).toList(), number, day);
        }
    }

    /** {@code disposal minutes}: what the council says of each dossier. */
    @Command(name = "minutes", sortOptions = false)
    static final class Minutes extends DisposalStepCommand {

        @Parameters(index = "0", paramLabel = "HUY-…", descriptionKey = "disposal-case")
        private String id = "";

        @Option(names = "--keep", paramLabel = "31313401/…=LÝ_DO", descriptionKey = "disposal-keep")
        private Map<String, String> kept = new LinkedHashMap<>();

        Minutes(RootCommand root) {
            super(root);
        }

        @Override
        Step step(DisposalOffice office, Person person, People people, LocalDate day) {
            return office.minutes(id, person, kept, day);
        }
    }

    /** {@code disposal decide}: the head decides, with number and day. */
    @Command(name = "decide", sortOptions = false)
    static final class Decide extends DisposalStepCommand {

        @Parameters(index = "0", paramLabel = "HUY-…", descriptionKey = "disposal-case")
        private String id = "";

        @Option(names = "--number", required = true, paramLabel = "12/QĐ-TH", descriptionKey = "disposal-number")
        private String number = "";

        Decide(RootCommand root) {
            super(root);
        }

        @Override
        Step step(DisposalOffice office, Person person, People people, LocalDate day) {
            return office.decide(id, person, number, day);
        }
    }

    /** {@code disposal hand-over}: the store keeper hands the records over to who destroys them. */
    @Command(name = "hand-over", sortOptions = false)
    static final class HandOver extends DisposalStepCommand {

        @Parameters(index = "0", paramLabel = "HUY-…", descriptionKey = "disposal-case")
        private String id = "";

        @Option(names = "--to", required = true, paramLabel = "p05", descriptionKey = "disposal-to")
        private String to = "";

        HandOver(RootCommand root) {
            super(root);
        }

        @Override
        Step step(DisposalOffice office, Person person, People people, LocalDate day) {
            return office.handOver(id, person, people.acting(to), day);
        }
    }
}
