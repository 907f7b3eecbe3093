package nienkhoa.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nienkhoa.model.Person;
import nienkhoa.model.Role;
import tools.jackson.core.JacksonException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The people who may decide, from {@code <home>/config/people.yaml}; read when first asked. */
public final class People {

    static final String FILE = "people.yaml";

    private static final String EXAMPLE = """
            - {id: p01, name: Nguyễn Văn A, roles: [HEAD]}
            - {id: p02, name: Trần Thị B, roles: [ARCHIVIST]}
            - {id: p03, name: Lê Văn C, roles: [CLERK]}
            """;

    private final Path file;

    private People(Path file) {
        this.file = file;
    }

    public static People of(Home home) {
        return new People(home.config().resolve(FILE));
    }

    /**
     * The person who gives a command.
     *
     * @param some of these roles one is needed; none = any person will do
     * @throws Problem if the file is missing or wrong, nobody has the id, or the person has none of the roles
     */
    public Person acting(String id, Role... some) {
        Map<String, Person> people = read();
        Person person = Optional.ofNullable(people.get(id))
                .orElseThrow(() -> Problem.wrongUse(
                        "S203_UNKNOWN_PERSON", id, file.toString(), String.join(", ", people.keySet())));
        if (some.length > 0 && !person.hasOneOf(some)) {
            String needed = Arrays.stream(some).map(Role::name).collect(Collectors.joining(", "));
            throw Problem.wrongUse("S204_ROLE_MISSING", id, needed, file.toString());
        }
        return person;
    }

    /** The person with this id, for papers; empty if the file does not know it any more. */
    public Optional<Person> find(String id) {
        return Files.exists(file) ? Optional.ofNullable(read().get(id)) : Optional.empty();
    }

    /** Whether somebody decides for one organisation only; false without a file. */
    boolean areOfSeveralOrganisations() {
        return Files.exists(file)
                && read().values().stream()
                        .anyMatch(person -> !person.organisation().isEmpty());
    }

    /** Everybody with this role, in the order of their ids. */
    public List<Person> with(Role role) {
        return read().values().stream().filter(person -> person.hasOneOf(role)).toList();
    }

    private Map<String, Person> read() {
        if (Files.notExists(file)) {
            throw Problem.wrongUse("S201_NO_PEOPLE", file.toString(), EXAMPLE);
        }
        Map<String, Person> people = new TreeMap<>();
        for (Person person : parsed()) {
            if (people.put(person.id(), person) != null) {
                throw bad("id " + person.id() + " × 2");
            }
        }
        return people;
    }

    private List<Person> parsed() {
        try {
            Person[] read = new YAMLMapper().readValue(Files.readString(file), Person[].class);
            return new ArrayList<>(Arrays.asList(read));
        } catch (IOException e) {
            throw bad(String.valueOf(e.getMessage()));
        } catch (JacksonException e) {
            throw bad(e.getOriginalMessage());
        }
    }

    private Problem bad(String what) {
        return Problem.wrongUse("S202_BAD_PEOPLE", file.toString(), what, EXAMPLE);
    }
}
