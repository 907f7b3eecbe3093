package nienkhoa.intake;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import nienkhoa.intake.formats.FileWorkbooks;
import nienkhoa.intake.postgres.PostgresStaging;
import nienkhoa.intake.xlsx.RejectWorkbook;
import nienkhoa.language.Messages;
import nienkhoa.model.SchoolYear;
import org.postgresql.ds.PGSimpleDataSource;

/** A process that takes one export in; it says {@code begins} when it begins and {@code done} at its end. */
final class KilledIntake {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-06-01T00:00:00Z"), ZoneOffset.UTC);

    private KilledIntake() {}

    /** @param arguments home, export, then URL, user and password of the database */
    public static void main(String[] arguments) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(arguments[2]);
        database.setUser(arguments[3]);
        database.setPassword(arguments[4]);
        System.out.println("begins");
        takeIn(Path.of(arguments[0]), Path.of(arguments[1]), database);
        System.out.println("done");
    }

    static IntakeResult takeIn(Path home, Path export, DataSource database) {
        Intake intake = new Intake(
                home,
                Layouts.bundled(),
                new FileWorkbooks(),
                new PostgresStaging(database),
                new RejectWorkbook(Messages.vietnamese()),
                CLOCK,
                2);
        return intake.read(intake.take(export), new SchoolYear(2023), ProgressListener.NONE);
    }
}
