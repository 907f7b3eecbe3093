package nienkhoa.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FormSampleTest {

    static List<Edition> editions() {
        return FormCatalogue.bundled().editions();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("editions")
    void everyEditionHasSamplesAndDescribesNoOthers(Edition edition) throws IOException {
        List<String> names =
                FormSample.of(edition).stream().map(FormSample::name).toList();

        assertThat(names).isNotEmpty();
        Path about = Path.of("forms", edition.form(), edition.edition(), "samples/about.yaml");
        if (Files.exists(about)) {
            assertThat(Files.readAllLines(about))
                    .filteredOn(line -> !line.startsWith("#"))
                    .allSatisfy(line -> assertThat(names).contains(line.substring(0, line.indexOf(':'))));
        }
    }

    @Test
    void findsSamplesInAJarWhoseNameHasSpacesAndMarks(@TempDir Path folder) throws IOException {
        Path jar = folder.resolve("bản cài!/mẫu 1.jar");
        Files.createDirectories(jar.getParent());
        String inside = "/forms/run-report/v1/samples";
        try (FileSystem made = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of("create", "true"))) {
            Files.createDirectories(made.getPath(inside));
            Files.copy(
                    Path.of("forms/run-report/v1/samples/two-schools.json"), made.getPath(inside, "two-schools.json"));
        }

        List<FormSample> samples =
                FormSample.at(URI.create("jar:" + jar.toUri() + "!" + inside).toURL(), inside);

        assertThat(samples).singleElement().satisfies(sample -> {
            assertThat(sample.name()).isEqualTo("two-schools");
            assertThat(sample.about()).isEqualTo("two-schools");
            assertThat(sample.variant()).isEqualTo("full");
        });
    }
}
