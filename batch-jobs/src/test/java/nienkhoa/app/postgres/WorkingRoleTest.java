package nienkhoa.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import nienkhoa.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingRoleTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final String NOT_ALLOWED = "42501";

    Connection work;

    @BeforeEach
    void takeOn() throws SQLException {
        work = DATABASE.dataSource().getConnection();
        run(WorkingRole.TAKE_ON);
        work.setAutoCommit(false);
    }

    @AfterEach
    void layAside() throws SQLException {
        work.rollback();
        work.setAutoCommit(true);
        run("set role none");
        work.close();
    }

    @Test
    void everydayWorkIsNobodysOwner() throws SQLException {
        assertThat(text("select current_user::text")).isEqualTo("nienkhoa_work");
        assertThat(text("select rolsuper::text from pg_roles where rolname = current_user"))
                .isEqualTo("false");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from archive_dossier",
                "delete from archive_version",
                "delete from audit_entry",
                "delete from hold_case",
                "delete from disposal_suppressed",
                "delete from custody_move",
                "delete from paper_event",
                "truncate archive_document",
                "truncate register_entry",
                "alter table archive_dossier disable trigger all",
                "drop table archive_dossier",
                "create table something (one text)"
            })
    void cannotDeleteRecordsWhateverTheTransactionSays(String sql) throws SQLException {
        run("set local nienkhoa.catalogue_rebuild = 'on'");
        run("set local nienkhoa.disposal_decision = '1/QĐ-THCS'");

        assertThatThrownBy(() -> run(sql))
                .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState())
                        .isEqualTo(NOT_ALLOWED));
    }

    @Test
    void doesWhatEverydayWorkNeeds() throws SQLException {
        run("insert into disposal_case (case_id, stage, state) values ('HUY-1', 'OPEN', '{}')");
        run("update disposal_case set stage = 'COUNCIL'");
        run("delete from archive_document");
        run("delete from intake_change");
        run("create temporary table mine (one text) on commit drop");
        run("analyze register_entry");

        assertThat(text("select stage from disposal_case")).isEqualTo("COUNCIL");
    }

    @Test
    void isLaidAsideForOneTransactionOnly() throws SQLException {
        run("select set_config('role', 'none', true)");
        String inside = text("select current_user::text");
        work.commit();

        assertThat(inside).isNotEqualTo("nienkhoa_work");
        assertThat(text("select current_user::text")).isEqualTo("nienkhoa_work");
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = work.createStatement()) {
            statement.execute(sql);
        }
    }

    private String text(String sql) throws SQLException {
        try (Statement statement = work.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
