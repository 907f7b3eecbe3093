package nienkhoa.archive.copies;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nienkhoa.archive.copies.CopyTarget.Kind;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads {@code config/copies.yaml}:
 *
 * <pre>{@code
 * targets:
 *   - {id: o-cung-2, kind: folder, paths: [/mnt/sao-luu/nienkhoa]}
 *   - {id: dia-roi-1, kind: removable, paths: ["E:/nienkhoa", "F:/nienkhoa"]}
 *   - {id: kho-s3, kind: s3, endpoint: "https://s3.example.vn", bucket: sao-luu, credentials: /etc/nienkhoa/keys}
 * }</pre>
 */
public final class CopiesFile {

    public static final String FILE = "copies.yaml";

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private CopiesFile() {}

    private record Content(@Nullable List<Entry> targets) {}

    record Entry(
            @Nullable String id,
            @Nullable String kind,
            @Nullable List<String> paths,
            @Nullable String endpoint,
            @Nullable String region,
            @Nullable String bucket,
            @Nullable String prefix,
            @JsonProperty("path-style") @Nullable Boolean pathStyle,
            @Nullable String credentials,
            @JsonProperty("mb-per-second") @Nullable Double megabytesPerSecond) {

        boolean isOfFolder() {
            return endpoint == null
                    && region == null
                    && bucket == null
                    && prefix == null
                    && pathStyle == null
                    && credentials == null
                    && megabytesPerSecond == null;
        }
    }

    /**
     * The copies; none without the file.
     *
     * @param config the folder that the file lies in, in the home
     * @param archive id of the archive, for their markers
     * @param buckets makes copies in buckets
     * @throws BadCopies if the file is wrong
     */
    public static CopyTargets read(Path config, String archive, BucketPlace.Targets buckets) {
        Path file = config.resolve(FILE);
        if (Files.notExists(file)) {
            return new CopyTargets(List.of());
        }
        Reader reader = new Reader(file.toString(), config.resolveSibling(""), archive, buckets);
        List<Entry> entries = reader.entries(file);
        Set<String> ids = new HashSet<>(Set.of(CopyLedger.STORE));
        return new CopyTargets(
                entries.stream().map(entry -> reader.target(entry, ids)).toList());
    }

    private record Reader(String file, Path home, String archive, BucketPlace.Targets buckets) {

        List<Entry> entries(Path path) {
            try {
                Content content = YAML.readValue(Files.readString(path), Content.class);
                List<Entry> entries = content == null ? null : content.targets();
                if (entries == null || entries.isEmpty()) {
                    throw new BadCopies("A601_COPIES_EMPTY", file);
                }
                return entries;
            } catch (UnrecognizedPropertyException e) {
                throw new BadCopies("A602_COPIES_UNKNOWN_WORD", file, line(e), String.valueOf(e.getPropertyName()));
            } catch (JacksonException e) {
                throw new BadCopies("A603_COPIES_UNREADABLE", file, line(e));
            } catch (IOException e) {
                throw new BadCopies("A603_COPIES_UNREADABLE", file, "1");
            }
        }

        private static String line(JacksonException e) {
            return Integer.toString(
                    e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr()));
        }

        CopyTarget target(Entry entry, Set<String> ids) {
            String id = Objects.requireNonNullElse(entry.id(), "");
            if (!id.matches("[a-z0-9][a-z0-9-]{0,39}") || !ids.add(id)) {
                throw new BadCopies("A604_COPY_BAD_ID", file, id);
            }
            Kind kind = kind(entry, id);
            return kind == Kind.S3 ? bucket(entry, id) : folder(entry, id, kind);
        }

        private Kind kind(Entry entry, String id) {
            String written = Objects.requireNonNullElse(entry.kind(), "");
            return Stream.of(Kind.values())
                    .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(written))
                    .findFirst()
                    .orElseThrow(() -> new BadCopies("A605_COPY_BAD_KIND", file, id, written, kinds()));
        }

        private static String kinds() {
            return Stream.of(Kind.values())
                    .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "));
        }

        private CopyTarget bucket(Entry entry, String id) {
            try {
                if (entry.paths() != null) {
                    throw new BucketEntry.WrongWord("paths");
                }
                return buckets.of(id, new BucketEntry(entry, home).place(), new CopyMarker(id, archive));
            } catch (BucketEntry.WrongWord e) {
                throw new BadCopies("A606_COPY_LACKS", file, id, e.word());
            }
        }

        private CopyTarget folder(Entry entry, String id, Kind kind) {
            List<String> paths = Objects.requireNonNullElse(entry.paths(), List.of());
            boolean wrong = !entry.isOfFolder()
                    || paths.isEmpty()
                    || paths.stream().anyMatch(path -> path == null || path.isBlank());
            if (wrong || (kind == Kind.FOLDER && paths.size() > 1)) {
                throw new BadCopies("A606_COPY_LACKS", file, id, "paths");
            }
            return new FolderTarget(id, kind, paths, new CopyMarker(id, archive));
        }
    }
}
