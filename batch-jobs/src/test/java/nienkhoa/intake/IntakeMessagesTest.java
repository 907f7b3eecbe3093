package nienkhoa.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What intake says, in both languages. */
class IntakeMessagesTest {

    private static final Pattern CODE = Pattern.compile("I\\d{3}_[A-Z0-9_]+");
    private static final Path SOURCES = Path.of("src/main/java/nienkhoa");

    /** Every code that has a sentence. */
    static Set<String> codes() {
        return read("").stringPropertyNames().stream()
                .filter(key -> CODE.matcher(key).matches())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties read(String language) {
        Properties properties = new Properties();
        try (InputStream in =
                IntakeMessagesTest.class.getResourceAsStream("/messages/intake" + language + ".properties")) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    @Test
    void bothLanguagesSayTheSame() {
        assertThat(read("_en").stringPropertyNames()).isEqualTo(read("").stringPropertyNames());
    }

    @Test
    void everyCodeSaysWhatIsWrongAndWhatToDo() {
        for (String language : List.of("", "_en")) {
            Properties sentences = read(language);
            for (String code : codes()) {
                assertThat(sentences.getProperty(code)).as(code + language).isNotBlank();
                assertThat(sentences.getProperty(code + ".do"))
                        .as(code + ".do" + language)
                        .isNotBlank();
            }
        }
    }

    @Test
    void numbersOfCodesAreUsedOnce() {
        List<String> numbers =
                codes().stream().map(code -> code.substring(0, 4)).toList();

        assertThat(numbers).doesNotHaveDuplicates();
    }

    @Test
    void everyCodeOfTheSourcesHasASentence() throws IOException {
        assertThat(codesOfSources()).isSubsetOf(codes());
    }

    @Test
    void everySentenceIsOfACodeOfTheSources() throws IOException {
        assertThat(codes()).isSubsetOf(codesOfSources());
    }

    private static Set<String> codesOfSources() throws IOException {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(SOURCES)) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                Matcher code = CODE.matcher(Files.readString(source));
                while (code.find()) {
                    codes.add(code.group());
                }
            }
        }
        return codes;
    }
}
