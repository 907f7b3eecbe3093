package nienkhoa.model;

import java.util.Set;

/** A person of the office; logs and acts know the id only. */
public record Person(String id, String name, Set<Role> roles) {

    public Person {
        roles = Set.copyOf(roles);
    }
}
