package nienkhoa.forms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;

/**
 * A synthetic document that comes with an edition: {@code samples/<name>.json} of its folder.
 *
 * @param about what it shows, for the person who looks at it; its name, unless {@code samples/about.yaml} says more
 * @param photos pictures by their SHA-256
 */
record FormSample(String name, String about, String json, Map<String, byte[]> photos) {

    private static final String ABOUT = "about.yaml";

    private static final String JSON = ".json";
    private static final String PHOTO = ".jpg";

    /** The samples of one of our editions, by name; none if it has none. */
    static List<FormSample> of(Edition edition) {
        String folder = "/forms/" + edition.form() + "/" + edition.edition() + "/samples";
        URL url = FormSample.class.getResource(folder);
        return url == null ? List.of() : at(url, folder);
    }

    /** @param folder its path in the jar, if the address is one in a jar */
    static List<FormSample> at(URL url, String folder) {
        try {
            URI uri = url.toURI();
            if (!uri.getScheme().equals("jar")) {
                return in(Path.of(uri));
            }
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                return in(jar.getPath(folder));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(url.toString(), e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The samples that lie in a folder. */
    static List<FormSample> in(Path folder) throws IOException {
        Map<String, byte[]> photos = new TreeMap<>();
        for (Path photo : files(folder.resolve("photos"), PHOTO)) {
            photos.put(name(photo, PHOTO), Files.readAllBytes(photo));
        }
        List<FormSample> samples = new ArrayList<>();
        Map<String, String> about = about(folder.resolve(ABOUT));
        for (Path json : files(folder, JSON)) {
            String name = name(json, JSON);
            samples.add(new FormSample(
                    name, about.getOrDefault(name, name), Files.readString(json).strip(), photos));
        }
        return samples;
    }

    String variant() {
        return Node.parse(json).text("document.variant");
    }

    Optional<byte[]> photo(String sha256) {
        return Optional.ofNullable(photos.get(sha256));
    }

    private static Map<String, String> about(Path file) throws IOException {
        return Files.exists(file)
                ? Form.YAML.readValue(Files.readAllBytes(file), new TypeReference<Map<String, String>>() {})
                : Map.of();
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static String name(Path file, String ending) {
        String name = String.valueOf(file.getFileName());
        return name.substring(0, name.length() - ending.length());
    }
}
