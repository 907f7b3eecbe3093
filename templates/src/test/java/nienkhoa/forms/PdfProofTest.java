package nienkhoa.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was kept of an earlier document lets no damage through, and spares the reading of what is the same. */
class PdfProofTest {

    private static final FormCatalogue CATALOGUE = FormCatalogue.bundled();
    private static final FilledSample SHORTEST =
            FilledSample.of(CATALOGUE, Sample.of("transcript-primary", "tt27-2020", "shortest"));

    @BeforeAll
    static void proveOneBefore() {
        assertThat(SHORTEST.proof(SHORTEST.pdf(), false)).isEmpty();
        assertThat(SHORTEST.proof(SHORTEST.pdf(), true)).isEmpty();
    }

    @Test
    void damagesAreRefusedThoughTheRestIsKnown() {
        Map<String, byte[]> damages = PdfMutations.shown(SHORTEST.pdf());

        List<String> missed = damages.entrySet().stream()
                .filter(damage -> !SHORTEST.isRefused(damage.getValue()))
                .map(Map.Entry::getKey)
                .toList();

        assertThat(SHORTEST.pages().stream().filter(Expected::constant)).hasSizeBetween(1, 3);
        assertThat(damages.keySet()).hasSizeGreaterThan(100);
        assertThat(missed).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "transcript-primary, tt27-2020, shortest, 16",
        "student-registry, book-a3, primary-with-photos-six-students, 17",
    })
    void damagesToWhatIsHeardAreRefused(String form, String edition, String sample, int kinds) {
        FilledSample filled = FilledSample.of(CATALOGUE, Sample.of(form, edition, sample));
        assertThat(filled.proof(filled.pdf(), false)).isEmpty();
        Map<String, byte[]> damages = StructureMutations.of(filled.pdf());

        List<String> missed = damages.entrySet().stream()
                .filter(damage -> !filled.isRefused(damage.getValue()))
                .map(Map.Entry::getKey)
                .toList();

        assertThat(damages).hasSize(kinds);
        assertThat(missed).isEmpty();
    }

    @Test
    void aDocumentThatWasOnlyStoredAnewIsNot() {
        byte[] same = StructureMutations.storedAnew(SHORTEST.pdf());

        assertThat(same).isNotEqualTo(SHORTEST.pdf());
        assertThat(SHORTEST.proof(same, false)).isEmpty();
        assertThat(SHORTEST.proof(same, true)).isEmpty();
    }

    @Test
    void anotherDocumentWithTheSamePagesIsRead() {
        FilledSample other = FilledSample.of(CATALOGUE, Sample.of("transcript-primary", "tt27-2020", "four-grades"));

        assertThat(other.proof(other.pdf(), false)).isEmpty();
        assertThat(other.isRefused(SHORTEST.pdf())).isTrue();
    }
}
