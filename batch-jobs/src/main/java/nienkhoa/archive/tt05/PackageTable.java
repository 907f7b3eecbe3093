package nienkhoa.archive.tt05;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import nienkhoa.archive.GatePass;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * {@code archive/tt05.yaml}: which fields a package has and where their values come from.
 *
 * @param dossier the 18 fields of a dossier
 * @param document the 21 fields of a document
 * @param types code of a document's type by form, kind or paper
 * @param formats by ending
 * @param pdfa what a PDF is that passed the gate
 */
public record PackageTable(
        List<Field> dossier, List<Field> document, Map<String, String> types, List<Format> formats, Format pdfa) {

    private static final String RESOURCE = "/archive/tt05.yaml";
    private static final String OTHER_TYPE = "32";
    private static final Format UNKNOWN = new Format("", "application/octet-stream", "application/octet-stream", null);

    public PackageTable {
        dossier = List.copyOf(dossier);
        document = List.copyOf(document);
        types = Map.copyOf(types);
        formats = List.copyOf(formats);
    }

    /**
     * One field.
     *
     * @param length most characters; 0 = not limited
     * @param from name of a fact; null if {@code fixed} says the value
     */
    public record Field(
            String field,
            String vi,
            String en,
            int length,
            boolean required,
            @Nullable String from,
            @Nullable String fixed,
            String mark) {

        String value(Map<String, String> facts) {
            String value = from == null
                    ? Objects.requireNonNull(fixed)
                    : Objects.requireNonNull(facts.get(from), () -> "no such fact: " + from);
            return length > 0 && value.codePointCount(0, value.length()) > length
                    ? value.substring(0, value.offsetByCodePoints(0, length - 1)) + "…"
                    : value;
        }
    }

    /** @param pronom key in the format registry; null if none is known for sure */
    public record Format(
            String ending,
            String type,
            String name,
            @Nullable String pronom) {}

    /** As delivered. */
    public static PackageTable bundled() {
        try (InputStream yaml = Objects.requireNonNull(PackageTable.class.getResourceAsStream(RESOURCE))) {
            return YAMLMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build()
                    .readValue(yaml, PackageTable.class);
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }

    String type(String form) {
        return types.getOrDefault(form, OTHER_TYPE);
    }

    /** What a file of a document is, the gate's word taken into account. */
    Format format(String path, PackagedDocument document) {
        boolean passed = document.verdict().equals(GatePass.PASS) && path.endsWith("." + pdfa.ending());
        return passed ? pdfa : format(path);
    }

    Format format(String path) {
        String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return formats.stream()
                .filter(format -> format.ending().equals(ending))
                .findFirst()
                .orElse(UNKNOWN);
    }
}
