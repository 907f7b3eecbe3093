package nienkhoa.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Words and sentences to draw from, read from a file of lines {@code kind|weight|text}; lines with # are comments. */
final class Words {

    private final String file;
    private final Map<String, Urn> urns = new HashMap<>();

    private Words(String file) {
        this.file = file;
    }

    /** @throws IllegalStateException if the file is not in this package's resources */
    static Words from(String file) {
        Words words = new Words(file);
        lines(file).forEach(words::take);
        return words;
    }

    /**
     * The lines of a data file of this package that are neither blank nor comments.
     *
     * @throws IllegalStateException if the file is not in this package's resources
     */
    static List<String> lines(String file) {
        try (InputStream bytes = Words.class.getResourceAsStream(file)) {
            if (bytes == null) {
                throw new IllegalStateException("no data file " + file);
            }
            return new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    private void take(String line) {
        String[] parts = line.split("\\|", 3);
        urns.computeIfAbsent(parts[0], kind -> new Urn()).put(Integer.parseInt(parts[1]), parts[2]);
    }

    boolean has(String kind) {
        return urns.containsKey(kind);
    }

    /** One text of the kind, by weight. */
    String pick(String kind, Dice dice) {
        return urn(kind).draw(dice);
    }

    /** All texts of the kind in the file's order. */
    List<String> all(String kind) {
        return List.copyOf(urn(kind).texts);
    }

    private Urn urn(String kind) {
        Urn urn = urns.get(kind);
        if (urn == null) {
            throw new IllegalStateException("no words of kind " + kind + " in " + file);
        }
        return urn;
    }

    private static final class Urn {
        private final List<String> texts = new ArrayList<>();
        private final List<Integer> limits = new ArrayList<>();
        private int total;

        void put(int weight, String text) {
            total += weight;
            texts.add(text);
            limits.add(total);
        }

        String draw(Dice dice) {
            int lot = dice.below(total);
            int at = 0;
            while (limits.get(at) <= lot) {
                at++;
            }
            return texts.get(at);
        }
    }
}
