package nienkhoa.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nienkhoa.model.NameOrder;

/** Who stands in which class list of a school. */
final class Roll {

    private final SchoolPlan plan;
    private final People people;
    private final List<Life> lives;
    private final Map<Place, List<Seat>> seats = new HashMap<>();

    Roll(SchoolPlan plan, People people) {
        this.plan = plan;
        this.people = people;
        this.lives = new Lives(plan).all();
        for (Life life : lives) {
            for (Stay stay : life.stays()) {
                seats.computeIfAbsent(new Place(stay.year(), stay.track()), place -> new ArrayList<>())
                        .add(new Seat(life, stay));
            }
        }
    }

    /** A student in a class list before it is put in order. */
    private record Seat(Life life, Stay stay) {}

    private record Place(int year, Track track) {}

    /** A line of a class list; {@code ordinal} is the school's STT, from 1. */
    record Line(int ordinal, Life life, Stay stay, Person person) {}

    List<Life> lives() {
        return lives;
    }

    /** The sections that had a list in the year, lowest grade first. */
    List<Track> sections(int year) {
        return plan.tracks(year).stream()
                .filter(track -> seats.containsKey(new Place(year, track)))
                .toList();
    }

    int gradeOf(Track track, int year) {
        return track.grade() - (plan.year().start() - year);
    }

    String className(Track track, int year) {
        return track.className(gradeOf(track, year));
    }

    /** The class list in the order of given names; who joined late stands at the end. */
    List<Line> list(int year, Track track) {
        List<Line> lines = new ArrayList<>();
        for (Seat seat : seats.getOrDefault(new Place(year, track), List.of())) {
            lines.add(new Line(0, seat.life(), seat.stay(), people.of(seat.life())));
        }
        lines.sort(Comparator.comparing((Line line) -> line.stay().late())
                .thenComparing(line -> line.person().name(), new NameOrder())
                .thenComparing(line -> line.life().serial()));
        List<Line> numbered = new ArrayList<>();
        for (Line line : lines) {
            numbered.add(new Line(numbered.size() + 1, line.life(), line.stay(), line.person()));
        }
        return numbered;
    }
}
