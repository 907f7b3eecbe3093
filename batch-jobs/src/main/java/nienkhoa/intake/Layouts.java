package nienkhoa.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** All layouts that intake knows, with the words and code lists that they share. */
public final class Layouts {

    private static final YAMLMapper YAML = YAMLMapper.builder().build();

    private final List<Layout> layouts;
    private final Map<String, String> aliases = new HashMap<>();
    private final Map<String, CodeList> codes = new HashMap<>();

    private Layouts(List<Layout> layouts, Common common) {
        this.layouts = List.copyOf(layouts);
        common.aliases().forEach((word, others) -> {
            for (String other : others) {
                aliases.put(HeaderKey.of(other), HeaderKey.of(word));
            }
        });
        common.codes().forEach((name, values) -> codes.put(name, new CodeList(values)));
    }

    /** The layouts that come with the program: every folder {@code layouts/<name>/} of the class path. */
    public static Layouts bundled() {
        try {
            PathMatchingResourcePatternResolver resolver =
                    new PathMatchingResourcePatternResolver(Layouts.class.getClassLoader());
            Resource[] found = resolver.getResources("classpath*:layouts/*/layout.yaml");
            List<Layout> layouts = new ArrayList<>();
            for (Resource layout : found) {
                layouts.add(read(layout, Layout.class));
            }
            layouts.sort(Comparator.comparing(Layout::name));
            return new Layouts(layouts, read(resolver.getResource("classpath:layouts/common.yaml"), Common.class));
        } catch (IOException e) {
            throw new UncheckedIOException("layouts cannot be read", e);
        }
    }

    private static <T> T read(Resource resource, Class<T> type) throws IOException {
        try (InputStream yaml = resource.getInputStream()) {
            return YAML.readValue(yaml, type);
        }
    }

    public List<Layout> all() {
        return layouts;
    }

    /** @throws IllegalArgumentException if no list has this name */
    public CodeList codes(String name) {
        CodeList list = codes.get(name);
        if (list == null) {
            throw new IllegalArgumentException("no code list " + name);
        }
        return list;
    }

    /** The key of a header cell, with other words for the same thing led back to one. */
    public String headerKey(String cell) {
        String key = HeaderKey.of(cell);
        return aliases.getOrDefault(key, key);
    }

    /** The keys of a header path, from the group down. */
    public List<String> path(String header) {
        return Arrays.stream(header.split(" / ")).map(this::headerKey).toList();
    }

    private record Common(
            Map<String, List<String>> aliases, LinkedHashMap<String, LinkedHashMap<String, List<String>>> codes) {}
}
