package nienkhoa.intake;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import nienkhoa.data.CanonicalJson;
import nienkhoa.model.Finding;
import nienkhoa.model.Finding.Place;
import nienkhoa.model.Finding.Severity;

/**
 * The names under which the files of an export are kept and spoken of: their own, unless a disk of another system could
 * not hold them. A letter that it could not hold is written {@code %3A}, as in addresses.
 */
final class ExportNames {

    /** Forbidden on Windows, and what no line of a report should hold. */
    private static final String FORBIDDEN = "<>:\"|?*\\";

    /** Names of devices on Windows, whatever follows a dot. */
    private static final Pattern DEVICE =
            Pattern.compile("(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?", Pattern.CASE_INSENSITIVE);

    /** Linux holds 255 bytes a name, Windows as many letters; the rest is for endings such as {@code .part}. */
    private static final int LONGEST_NAME_BYTES = 240;

    private static final int SHOWN_OF_LONGER = 60;

    private final Map<String, String> taken = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /**
     * The path of a file inside the export, with {@code /}. No two are equal, not even where case and the way of writing
     * accents do not count. Files have to come in a fixed order.
     */
    String add(Path export, Path file) {
        List<String> names = new ArrayList<>();
        boolean changed = false;
        Path inside = export.relativize(file);
        for (int i = 0; i < inside.getNameCount(); i++) {
            String own = inside.getName(i).toString();
            String name = portable(own, export.resolve(inside.subpath(0, i + 1)));
            changed |= !name.equals(own);
            names.add(name);
        }
        String path = String.join("/", names);
        if (changed) {
            findings.add(finding("I049_NAME_NOT_PORTABLE", path));
        }
        return unique(names, path);
    }

    private String unique(List<String> names, String path) {
        String other = taken.putIfAbsent(key(path), path);
        if (other == null) {
            return path;
        }
        String last = names.get(names.size() - 1);
        for (int i = 2; ; i++) {
            String apart = path.substring(0, path.length() - last.length()) + "~" + i + "/" + last;
            if (taken.putIfAbsent(key(apart), apart) == null) {
                findings.add(finding("I050_NAMES_COLLIDE", apart, other));
                return apart;
            }
        }
    }

    private static String key(String path) {
        return Normalizer.normalize(path, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    private static Finding finding(String code, String path, String... args) {
        return new Finding(code, Severity.WARN, Place.ofFile(path), "", List.of(args));
    }

    private static String portable(String own, Path whole) {
        String name = own.indexOf('\uFFFD') >= 0 ? rawName(whole) : own;
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char letter = name.charAt(i);
            boolean ending = i == name.length() - 1 && (letter == '.' || letter == ' ');
            if (letter < ' ' || letter == 0x7F || FORBIDDEN.indexOf(letter) >= 0 || ending) {
                escaped.append('%').append(HexFormat.of().withUpperCase().toHexDigits((byte) letter));
            } else {
                escaped.append(letter);
            }
        }
        if (DEVICE.matcher(escaped).matches()) {
            escaped.insert(0, '_');
        }
        return shortened(escaped.toString());
    }

    /** A name whose bytes are no letters here, as an address writes them. */
    private static String rawName(Path whole) {
        URI address = whole.toUri();
        String path = address.getRawPath().replaceFirst("/$", "");
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String shortened(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= LONGEST_NAME_BYTES) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= 6 ? name.substring(dot) : "";
        int end = Character.isHighSurrogate(name.charAt(SHOWN_OF_LONGER - 1)) ? SHOWN_OF_LONGER - 1 : SHOWN_OF_LONGER;
        return name.substring(0, end) + "~" + CanonicalJson.sha256(bytes).substring(0, 12) + ending;
    }
}
