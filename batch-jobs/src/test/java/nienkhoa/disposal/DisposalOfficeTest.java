package nienkhoa.disposal;

import static nienkhoa.disposal.DisposalFixture.CHAIR;
import static nienkhoa.disposal.DisposalFixture.DEPUTY;
import static nienkhoa.disposal.DisposalFixture.EVERYBODY;
import static nienkhoa.disposal.DisposalFixture.HEAD;
import static nienkhoa.disposal.DisposalFixture.KEEPER;
import static nienkhoa.disposal.DisposalFixture.MEMBER;
import static nienkhoa.disposal.DisposalFixture.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import nienkhoa.audit.Act;
import nienkhoa.disposal.DisposalItem.Fate;
import nienkhoa.language.Messages;
import nienkhoa.model.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisposalOfficeTest {

    private final DisposalFixture fixture = new DisposalFixture();
    private final DisposalOffice office = fixture.office;

    @ParameterizedTest(name = "{0} by {1}: {3}")
    @CsvSource(textBlock = """
            # step,    by,  answer,                   why
            open,      p02, done,                     the archivist draws up the list
            open,      p01, D510_WRONG_ROLE,          the head does not
            council,   p01, done,                     the head sets up the council
            council,   p04, D510_WRONG_ROLE,          a member does not set up its own council
            minutes,   p04, done,                     a member of this council takes the minutes
            minutes,   p02, D517_NOT_OF_THE_COUNCIL,  the maker has the role but is not of this council
            minutes,   p05, D510_WRONG_ROLE,          nobody without the role does
            decide,    p01, done,                     the head decides
            decide,    p06, done,                     so does a deputy
            decide,    p03, done,                     the chair has not signed the minutes and may stand in for the head
            decide,    p02, D510_WRONG_ROLE,          the maker does not
            decide,    p04, D510_WRONG_ROLE,          the checker does not
            hand-over, p02, done,                     the archivist hands over
            hand-over, p01, D510_WRONG_ROLE,          the head does not
            destroy,   p05, done,                     who took over destroys
            destroy,   p06, D523_NOT_HANDED_OVER_TO,  another with the role does not
            destroy,   p02, D510_WRONG_ROLE,          the store keeper does not
            """)
    void givesEachStepToTheRightPerson(String step, String by, String answer, String why) {
        Person person = person(by);

        assertThat(answer(() -> take(step, person))).isEqualTo(answer);
    }

    @Test
    void keepsMakerCheckerApproverAndDestroyerApart() {
        Person all = new Person("p02", "", Set.of(nienkhoa.model.Role.values()));
        String id = fixture.opened();

        assertThat(answer(() -> office.council(id, all, List.of(CHAIR, MEMBER), "1", fixture.today)))
                .isEqualTo("D511_SAME_PERSON");
        office.council(id, HEAD, List.of(CHAIR, KEEPER), "1", fixture.today).take();
        assertThat(answer(() -> office.minutes(id, KEEPER, Map.of(), fixture.today)))
                .isEqualTo("D511_SAME_PERSON");
        office.minutes(id, CHAIR, Map.of(), fixture.today).take();
        assertThat(answer(() -> office.decide(id, CHAIR, "2", fixture.today))).isEqualTo("D511_SAME_PERSON");
        office.decide(id, DEPUTY, "2", fixture.today).take();
        assertThat(answer(() -> office.handOver(id, KEEPER, DEPUTY, fixture.today)))
                .isEqualTo("D511_SAME_PERSON");
    }

    @ParameterizedTest
    @CsvSource({"15, done", "16, D515_DECISION_LAPSED"})
    void allowsFifteenDays(int days, String answer) {
        String id = fixture.decided();
        fixture.today = fixture.today.plusDays(days);

        assertThat(answer(() -> office.handOver(id, KEEPER, OPERATOR, fixture.today)))
                .isEqualTo(answer);
    }

    @Test
    void takesANewDecisionOnlyWhenTheOldOneHasLapsed() {
        String id = fixture.handedOver();

        assertThat(answer(() -> office.decide(id, HEAD, "13/QĐ-TH", fixture.today)))
                .isEqualTo("D521_ALREADY_DECIDED");
        fixture.today = fixture.today.plusDays(16);
        assertThat(answer(() -> office.decide(id, HEAD, "12/QĐ-TH", fixture.today)))
                .isEqualTo("D522_NUMBER_USED");
        DisposalCase anew = office.decide(id, HEAD, "13/QĐ-TH", fixture.today).take();

        assertThat(anew.stage()).isEqualTo(Stage.DECIDED);
        assertThat(anew.handOver().to()).as("it has to be handed over again").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"council", "minutes", "decide", "hand-over", "destroy"})
    void stopsAtEveryStepForAHoldPlacedMeanwhile(String step) {
        String id = before(step);
        fixture.held.add("b");

        DisposalRefused refused = catchThrowableOfType(DisposalRefused.class, () -> go(step, id, usual(step)));

        assertThat(refused.finding().code()).isEqualTo("D524_HELD");
        assertThat(Messages.vietnamese().of("disposal", refused.finding())).contains("b", "TTr-12/2026", id);
    }

    @Test
    void goesOnWithoutWhatNewMinutesKeep() {
        String id = fixture.decided();
        fixture.held.add("b");

        DisposalCase kept = office.minutes(id, MEMBER, Map.of("b", "vụ việc TTr-12/2026"), fixture.today)
                .take();
        office.decide(id, HEAD, "14/QĐ-TH", fixture.today).take();

        assertThat(kept.stage()).isEqualTo(Stage.EXAMINED);
        assertThat(kept.ruling().number()).as("the older decision falls").isEmpty();
        assertThat(kept.going()).extracting(DisposalItem::dossierId).containsExactly("a", "c");
        assertThat(office.review(fixture.today)).as("held").isEmpty();
        fixture.held.clear();
        assertThat(office.review(fixture.today))
                .extracting(DisposalItem::dossierId)
                .containsExactly("b");
    }

    @Test
    void endsWhenTheCouncilKeepsEverything() {
        String id = fixture.opened();
        office.council(id, HEAD, List.of(CHAIR, MEMBER), "1", fixture.today).take();

        DisposalCase ended = office.minutes(id, MEMBER, Map.of("a", "x", "b", "x", "c", "x"), fixture.today)
                .take();

        assertThat(ended.stage()).isEqualTo(Stage.ENDED);
        assertThat(answer(() -> office.decide(id, HEAD, "2", fixture.today))).isEqualTo("D512_WRONG_STAGE");
    }

    @Test
    void changesNothingWhenOnlyTried() {
        DisposalCase tried = office.open(KEEPER, Set.of("a")).tried();

        assertThat(tried.items()).extracting(DisposalItem::dossierId).containsExactly("a");
        assertThat(fixture.cases.all()).isEmpty();
    }

    /** Whatever people try in whatever order, a dossier only goes by four different people and within the days. */
    @Test
    void holdsItsLawsInEveryOrderOfSteps() {
        int destroyed = 0;
        for (int seed = 0; seed < 400; seed++) {
            destroyed += walk(new Random(seed));
        }

        assertThat(destroyed).as("walks that came to the end").isGreaterThan(5);
    }

    private static int walk(Random random) {
        DisposalFixture fixture = new DisposalFixture();
        List<Act> begun = new ArrayList<>();
        DisposalPlace place = new DisposalPlace() {
            @Override
            public String id() {
                return "archive";
            }

            @Override
            public boolean clear(Tombstone tombstone) {
                assertThat(fixture.held).doesNotContain(tombstone.dossierId());
                DisposalCase now = fixture.cases.find(tombstone.disposalCase()).orElseThrow();
                assertThat(Set.of(
                                now.maker(),
                                now.checker(),
                                now.approver(),
                                now.handOver().to()))
                        .hasSize(4);
                assertThat(fixture.today).isBeforeOrEqualTo(now.lastDay());
                begun.addAll(fixture.cases.acts);
                return true;
            }
        };
        Destruction destruction = new Destruction(fixture.cases, fixture.due, List.of(place), fixture.clock);
        for (int i = 0; i < 250; i++) {
            fixture.today = fixture.today.plusDays(random.nextInt(30) == 0 ? 5 : 0);
            try {
                step(random, fixture, destruction);
            } catch (DisposalRefused e) {
                assertThat(Messages.vietnamese().of("disposal", e.finding())).isNotBlank();
            }
        }
        return begun.isEmpty() ? 0 : 1;
    }

    private static void step(Random random, DisposalFixture fixture, Destruction destruction) {
        int move = random.nextInt(8);
        Person likely = usual(List.of("open", "council", "minutes", "decide", "hand-over", "destroy", "", "")
                .get(move));
        Person by = random.nextBoolean() ? likely : EVERYBODY.get(random.nextInt(EVERYBODY.size()));
        String id = "HUY-2026-00" + (1 + random.nextInt(2));
        String number = String.valueOf(random.nextInt(1000));
        switch (move) {
            case 0 -> fixture.office.open(by, Set.of()).take();
            case 1 ->
                fixture.office
                        .council(id, by, List.of(CHAIR, MEMBER), number, fixture.today)
                        .take();
            case 2 ->
                fixture.office
                        .minutes(id, by, random.nextInt(3) == 0 ? Map.of("a", "giữ") : Map.of(), fixture.today)
                        .take();
            case 3 -> fixture.office.decide(id, by, number, fixture.today).take();
            case 4 ->
                fixture.office
                        .handOver(id, by, EVERYBODY.get(random.nextInt(6)), fixture.today)
                        .take();
            case 5 -> destruction.run(id, by);
            case 6 -> fixture.held.addAll(random.nextInt(4) == 0 ? Set.of("b") : Set.of());
            default -> fixture.held.clear();
        }
    }

    private void take(String step, Person by) {
        go(step, before(step), by);
    }

    private String before(String step) {
        return switch (step) {
            case "open" -> "";
            case "council" -> fixture.opened();
            case "minutes" -> councilSet();
            case "decide" -> fixture.examined();
            case "hand-over" -> fixture.decided();
            default -> fixture.handedOver();
        };
    }

    private String councilSet() {
        String id = fixture.opened();
        office.council(id, HEAD, List.of(CHAIR, MEMBER), "07/QĐ-TH", fixture.today)
                .take();
        return id;
    }

    private void go(String step, String id, Person by) {
        switch (step) {
            case "open" -> office.open(by, Set.of()).take();
            case "council" ->
                office.council(id, by, List.of(CHAIR, MEMBER), "07/QĐ-TH", fixture.today)
                        .take();
            case "minutes" -> office.minutes(id, by, Map.of(), fixture.today).take();
            case "decide" -> office.decide(id, by, "12/QĐ-TH", fixture.today).take();
            case "hand-over" -> office.handOver(id, by, OPERATOR, fixture.today).take();
            default ->
                assertThat(new Destruction(fixture.cases, fixture.due, List.of(), fixture.clock)
                                .run(id, by)
                                .going())
                        .allMatch(item -> item.fate() == Fate.DESTROYED);
        }
    }

    private static Person usual(String step) {
        return switch (step) {
            case "council", "decide" -> HEAD;
            case "minutes" -> MEMBER;
            case "open", "hand-over" -> KEEPER;
            default -> OPERATOR;
        };
    }

    private static Person person(String id) {
        return EVERYBODY.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    private static String answer(Runnable step) {
        try {
            step.run();
            return "done";
        } catch (DisposalRefused e) {
            return e.finding().code();
        }
    }
}
