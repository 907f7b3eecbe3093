package nienkhoa.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A layout as it stands in a file.
 *
 * @param file as people find it
 * @param folder name of the folder that it lies in
 */
record LayoutFile(String file, String folder, String text, Layout layout) {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private static final PathMatchingResourcePatternResolver RESOURCES =
            new PathMatchingResourcePatternResolver(LayoutFile.class.getClassLoader());

    static List<LayoutFile> bundled() {
        try {
            List<LayoutFile> files = new ArrayList<>();
            for (Resource resource : RESOURCES.getResources("classpath*:layouts/*/layout.yaml")) {
                String path = resource.getURL().getPath();
                String file = path.substring(path.lastIndexOf("layouts/"));
                files.add(of(file, file.substring("layouts/".length(), file.lastIndexOf('/')), text(resource)));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException("layouts cannot be read", e);
        }
    }

    static Layouts.Common common() {
        try {
            String file = "layouts/common.yaml";
            return read(file, text(RESOURCES.getResource("classpath:" + file)), Layouts.Common.class);
        } catch (IOException e) {
            throw new UncheckedIOException("layouts cannot be read", e);
        }
    }

    private static String text(Resource resource) throws IOException {
        try (InputStream yaml = resource.getInputStream()) {
            return new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The given layouts with those of a folder beside them and its additions in them. */
    static List<LayoutFile> local(Path folder, List<LayoutFile> bundled) {
        Map<String, LayoutFile> byName =
                bundled.stream().collect(Collectors.toMap(LayoutFile::folder, file -> file, (one, other) -> one));
        for (Path own : list(folder, path -> Files.exists(path.resolve("layout.yaml")))) {
            Path file = own.resolve("layout.yaml");
            String name = String.valueOf(own.getFileName());
            if (byName.put(name, of(file.toString(), name, text(file))) != null) {
                throw new BadLayout(file.toString(), 0, "I073_LAYOUT_NAMED_TWICE", name);
            }
        }
        for (Path file : list(folder, path -> path.toString().endsWith(".yaml"))) {
            String name = String.valueOf(file.getFileName()).replaceFirst("\\.yaml$", "");
            LayoutFile base = byName.get(name);
            if (base == null) {
                String known = byName.keySet().stream().sorted().collect(Collectors.joining(", "));
                throw new BadLayout(file.toString(), 0, "I072_LAYOUT_UNKNOWN_NAME", name, known);
            }
            byName.put(name, base.with(LayoutAdditions.read(file)));
        }
        return List.copyOf(byName.values());
    }

    private static List<Path> list(Path folder, java.util.function.Predicate<Path> which) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(which).sorted(Comparator.naturalOrder()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("layouts cannot be read", e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (java.nio.charset.CharacterCodingException e) {
            throw new BadLayout(file.toString(), 0, "I070_LAYOUT_UNREADABLE", "UTF-8");
        } catch (IOException e) {
            throw new UncheckedIOException("layouts cannot be read", e);
        }
    }

    private LayoutFile with(LayoutAdditions additions) {
        return new LayoutFile(file, folder, text, additions.on(layout));
    }

    private static LayoutFile of(String file, String folder, String text) {
        return new LayoutFile(file, folder, text, read(file, text, Layout.class));
    }

    /** @throws BadLayout with the line, if the text is no such YAML */
    static <T> T read(String file, String text, Class<T> type) {
        try {
            return Optional.ofNullable(YAML.readValue(text, type))
                    .orElseThrow(() -> new BadLayout(file, 1, "I070_LAYOUT_UNREADABLE", "–"));
        } catch (UnrecognizedPropertyException e) {
            String known = Stream.ofNullable(e.getKnownPropertyIds())
                    .flatMap(ids -> ids.stream())
                    .map(String::valueOf)
                    .sorted()
                    .collect(Collectors.joining(", "));
            // The parser may stand on the next line already.
            int key = lineOf(text, e.getPropertyName() + ":");
            int line = key > 0 ? key : line(e);
            throw new BadLayout(file, line, "I071_LAYOUT_UNKNOWN_KEY", e.getPropertyName(), known);
        } catch (InvalidFormatException e) {
            throw new BadLayout(
                    file,
                    line(e),
                    "I072_LAYOUT_UNKNOWN_NAME",
                    String.valueOf(e.getValue()),
                    allowed(e.getTargetType()));
        } catch (JacksonException e) {
            throw new BadLayout(file, line(e), "I070_LAYOUT_UNREADABLE", e.getOriginalMessage());
        }
    }

    static void write(Path file, Object written) throws IOException {
        Files.writeString(file, YAML.writeValueAsString(written));
    }

    private static String allowed(Class<?> type) {
        Object[] values = type.isEnum() ? type.getEnumConstants() : new Object[0];
        return Stream.of(values).map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static int line(JacksonException e) {
        return e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
    }

    /** Line of the first mention of a word, from 1; 0 if there is none. */
    int lineOf(String word) {
        return lineOf(text, word);
    }

    static int lineOf(String text, String word) {
        int at = text.indexOf(word);
        return at < 0
                ? 0
                : (int) text.substring(0, at).lines().count() + (at == 0 || text.charAt(at - 1) == '\n' ? 1 : 0);
    }
}
