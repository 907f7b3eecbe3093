package nienkhoa.printrun;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nienkhoa.model.Person;
import nienkhoa.model.Role;

/** Who has to agree to what one person may not decide alone. */
final class SecondPerson {

    private final PrintPolicy policy;

    SecondPerson(PrintPolicy policy) {
        this.policy = policy;
    }

    /** @throws PrintRefused unless there is one, it is somebody else, and the role is right */
    void check(Optional<Person> second, Person by) {
        Person other = second.orElseThrow(() -> new PrintRefused("P431_SECOND_PERSON_MISSING", roles()));
        if (other.id().equals(by.id()) || other.roles().stream().noneMatch(policy.second()::contains)) {
            throw new PrintRefused("P432_WRONG_SECOND_PERSON", other.id(), roles());
        }
    }

    String roles() {
        return named(policy.second());
    }

    /** As people call them: the names of their sentences. */
    static String named(Set<Role> roles) {
        return roles.stream().sorted().map(role -> "@ROLE_" + role).collect(Collectors.joining(", "));
    }
}
