package nienkhoa.archive.deposit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * One line of {@code archive/deposits.yaml}: what schools hand in and how it is told apart.
 *
 * @param code the name of the folder that people put the files in
 * @param recordClass what retention rules know the records by; empty if the files join a dossier that has one
 * @param firstPage words that the first page has to bear; empty = not looked at
 * @param source where the duty is written
 * @param mark how the source is known
 */
public record DepositKind(
        String code,
        String vi,
        String en,
        String recordClass,
        Holder holder,
        Every every,
        Set<FileType> accepts,
        Optional<String> firstPage,
        String source,
        String mark) {

    private static final String RESOURCE = "/archive/deposits.yaml";

    /** Whose files they are. */
    public enum Holder {
        /** The school's as a whole. */
        SCHOOL,
        TEAM,
        TEACHER,
        /** Part of a dossier that is already archived. */
        DOSSIER;

        boolean isNamed() {
            return this == TEAM || this == TEACHER;
        }
    }

    /** How many files a holder hands in. */
    public enum Every {
        /** One a school year. */
        YEAR,
        /** One a week of the school year. */
        WEEK,
        /** Any number, told apart by their names. */
        ITEM
    }

    /** The kinds as delivered, in the order of the file. */
    public static List<DepositKind> bundled() {
        try (InputStream yaml = Objects.requireNonNull(DepositKind.class.getResourceAsStream(RESOURCE))) {
            return List.copyOf(new YAMLMapper().readValue(yaml, new TypeReference<List<DepositKind>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }
}
