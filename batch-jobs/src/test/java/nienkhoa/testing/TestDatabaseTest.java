package nienkhoa.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TestDatabaseTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Test
    void isMigratedAndInAnotherTimeZone() {
        assertThat(DATABASE.jdbc()
                        .sql("select count(*) from register_entry")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(DATABASE.jdbc()
                        .sql("select count(*) from batch_job_instance")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(DATABASE.jdbc().sql("show timezone").query(String.class).single())
                .isEqualTo("America/Los_Angeles");
    }
}
