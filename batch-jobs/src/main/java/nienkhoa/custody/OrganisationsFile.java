package nienkhoa.custody;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import nienkhoa.custody.Organisation.Kind;
import nienkhoa.custody.Organisation.Named;
import nienkhoa.custody.Organisation.Parent;
import nienkhoa.custody.Organisation.Successor;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads {@code config/organisations.yaml}; README.md explains its words. */
public final class OrganisationsFile {

    public static final String FILE = "organisations.yaml";

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final String CODE = "[A-Za-z0-9._-]{1,40}";

    private final Faults faults;
    private final Map<String, Organisation> read = new LinkedHashMap<>();
    private String keeper = "";

    private OrganisationsFile(String file) {
        this.faults = new Faults(file);
    }

    private record Entry(
            @Nullable String code,
            @Nullable String kind,
            @Nullable String name,
            @Nullable List<DatedText> names,
            @Nullable String from,
            @Nullable String until,
            @Nullable List<DatedText> parents,
            @Nullable List<Next> successors) {}

    private record DatedText(
            @Nullable String name,
            @Nullable String code,
            @Nullable String from,
            @Nullable String until) {}

    private record Next(
            @Nullable String code,
            @Nullable String on,
            @Nullable String decision,
            @Nullable String decided,
            @Nullable String status) {}

    /** A value of an entry that cannot be used. */
    private static final class Unfit extends Exception {
        Unfit(String wanted) {
            super(wanted);
        }
    }

    /**
     * The organisations of a file.
     *
     * @throws BadOrganisations if anything is wrong with it; every fault is named
     */
    public static Organisations read(Path path) {
        OrganisationsFile file = new OrganisationsFile(path.toString());
        try (JsonParser parser = YAML.createParser(Files.readString(path))) {
            file.read(parser);
        } catch (UnrecognizedPropertyException e) {
            file.faults.at(line(e), "C702_UNKNOWN_WORD", String.valueOf(e.getPropertyName()), known(e));
        } catch (JacksonException e) {
            file.faults.at(line(e), "C701_UNREADABLE", String.valueOf(e.getOriginalMessage()));
        } catch (IOException e) {
            file.faults.at(1, "C701_UNREADABLE", String.valueOf(e.getMessage()));
        }
        new SuccessionCheck(file.read, file.faults).check(file.keeper);
        file.faults.throwIfAny();
        return new Organisations(file.read.values(), file.keeper);
    }

    private void read(JsonParser parser) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            faults.at(1, "C701_UNREADABLE", "keeper, organisations");
            return;
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String word = parser.currentName();
            int line = line(parser);
            parser.nextToken();
            switch (word) {
                case "keeper" -> keeper = parser.getString();
                case "organisations" -> readAll(parser);
                default -> {
                    faults.at(line, "C702_UNKNOWN_WORD", word, "keeper, organisations");
                    parser.skipChildren();
                }
            }
        }
        if (read.isEmpty() && faults.none()) {
            faults.at(1, "C701_UNREADABLE", "organisations: []");
        }
    }

    private void readAll(JsonParser parser) {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            int line = line(parser);
            Entry entry = YAML.readValue(parser, Entry.class);
            String code = Objects.requireNonNullElse(entry.code, "");
            faults.place(code, line);
            try {
                Organisation organisation = organisation(entry, code);
                if (read.putIfAbsent(code, organisation) != null) {
                    faults.at(line, "C704_CODE_TWICE", code);
                }
            } catch (Unfit e) {
                faults.at(line, "C703_BAD_ENTRY", code, String.valueOf(e.getMessage()));
            }
        }
    }

    private static Organisation organisation(Entry entry, String code) throws Unfit {
        if (!code.matches(CODE)) {
            throw new Unfit("code: \"31313401\"");
        }
        LocalDate from = day("from", entry.from);
        LocalDate until = day("until", entry.until);
        ordered("from", from, until);
        return new Organisation(code, kind(entry), from, until, names(entry), parents(entry), successors(entry));
    }

    private static Kind kind(Entry entry) throws Unfit {
        return Stream.of(Kind.values())
                .filter(kind -> written(kind).equals(entry.kind))
                .findFirst()
                .orElseThrow(() -> new Unfit("kind: school | commune-office | district-office | department"));
    }

    /** {@code commune-office}, as the file writes it. */
    public static String written(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<Named> names(Entry entry) throws Unfit {
        List<Named> names = new ArrayList<>();
        if (entry.name != null) {
            names.add(new Named(null, null, entry.name));
        }
        for (DatedText one : Objects.requireNonNullElse(entry.names, List.<DatedText>of())) {
            names.add(new Named(
                    day("names.from", one.from), day("names.until", one.until), given("names.name", one.name)));
            ordered(
                    "names.from",
                    names.get(names.size() - 1).from(),
                    names.get(names.size() - 1).until());
        }
        if (names.isEmpty()
                || (entry.name != null && names.size() > 1)
                || names.get(0).name().isBlank()) {
            throw new Unfit("name | names");
        }
        return names;
    }

    private static List<Parent> parents(Entry entry) throws Unfit {
        List<Parent> parents = new ArrayList<>();
        for (DatedText one : Objects.requireNonNullElse(entry.parents, List.<DatedText>of())) {
            Parent parent = new Parent(
                    day("parents.from", one.from), day("parents.until", one.until), given("parents.code", one.code));
            ordered("parents.from", parent.from(), parent.until());
            parents.add(parent);
        }
        return parents;
    }

    private static List<Successor> successors(Entry entry) throws Unfit {
        List<Successor> successors = new ArrayList<>();
        for (Next next : Objects.requireNonNullElse(entry.successors, List.<Next>of())) {
            String status = given("successors.status: CONFIRMED | UNCONFIRMED", next.status);
            if (!status.matches("CONFIRMED|UNCONFIRMED")) {
                throw new Unfit("successors.status: CONFIRMED | UNCONFIRMED");
            }
            successors.add(new Successor(
                    given("successors.code", next.code),
                    needed("successors.on", next.on),
                    given("successors.decision", next.decision),
                    needed("successors.decided", next.decided),
                    status.equals("CONFIRMED")));
        }
        return successors;
    }

    private static String given(String word, @Nullable String written) throws Unfit {
        if (written == null || written.isBlank()) {
            throw new Unfit(word);
        }
        return written.strip();
    }

    private static LocalDate needed(String word, @Nullable String written) throws Unfit {
        return Optional.ofNullable(day(word, written)).orElseThrow(() -> new Unfit(word + ": 2025-07-01"));
    }

    private static @Nullable LocalDate day(String word, @Nullable String written) throws Unfit {
        try {
            return written == null ? null : LocalDate.parse(written);
        } catch (DateTimeException e) {
            throw new Unfit(word + ": 2025-07-01");
        }
    }

    private static void ordered(String word, @Nullable LocalDate from, @Nullable LocalDate until) throws Unfit {
        if (from != null && until != null && until.isBefore(from)) {
            throw new Unfit(word + " <= until");
        }
    }

    private static int line(JsonParser parser) {
        return Math.max(1, parser.currentTokenLocation().getLineNr());
    }

    private static int line(JacksonException e) {
        return e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
    }

    private static String known(UnrecognizedPropertyException e) {
        return String.join(
                ", ",
                Objects.requireNonNullElse(e.getKnownPropertyIds(), List.of()).stream()
                        .map(String::valueOf)
                        .toList());
    }
}
