package nienkhoa.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import nienkhoa.app.RootCommand.Language;
import nienkhoa.audit.AuditEntry;
import nienkhoa.audit.AuditLog;
import nienkhoa.schedule.NightRun;
import nienkhoa.schedule.NightRun.Cause;
import nienkhoa.schedule.Outcome;
import nienkhoa.schedule.RunResult;
import nienkhoa.testing.TestPrograms;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nights as the clock of the test says; nobody waits for one. */
class NightShiftTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final String DAILY = "nights: {term: daily, year-end: daily, holidays: daily}";

    @TempDir
    static Path folder;

    static Home home;
    static Application application;

    private final SetClock clock = new SetClock();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    /** Today at noon, so that acts, which have the time of the machine, fall into the same days. */
    private LocalDate today = LocalDate.EPOCH;

    static final class SetClock extends Clock {
        private Instant now = Instant.EPOCH;

        void set(LocalDate day, int hour, int minute) {
            now = day.atTime(hour, minute).atZone(ZONE).toInstant();
        }

        @Override
        public ZoneId getZone() {
            return ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @BeforeAll
    static void opensAHome() throws IOException {
        TestPrograms.lendTo(folder.resolve("db"));
        home = Home.open(folder);
        application = Application.open(home);
    }

    @AfterAll
    static void closesIt() {
        application.close();
    }

    @BeforeEach
    void hasServedSinceNoon() throws IOException {
        JdbcClient jdbc = application.part(JdbcClient.class);
        List.of("schedule_run", "schedule_plan", "schedule_pause")
                .forEach(table -> jdbc.sql("delete from " + table).update());
        plan("");
        OutFolder.empty(home.out().resolve("night"), Pattern.compile(".*"));
        today = Instant.now(Clock.systemUTC()).atZone(ZONE).toLocalDate();
        clock.set(today, 12, 0);
        assertThat(work().summary()).isEmpty();
    }

    private static void plan(String more) throws IOException {
        Files.writeString(home.config().resolve("schedule.yaml"), """
                jobs:
                  - {id: archive, command: [archive, ready], at: "01:00", latest: "05:30", expectedBy: "07:00", %1$s, missed: run, toldOnce: [A404_HANDED_OVER]}
                  - {id: fixity, command: [fixity], at: "02:00", latest: "05:30", expectedBy: "07:00", %1$s, missed: skip}
                  - {id: retention-review, command: [retention, review], at: "05:00", latest: "05:30", expectedBy: "07:00", nights: {}, missed: run}
                  - {id: rebuild-drill, command: [rebuild, --drill], at: "03:30", latest: "05:30", expectedBy: "07:00", nights: {}, missed: skip}
                %2$s
                """.formatted(DAILY, more));
    }

    @Test
    void aNightRunsWhatIsDueAndNothingTwice() throws IOException {
        clock.set(today.plusDays(1), 2, 0);

        NightShift.Done done = work();

        assertThat(runs()).extracting(NightRun::job).containsExactly("archive", "fixity");
        assertThat(runs()).allMatch(run -> run.cause() == Cause.PLANNED && run.succeeded());
        work();
        assertThat(runs()).hasSize(2);
        assertThat(Files.readString(NightSummary.text(home, today.plusDays(1)))).doesNotContain("đã phải đợi");
        new NightShift(home, clock, Language.en).work(application, Optional.of(at(today.plusDays(1), 1, 0)));
        assertThat(Files.readString(NightSummary.text(home, today.plusDays(1))))
                .contains("The night had to wait", "archive: done (02:00-02:00, as planned)");
        assertThat(done.next()).contains(at(today.plusDays(2), 1, 0));
    }

    @Test
    void aNightHasOneSummaryOfCountsFindingsAndNextSteps() throws IOException {
        plan(
                "  - {id: broken, command: [fixity, --days, \"0\"], at: \"03:00\", latest: \"05:30\", expectedBy: \"07:00\", "
                        + DAILY + ", missed: run}");
        clock.set(today, 13, 0);
        work();
        clock.set(today.plusDays(1), 1, 10);
        work();
        clock.set(today.plusDays(1), 3, 10);
        work();

        String summary = Files.readString(NightSummary.text(home, today.plusDays(1)));

        assertThat(summary)
                .startsWith("VIỆC ĐÊM " + ScheduleTexts.day(today.plusDays(1)))
                .contains("Đã chạy 3 lượt: 2 xong, 0 xong và có điều cần xem, 1 chưa xong")
                .contains("archive: xong (01:10-01:10, đúng lịch)", "Không có hồ sơ mới cần lưu vào kho.")
                .contains("fixity: xong (03:10-03:10, đúng lịch)")
                .contains(
                        "broken: không chạy được, cần sửa cài đặt", "--days, --hours và --mb-per-second phải lớn hơn 0")
                .contains("copies: chưa cài đặt, thiếu config/copies.yaml")
                .contains("rồi chạy nienkhoa schedule run broken");
        assertThat(Files.readString(home.out().resolve("night/" + today.plusDays(1) + ".json")))
                .contains("\"outcome\":\"REFUSED\"", "\"dossiers\":0", "\"copies.canaries\":");
        assertThat(NightSummary.newest(home)).contains(NightSummary.text(home, today.plusDays(1)));
    }

    @Test
    void whatNobodyHasToActOnIsNewsOnceAndCountedAfterwards() throws IOException {
        String away = "  A404_HANDED_OVER: Hồ sơ deposit/31313401/2017-2018/minutes do đơn vị 31313499 giữ.";
        String other = away.replace("minutes", "plan");
        String damaged = "  A402_DOSSIER_DAMAGED: Hồ sơ 31313401/x hỏng.";

        assertThat(night(1, away))
                .contains(
                        "1 xong và có điều cần xem",
                        away.strip(),
                        "Mã: A404_HANDED_OVER × 1",
                        "Xem những điều archive");
        assertThat(night(2, away))
                .contains("1 xong, 0 xong và có điều cần xem")
                .contains("Đã báo từ đêm trước và không đổi: A404_HANDED_OVER × 1; chạy nienkhoa archive ready")
                .doesNotContain(away.strip(), "Mã:", "Xem những điều archive");
        assertThat(night(3, away, other, damaged))
                .contains(other.strip(), damaged.strip(), "Mã: A402_DOSSIER_DAMAGED × 1, A404_HANDED_OVER × 1")
                .contains("không đổi: A404_HANDED_OVER × 1")
                .doesNotContain(away.strip());
        assertThat(night(4, away, other, damaged))
                .contains("1 xong và có điều cần xem", damaged.strip(), "không đổi: A404_HANDED_OVER × 2")
                .doesNotContain(other.strip());
        assertThat(night(5, "Không có hồ sơ mới cần lưu vào kho.")).doesNotContain("không đổi");
        assertThat(night(6, away)).as("after it was gone").contains(away.strip());
    }

    /** The summary of a night in which the archive job said this. */
    private String night(int nth, String... lines) throws IOException {
        LocalDate date = today.plusDays(nth);
        clock.set(date, 1, 30);
        SortedMap<String, Long> codes = new TreeMap<>();
        List.of(lines).stream()
                .filter(line -> line.contains(":"))
                .forEach(line -> codes.merge(line.strip().replaceAll(":.*", ""), 1L, Long::sum));
        Outcome outcome = codes.isEmpty() ? Outcome.DONE : Outcome.FINDINGS;
        NightDesk desk = application.part(NightDesk.class);
        long run = desk.ledger().begin("archive", at(date, 1, 0), Cause.PLANNED, clock.instant());
        desk.ledger()
                .end(run, new RunResult(outcome, new TreeMap<>(), codes, String.join("\n", lines)), clock.instant());
        work();
        return Files.readString(NightSummary.text(home, date));
    }

    @Test
    void nightsWithTheMachineOffAreToldAndCaughtUpOnce() throws IOException {
        clock.set(today.plusDays(1), 2, 30);
        work();
        clock.set(today.plusDays(5), 8, 0);

        assertThat(NightAlarms.standing(home.root(), clock.instant()).get("archive"))
                .hasSize(4);
        work();

        assertThat(runs())
                .extracting(run -> run.job() + " " + run.cause())
                .containsExactly("archive PLANNED", "fixity PLANNED", "archive CAUGHT_UP");
        assertThat(NightAlarms.standing(home.root(), clock.instant())).containsOnlyKeys("fixity");
        assertThat(Files.readString(NightSummary.text(home, today.plusDays(5))))
                .contains("Việc đêm fixity ĐÃ KHÔNG CHẠY 4 đêm: " + ScheduleTexts.day(today.plusDays(2)))
                .contains("archive: xong (08:00-08:00, chạy bù)");
    }

    @Test
    void everyCommandSaysThatTheNightDidNotHappen() throws IOException {
        Instant longAgo = Instant.now(Clock.systemUTC()).minus(3, ChronoUnit.DAYS);
        clock.now = longAgo;
        application.part(JdbcClient.class).sql("delete from schedule_plan").update();
        work();

        Files.createDirectories(home.archive());
        assertThat(command("verify")).isZero();

        assertThat(said()).contains("Việc đêm archive ĐÃ KHÔNG CHẠY", "Việc đêm fixity ĐÃ KHÔNG CHẠY");
    }

    @Test
    void aRunThatWasCutOffIsRunAgainButNotForever() throws IOException {
        clock.set(today.plusDays(1), 1, 30);
        Instant due = at(today.plusDays(1), 1, 0);
        NightDesk desk = application.part(NightDesk.class);
        desk.ledger().begin("archive", due, Cause.PLANNED, clock.instant());

        work();

        assertThat(runs())
                .extracting(run -> run.cause() + " " + run.result().outcome())
                .containsExactly("PLANNED CUT_OFF", "AGAIN DONE");
        assertThat(Files.readString(NightSummary.text(home, today.plusDays(1))))
                .contains("archive: bị cắt ngang", "archive: xong", "chạy lại");

        clock.set(today.plusDays(2), 1, 30);
        for (int killed = 0; killed < 3; killed++) {
            desk.ledger().begin("archive", at(today.plusDays(2), 1, 0), Cause.AGAIN, clock.instant());
        }
        work();
        assertThat(runs()).hasSize(5);
    }

    @Test
    void aPersonWhoWantsTheHomeComesFirst() {
        clock.set(today.plusDays(1), 2, 0);
        NightSign.want(home);

        NightShift.Done gaveWay = work();
        assertThat(runs()).isEmpty();
        assertThat(gaveWay.next()).contains(clock.instant().plus(Duration.ofMinutes(2)));

        clock.now = gaveWay.next().orElseThrow();
        work();
        assertThat(runs()).hasSize(2);
    }

    @Test
    void aPersonIsToldWhichJobHasTheHome() {
        NightSign sign = NightSign.put(home, "fixity");
        assertThat(command("retention", "review")).isEqualTo(ExitCode.FAILED.number());
        sign.remove();

        assertThat(said()).contains("đang chạy việc đêm fixity");
        assertThat(NightSign.forget(home)).isTrue();
        assertThat(NightSign.job(home)).isEmpty();
    }

    @Test
    void aPauseIsAnActAndStopsAJobUntilItIsResumed() throws IOException {
        Files.writeString(home.config().resolve("people.yaml"), """
                - {id: p02, name: Trần Thị B, roles: [ARCHIVIST]}
                - {id: p04, name: Phạm Văn D, roles: [TEACHER]}
                """);

        assertThat(lent("schedule", "pause", "fixity", "--reason", "thay đĩa", "--by", "p04"))
                .isEqualTo(ExitCode.WRONG_USE.number());
        assertThat(lent("schedule", "pause", "nothing", "--reason", "thay đĩa", "--by", "p02"))
                .isEqualTo(ExitCode.WRONG_USE.number());
        assertThat(lent("schedule", "pause", "fixity", "--reason", "thay đĩa", "--by", "p02"))
                .isZero();
        assertThat(lent("schedule", "pause", "fixity", "--reason", "thay đĩa", "--by", "p02"))
                .isZero();

        clock.set(today.plusDays(1), 2, 0);
        work();
        assertThat(runs()).extracting(NightRun::job).containsExactly("archive");
        assertThat(Files.readString(NightSummary.text(home, today.plusDays(1))))
                .contains("fixity: đang tạm dừng (thay đĩa)");
        assertThat(lent("schedule", "list")).isZero();
        assertThat(said()).contains("tạm dừng (p02: thay đĩa)", "Lệnh serve KHÔNG chạy", "VIỆC ĐÊM");

        assertThat(lent("schedule", "resume", "--by", "p02")).isZero();
        work();
        assertThat(runs()).extracting(NightRun::job).containsExactly("archive", "fixity");
        assertThat(application.part(AuditLog.class).entriesOn("schedule/fixity"))
                .extracting(AuditEntry::act)
                .extracting(act -> act.actor() + " " + act.action())
                .containsExactly("p02 SCHEDULE_PAUSED");
    }

    @Test
    void aPersonRunsAJobNow() {
        assertThat(lent("schedule", "run", "retention-review")).isZero();
        assertThat(lent("schedule", "run", "copies")).isEqualTo(ExitCode.WRONG_USE.number());
        assertThat(lent("schedule", "run", "copy")).isEqualTo(ExitCode.WRONG_USE.number());

        assertThat(said())
                .contains("0 mục chờ người quyết định.", "retention-review: xong")
                .contains("Chưa khai báo bản sao nào")
                .contains(
                        "Không có việc đêm “copy”. Các việc: archive, copies, fixity, retention-review, rebuild-drill.");
        assertThat(runs())
                .extracting(run ->
                        run.job() + " " + run.cause() + " " + run.result().outcome())
                .containsExactly("retention-review BY_HAND DONE", "copies BY_HAND REFUSED");
    }

    @Test
    void whatIsHandedInAtNightIsByThePersonThatThePlanNames() throws IOException {
        Files.writeString(home.config().resolve("people.yaml"), """
                - {id: p02, name: Trần Thị B, roles: [ARCHIVIST]}
                - {id: p09, name: Đỗ Văn C, roles: [CLERK], organisation: "31313402"}
                """);
        Path in = Files.createDirectories(folder.resolve("in/minutes")).resolveSibling("");
        try (PDDocument minutes = new PDDocument()) {
            minutes.addPage(new PDPage());
            minutes.save(in.resolve("minutes/2023-09-15.pdf").toFile());
        }
        String job =
                "  - {id: hand-in%1$s, command: [deposit, --school, \"31313401\", --school-year, 2023-2024, %2$s \""
                        + in + "\"], at: \"03:00\", latest: \"05:30\", expectedBy: \"07:00\", " + DAILY
                        + ", missed: run}\n";
        plan(job.formatted("", "") + job.formatted("-p02", "--by, p02,") + job.formatted("-p09", "--by, p09,"));

        assertThat(lent("schedule", "run", "hand-in")).isEqualTo(ExitCode.WRONG_USE.number());
        assertThat(lent("schedule", "run", "hand-in-p02")).as(said()).isZero();
        assertThat(lent("schedule", "run", "hand-in-p09")).isEqualTo(ExitCode.WRONG_USE.number());

        assertThat(said())
                .contains("ghi --by trong command ở config/schedule.yaml", "hand-in-p02: xong")
                .contains("Người p09 của đơn vị 31313402 không được quyết định");
    }

    @Test
    void aJobMustNotRunTheSchedule() throws IOException {
        plan("  - {id: loop, command: [serve], at: \"03:00\", latest: \"05:30\", expectedBy: \"07:00\", " + DAILY
                + ", missed: run}");

        assertThat(lent("schedule", "list")).isEqualTo(ExitCode.WRONG_USE.number());
        assertThat(said()).contains("loop", "serve");
    }

    private NightShift.Done work() {
        return new NightShift(home, clock, Language.vi).work(application, Optional.empty());
    }

    private List<NightRun> runs() {
        return application.part(NightDesk.class).ledger().runsSince(Instant.EPOCH);
    }

    private static Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(LocalTime.of(hour, minute)).atZone(ZONE).toInstant();
    }

    private int lent(String... words) {
        return application.lendTo(() -> command(words));
    }

    private int command(String... words) {
        PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
        List<String> line = new ArrayList<>(List.of(words));
        line.addAll(List.of("--home", folder.toString()));
        return new CommandLineInterface(stream, stream, false).run(line.toArray(String[]::new));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
