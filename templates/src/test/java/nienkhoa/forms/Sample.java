package nienkhoa.forms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One {@code samples/*.json} of a form folder, with what is expected of it. */
record Sample(Path json) {

    private static final Path FORMS = Path.of("forms");

    static List<Sample> all() {
        try (Stream<Path> files = Files.walk(FORMS)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".json"))
                    .filter(file -> file.getParent().endsWith("samples"))
                    .sorted()
                    .map(Sample::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Sample of(String form, String edition, String name) {
        return new Sample(
                FORMS.resolve(form).resolve(edition).resolve("samples").resolve(name + ".json"));
    }

    String name() {
        return json.getFileName().toString().replace(".json", "");
    }

    String text() {
        try {
            return Files.readString(json).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String variant() {
        return Node.parse(text()).text("document.variant");
    }

    Edition edition(FormCatalogue catalogue) {
        Path folder = json.getParent().getParent();
        return catalogue.editions().stream()
                .filter(edition ->
                        FORMS.resolve(edition.form()).resolve(edition.edition()).equals(folder))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(folder + " is not in forms/editions.txt"));
    }

    Path expected(String suffix) {
        return json.getParent().resolveSibling("expected").resolve(name() + suffix);
    }

    /** Photos lie beside the samples, named by their SHA-256. */
    Optional<byte[]> photo(String sha256) {
        Path file = json.resolveSibling("photos").resolve(sha256 + ".jpg");
        try {
            return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return json.getParent().getParent() + " " + name();
    }
}
