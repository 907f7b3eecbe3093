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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A synthetic document that comes with an edition: {@code samples/<name>.json} of its folder.
 *
 * @param photos pictures by their SHA-256
 */
record FormSample(String name, String json, Map<String, byte[]> photos) {

    private static final String JSON = ".json";
    private static final String PHOTO = ".jpg";

    /** The samples of one of our editions, by name; none if it has none. */
    static List<FormSample> of(Edition edition) {
        URL folder = FormSample.class.getResource("/forms/" + edition.form() + "/" + edition.edition() + "/samples");
        if (folder == null) {
            return List.of();
        }
        try {
            URI uri = folder.toURI();
            if (!uri.getScheme().equals("jar")) {
                return in(Path.of(uri));
            }
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                return in(jar.getPath(uri.getSchemeSpecificPart().split("!", 2)[1]));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(folder.toString(), e);
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
        List<FormSample> samples = new java.util.ArrayList<>();
        for (Path json : files(folder, JSON)) {
            samples.add(new FormSample(
                    name(json, JSON), Files.readString(json).strip(), photos));
        }
        return samples;
    }

    String variant() {
        return Node.parse(json).text("document.variant");
    }

    Optional<byte[]> photo(String sha256) {
        return Optional.ofNullable(photos.get(sha256));
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }

    private static String name(Path file, String ending) {
        String name = String.valueOf(file.getFileName());
        return name.substring(0, name.length() - ending.length());
    }
}
