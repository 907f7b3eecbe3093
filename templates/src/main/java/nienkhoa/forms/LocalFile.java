package nienkhoa.forms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** A file that a home puts over one of an edition. */
@SuppressWarnings("ArrayRecordComponent")
record LocalFile(Path path, byte[] bytes) {

    static LocalFile read(Path path) {
        try {
            return new LocalFile(path, Files.readAllBytes(path));
        } catch (IOException e) {
            throw new UncheckedIOException(path.toString(), e);
        }
    }

    /** @throws BadForm if it is not UTF-8 */
    String text() {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new BadForm(FormFault.UNREADABLE, path.toString(), "UTF-8");
        }
    }

    /** @throws BadForm with the line, if it is no YAML of this structure */
    <T> T yaml(Class<T> type) {
        try {
            return Optional.ofNullable(Form.YAML.readValue(text(), type))
                    .orElseThrow(() -> new BadForm(FormFault.UNREADABLE, path.toString(), "–"));
        } catch (UnrecognizedPropertyException e) {
            String known = Stream.ofNullable(e.getKnownPropertyIds())
                    .flatMap(ids -> ids.stream())
                    .map(String::valueOf)
                    .sorted()
                    .collect(Collectors.joining(", "));
            throw new BadForm(FormFault.UNKNOWN_MEMBER, at(line(e)), e.getPropertyName(), known);
        } catch (JacksonException e) {
            throw new BadForm(FormFault.UNREADABLE, at(line(e)), e.getOriginalMessage());
        }
    }

    /** Where a member of a YAML file stands. */
    String at(String member) {
        List<String> lines = text().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.startsWith(member + ":") || line.startsWith("\"" + member + "\":")) {
                return at(i + 1);
            }
        }
        return path.toString();
    }

    /** @param line from 1; 0: none */
    String at(int line) {
        return line > 0 ? path + ":" + line : path.toString();
    }

    /** @throws BadForm if a text that is to be printed has a character that no face has */
    static void checkPrintable(String text, String place, String name) {
        int missing = Faces.firstMissing(text);
        if (missing < 0 && !Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
            missing = 0;
        }
        if (missing >= 0) {
            String code = String.format(Locale.ROOT, "U+%04X", text.codePointAt(missing));
            throw new BadForm(FormFault.MISSING_GLYPH, place, name, code);
        }
    }

    private static int line(JacksonException e) {
        return e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
    }
}
