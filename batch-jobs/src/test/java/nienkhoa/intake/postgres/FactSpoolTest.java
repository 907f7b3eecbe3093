package nienkhoa.intake.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactSpoolTest {

    private static final int MIB = 1 << 20;

    private record Kept(long where, String text) {}

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 64})
    void textsComeBackWhereverTheyWaitedAndTheFileIsGone(int mostInMemory) {
        Random random = new Random(7);
        List<Kept> all = new ArrayList<>();
        try (FactSpool spool = FactSpool.in(folder, mostInMemory)) {
            for (int i = 0; i < 3_000; i++) {
                int length = i % 1_000 == 999 ? MIB + random.nextInt(MIB) : random.nextInt(1_500);
                String text = "ế".repeat(length / 3) + i;
                all.add(new Kept(spool.add(text), text));
                Kept any = all.get(random.nextInt(all.size()));
                assertThat(spool.read(any.where())).isEqualTo(any.text());
            }
            assertThat(all)
                    .allSatisfy(kept -> assertThat(spool.read(kept.where())).isEqualTo(kept.text()));
        }
        assertThat(folder).isEmptyDirectory();
    }
}
