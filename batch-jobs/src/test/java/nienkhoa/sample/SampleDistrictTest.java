package nienkhoa.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TimeZone;
import nienkhoa.model.SchoolYear;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleDistrictTest {

    private static final SchoolYear YEAR = new SchoolYear(2023);

    @TempDir
    private Path folder;

    @Test
    void sameOptionsGiveSameBytesInAnyLocaleAndTimeZone() throws Exception {
        String here = digestOf("one");
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(new Locale("tr", "TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(digestOf("two")).isEqualTo(here);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    private String digestOf(String name) throws Exception {
        Path out = folder.resolve(name);
        SampleDistrict.write(new SampleDistrict.Options(out, 2, 60, YEAR, 1), (done, total) -> {});
        return Trees.digest(out);
    }

    @Test
    void anotherSeedGivesAnotherDistrict() throws Exception {
        Path other = folder.resolve("other");

        SampleDistrict.write(new SampleDistrict.Options(other, 2, 60, YEAR, 2), (done, total) -> {});

        assertThat(Trees.digest(other)).isNotEqualTo(digestOf("one"));
        assertThat(Files.list(other)).hasSize(2);
    }
}
