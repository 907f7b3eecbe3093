package nienkhoa.retention;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that the data files say.
 *
 * @param instruments also those that are only cited and have no folder of their own
 */
record RuleBook(List<Circular> circulars, List<RecordClass> recordClasses, List<Instrument> instruments) {

    /** Reads the bundled {@code circulars/}; what is wrong is added to {@code problems}. */
    static RuleBook bundled(List<Problem> problems) {
        List<Circular> circulars = resource("folders.txt")
                .lines()
                .filter(line -> !line.isBlank())
                .flatMap(folder -> read(folder, problems))
                .toList();
        RuleBook book = new RuleBook(
                circulars,
                new CircularReader("record-classes.yaml", problems).recordClasses(resource("record-classes.yaml")),
                allInstruments(circulars, problems));
        problems.addAll(book.problems());
        return book;
    }

    /** These circulars and more; a rule of theirs takes the place of an unconfirmed one with its id. */
    RuleBook with(List<Circular> more) {
        Set<String> replaced = more.stream()
                .flatMap(circular -> circular.rules().stream())
                .map(RetentionRule::id)
                .collect(Collectors.toSet());
        List<Circular> all = Stream.concat(circulars.stream().map(one -> one.without(replaced)), more.stream())
                .toList();
        Set<String> known = instruments.stream().map(Instrument::no).collect(Collectors.toSet());
        Stream<Instrument> added = more.stream().map(Circular::instrument).filter(one -> known.add(one.no()));
        return new RuleBook(
                all,
                recordClasses,
                Stream.concat(instruments.stream(), added).toList());
    }

    private static Stream<Circular> read(String folder, List<Problem> problems) {
        String file = folder + "/rules.yaml";
        return new CircularReader(file, problems).circular(folder, resource(file)).stream();
    }

    private static List<Instrument> allInstruments(List<Circular> circulars, List<Problem> problems) {
        return Stream.concat(
                        circulars.stream().map(Circular::instrument),
                        new CircularReader("instruments.yaml", problems)
                                .instruments(resource("instruments.yaml")).stream())
                .toList();
    }

    private static String resource(String path) {
        try (InputStream in = RuleBook.class.getResourceAsStream("/circulars/" + path)) {
            if (in == null) {
                throw new IllegalStateException("circulars/" + path + " is not there");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("circulars/" + path, e);
        }
    }

    /** What only shows when the files are laid side by side. */
    List<Problem> problems() {
        List<Problem> found = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Circular circular : circulars) {
            for (RetentionRule rule : circular.rules()) {
                faults(rule, ids.add(rule.id()))
                        .forEach(what -> found.add(new Problem(circular.folder() + "/rules.yaml", rule.id(), what)));
            }
        }
        missingSuccessors(found);
        duplicates(found);
        return found;
    }

    private Stream<String> faults(RetentionRule rule, boolean newId) {
        Stream<String> twice = newId ? Stream.empty() : Stream.of("another rule has this id");
        Stream<String> unknown =
                recordClasses.stream().anyMatch(one -> one.code().equals(rule.recordClass()))
                        ? Stream.empty()
                        : Stream.of("recordClass " + rule.recordClass() + " is not in record-classes.yaml");
        return Stream.of(twice, unknown, outOfBounds(rule)).flatMap(what -> what);
    }

    private void missingSuccessors(List<Problem> found) {
        Set<String> numbers = instruments.stream().map(Instrument::no).collect(Collectors.toSet());
        for (Instrument instrument : instruments) {
            instrument
                    .replacedBy()
                    .filter(successor -> !numbers.contains(successor))
                    .ifPresent(successor -> found.add(new Problem(
                            "instruments.yaml", instrument.no(), "its successor " + successor + " is missing")));
        }
    }

    private Stream<String> outOfBounds(RetentionRule rule) {
        if (!(rule.period() instanceof Period.Lasts lasts) || lasts.unit() != ChronoUnit.YEARS) {
            return Stream.empty();
        }
        return circulars.stream()
                .filter(law -> law.bounds()
                        .filter(bounds -> !bounds.allow(lasts.amount()))
                        .isPresent())
                .filter(law -> law.instrument()
                        .effective()
                        .filter(start -> !rule.validity().from().isBefore(start))
                        .isPresent())
                .map(law -> "years " + lasts.amount() + " is outside what "
                        + law.instrument().no() + " allows");
    }

    private void duplicates(List<Problem> found) {
        Set<String> seen = new HashSet<>();
        instruments.stream()
                .map(Instrument::no)
                .filter(no -> !seen.add(no))
                .forEach(no -> found.add(new Problem("instruments.yaml", no, "the instrument is listed twice")));
        recordClasses.stream()
                .map(RecordClass::code)
                .filter(code -> !seen.add(code))
                .forEach(code -> found.add(new Problem("record-classes.yaml", code, "the class is listed twice")));
    }
}
