package nienkhoa.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** Made-up circulars for tests. */
final class Circulars {

    private Circulars() {}

    /** Rules about the class BOOK on paper, each given as {@code <id> <years> <status> <mark> [validTo]}. */
    static RetentionRules about(String... lines) {
        return RetentionRules.of(
                List.of(read("test", "instrument: {no: 1/2000/TEST, kind: Test, mark: V}\nrules:\n" + rules(lines))));
    }

    static Circular read(String folder, String yaml) {
        List<Problem> problems = new ArrayList<>();
        Circular circular = new CircularReader(folder + "/rules.yaml", problems)
                .circular(folder, yaml)
                .orElseThrow(() -> new AssertionError(problems));
        assertThat(problems).isEmpty();
        return circular;
    }

    private static String rules(String... lines) {
        StringBuilder yaml = new StringBuilder();
        for (String line : lines) {
            String[] words = line.split(" ");
            yaml.append("  - {id: ").append(words[0]).append(", recordClass: BOOK, name: Book, media: [PAPER]");
            yaml.append(period(words[1])).append(", validFrom: 2000-01-01, source: made up");
            yaml.append(", status: ").append(words[2]).append(", mark: ").append(words[3]);
            yaml.append(words.length > 4 ? ", validTo: " + words[4] : "").append("}\n");
        }
        return yaml.toString();
    }

    private static String period(String years) {
        return switch (years) {
            case "?" -> ", trigger: SCHOOL_YEAR_END, disposition: RETAIN";
            case "ever" -> ", periodKind: PERMANENT, disposition: RETAIN";
            default ->
                ", periodKind: YEARS, years: " + years
                        + ", countedFrom: YEAR_END, trigger: SCHOOL_YEAR_END, disposition: REVIEW";
        };
    }
}
