package nienkhoa.app;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nienkhoa.custody.Custody;
import nienkhoa.custody.Organisations;
import nienkhoa.model.Person;

/**
 * Who may decide about which dossiers: for people of one organisation those that it keeps now, or that are with a
 * predecessor of it that ended. People whose organisation is not written decide for everything in the home.
 */
final class Authority {

    private final Custody custody;
    private final Organisations organisations;
    private final Clock clock;

    Authority(Custody custody, Organisations organisations, Clock clock) {
        this.custody = custody;
        this.organisations = organisations;
        this.clock = clock;
    }

    /** @throws Problem if the person's organisation does not decide about one of the dossiers */
    void over(Person person, Collection<String> dossiers) {
        over(person, dossiers, "");
    }

    /**
     * The same for dossiers that may not be in the archive yet.
     *
     * @param dossiers none = what there is is the school's
     * @param school whose those are that the archive does not know
     */
    void over(Person person, Collection<String> dossiers, String school) {
        if (dossiers.isEmpty() && !school.isEmpty()) {
            of(person, school);
        }
        if (person.organisation().isEmpty()) {
            return;
        }
        Map<String, Custody.Keeper> keepers = custody.keepers(new TreeSet<>(dossiers), organisations.keeper());
        for (String dossier : new TreeSet<>(dossiers)) {
            String keeper = Optional.ofNullable(keepers.get(dossier))
                    .map(Custody.Keeper::code)
                    .orElse(school);
            if (!heirs(keeper).contains(person.organisation())) {
                throw refusal(person, dossier, keeper);
            }
        }
    }

    /** @throws Problem if the person's organisation does not decide for this one */
    void of(Person person, String organisation) {
        if (!person.organisation().isEmpty() && !heirs(organisation).contains(person.organisation())) {
            throw refusal(person, organisation, organisation);
        }
    }

    private Set<String> heirs(String keeper) {
        return organisations.heirs(keeper, LocalDate.now(clock));
    }

    private Problem refusal(Person person, String about, String keeper) {
        return Problem.wrongUse(
                "S295_NOT_THE_KEEPER",
                person.id(),
                person.organisation(),
                about,
                keeper.isEmpty() ? "-" : keeper,
                String.join(", ", heirs(keeper)));
    }
}
