package nienkhoa.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The headers of one sort of sheet as a school's exports had them.
 *
 * @param school empty for files that belong to no one school
 * @param headers from left to right, each the keys of its header path with {@code /} between
 * @param labels the same headers for people
 */
public record LayoutSeen(String school, String layout, FactKind kind, List<String> headers, List<String> labels) {

    /** Between the words of a header path. */
    private static final String STEP = " / ";

    public LayoutSeen {
        headers = List.copyOf(headers);
        labels = List.copyOf(labels);
    }

    static LayoutSeen of(String school, SheetSighting sheet) {
        SheetShape shape = sheet.shape();
        return new LayoutSeen(
                school,
                shape.layout().name(),
                shape.sheet().kind(),
                shape.headed().stream()
                        .map(column -> String.join(STEP, column.path()))
                        .toList(),
                shape.headed().stream()
                        .map(column -> sheet.header(column).text())
                        .toList());
    }

    /** What people call the header at a place. */
    String label(String header) {
        return labels.get(headers.indexOf(header));
    }

    /** The same for the same sort of sheet with the same headers in the same order. */
    public String fingerprint() {
        try {
            String all = layout + "\n" + kind + "\n" + String.join("\n", headers);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    boolean isOfSameSort(LayoutSeen other) {
        return school.equals(other.school) && layout.equals(other.layout) && kind == other.kind;
    }
}
