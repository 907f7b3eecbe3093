package nienkhoa.model;

import java.util.Arrays;
import java.util.Objects;
import java.util.Set;

/**
 * Someone who decides about records.
 *
 * @param id what acts and logs know the person by, for example {@code p01}
 * @param name for papers only
 * @param organisation code of the one for which the person decides; empty = for everything in the home
 */
public record Person(String id, String name, Set<Role> roles, String organisation) {

    /** @throws IllegalArgumentException if there is no id */
    public Person {
        if (!id.matches("[A-Za-z0-9._-]{1,64}")) {
            throw new IllegalArgumentException("an id is made of letters, digits and . _ -, not " + id);
        }
        roles = Set.copyOf(roles);
        organisation = Objects.requireNonNullElse(organisation, "");
    }

    public Person(String id, String name, Set<Role> roles) {
        this(id, name, roles, "");
    }

    public boolean hasOneOf(Role... some) {
        return Arrays.stream(some).anyMatch(roles::contains);
    }
}
