package nienkhoa.archive.tt05;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A set of rules that a package can be judged by, from {@code archive/profiles/<name>.yaml}. The circular contradicts
 * itself and E-ARK in places, so there is one for each.
 */
public record Profile(String name, String source, List<Rule> rules) {

    /** The names of the profiles. */
    public static final List<String> NAMES = List.of("legal", "eark");

    public Profile {
        rules = List.copyOf(rules);
    }

    /**
     * One rule. Without {@code at} it is about the file being there; with it, about elements of the file: how many there
     * are and, if {@code attribute} or {@code pattern} is given, what each of them says.
     *
     * @param files paths in the package; {@code *} at the end stands for anything
     * @param at names of elements from the root down, with {@code /}, without prefixes
     * @param where what attributes have to be for an element to be meant, by name without prefix
     * @param attribute that has to be there; null = the text of the element is meant
     * @param pattern of the attribute or the text; null = any
     * @param min fewest files or elements
     * @param max most of them; 0 = no limit
     * @param warns whether breaking it is only to be looked at
     * @param mark how the rule is known
     */
    public record Rule(
            String id,
            List<String> files,
            @Nullable String at,
            @Nullable Map<String, String> where,
            @Nullable String attribute,
            @Nullable String pattern,
            int min,
            int max,
            boolean warns,
            String mark,
            String vi,
            String en) {

        boolean isOf(String path) {
            return files.stream()
                    .anyMatch(file -> file.endsWith("*")
                            ? path.startsWith(file.substring(0, file.length() - 1))
                            : path.equals(file));
        }

        boolean isSatisfiedBy(int count) {
            return count >= min && (max == 0 || count <= max);
        }

        boolean saysHow() {
            return attribute != null || pattern != null;
        }

        boolean allows(@Nullable String value) {
            return value != null && (pattern == null || Pattern.matches(pattern, value));
        }
    }

    /** @throws IllegalArgumentException if there is no such profile */
    public static Profile bundled(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("no such profile: " + name);
        }
        String resource = "/archive/profiles/" + name + ".yaml";
        try (InputStream yaml = Objects.requireNonNull(Profile.class.getResourceAsStream(resource))) {
            return YAMLMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build()
                    .readValue(yaml, Profile.class);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
