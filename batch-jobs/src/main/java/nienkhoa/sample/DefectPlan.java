package nienkhoa.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import nienkhoa.model.Enrolment.Status;
import nienkhoa.model.Level;
import nienkhoa.model.SchoolYear;
import nienkhoa.sample.DefectKind.InFile;
import nienkhoa.sample.DefectKind.InRow;
import nienkhoa.sample.DefectKind.InSheet;
import nienkhoa.sample.DefectKind.Shared;
import nienkhoa.sample.DefectKind.SharedPhoto;
import nienkhoa.sample.DefectKind.Stray;
import nienkhoa.sample.DefectKind.Warned;

/** Chooses the victims in one school, so that no two defects touch one another. */
final class DefectPlan {

    private final SchoolPlan plan;
    private final Roll roll;
    private final People people;
    private final Defects defects;
    private final int year;
    private final List<Life> candidates;
    private final List<Life> secondary;
    private final List<Track> tracks;

    private DefectPlan(SchoolPlan plan, Roll roll, People people, Defects defects) {
        this.plan = plan;
        this.roll = roll;
        this.people = people;
        this.defects = defects;
        this.year = plan.year().start();
        Dice dice = plan.dice().of("defects");
        this.candidates = dice.shuffled(roll.lives().stream()
                .filter(this::isPlain)
                .filter(this::isAssessed)
                .toList());
        this.secondary = dice.shuffled(roll.lives().stream()
                .filter(this::isPlain)
                .filter(life -> life.level() != Level.PRIMARY)
                .toList());
        this.tracks = dice.shuffled(roll.sections(year));
    }

    /**
     * The school's share of the district's defects.
     *
     * @param school its folder in the export
     * @throws IllegalArgumentException if it has too few students
     */
    static Defects of(SchoolPlan plan, Roll roll, People people, String school, SampleDistrict.Options options) {
        Defects defects = new Defects(school);
        if (options.defects() > 0) {
            DefectPlan victims = new DefectPlan(plan, roll, people, defects);
            List<DefectKind> kinds = new Dice(options.seed()).of("defect-kinds").shuffled(DefectKinds.all());
            for (int number = plan.index(); number < options.defects(); number += plan.schools()) {
                victims.choose(kinds, number);
            }
        }
        return defects;
    }

    /** Has results of the primary level. */
    private boolean isAssessed(Life life) {
        return life.level() == Level.PRIMARY
                && Curriculum.inForce(plan.year(), life.last().grade());
    }

    /** Somebody who was in one class all the year. */
    private boolean isPlain(Life life) {
        Stay last = life.last();
        long staysOfYear =
                life.stays().stream().filter(stay -> stay.year() == year).count();
        return last.year() == year && staysOfYear == 1 && last.status() == Status.STUDYING && !last.late();
    }

    /** The kind whose turn it is, else the next one that still finds a victim; files need none, so they only take turns. */
    private void choose(List<DefectKind> kinds, int number) {
        for (int i = 0; i < kinds.size(); i++) {
            DefectKind kind = kinds.get((number + i) % kinds.size());
            if ((i == 0 || !(kind instanceof Stray)) && chosen(kind, number)) {
                return;
            }
        }
        throw new IllegalArgumentException("defects: more than there are students for them");
    }

    private boolean chosen(DefectKind kind, int number) {
        if (kind instanceof Stray stray) {
            defects.add(number, stray);
            return true;
        } else if (kind instanceof InSheet sheet) {
            return tracks.stream()
                    .anyMatch(
                            track -> isAssessed(track, year) && defects.add(file(sheet.folder(), track, year), sheet));
        } else if (kind instanceof Warned warned) {
            return tracks.stream()
                    .anyMatch(track -> isAssessed(track, year)
                            && warned.grade().test(roll.gradeOf(track, year))
                            && defects.add(file(warned.folder(), track, year), warned));
        } else if (kind instanceof InFile file) {
            return tracks.stream()
                    .anyMatch(track ->
                            isAssessed(track, year - 1) && defects.add(file("nhan-xet", track, year - 1), file));
        } else if (kind instanceof Shared shared) {
            return shared(shared);
        } else if (kind instanceof SharedPhoto) {
            return two().map(lives -> student(kind, lives, "")).isPresent();
        }
        Predicate<Life> fits = kind instanceof InRow row ? row.victim() : life -> true;
        List<Life> from = kind instanceof InRow row && row.row().isOfSecondaryResult() ? secondary : candidates;
        return take(from, fits).map(life -> student(kind, List.of(life), "")).isPresent();
    }

    private boolean isAssessed(Track track, int inYear) {
        int grade = roll.gradeOf(track, inYear);
        return grade >= 1
                && Curriculum.inForce(new SchoolYear(inYear), grade)
                && !roll.list(inYear, track).isEmpty();
    }

    private String file(String folder, Track track, int inYear) {
        return new SchoolYear(inYear) + "/" + folder + "/" + roll.className(track, inYear) + ".xlsx";
    }

    private boolean shared(Shared kind) {
        boolean code = kind.label().equals(RowKind.CLASS_LIST.code);
        Optional<Life> owner = take(candidates, life -> true);
        Optional<Life> other = owner.flatMap(
                life -> take(candidates, candidate -> isOtherPerson(people.of(life), people.of(candidate), code)));
        other.ifPresent(life -> {
            Person person = people.of(owner.orElseThrow());
            String value = code ? person.moetCode() : person.identityNumber();
            student(kind, List.of(owner.orElseThrow(), life), value);
        });
        return other.isPresent();
    }

    private Optional<List<Life>> two() {
        Optional<Life> one = take(candidates, life -> true);
        return one.flatMap(life -> take(candidates, other -> true).map(other -> List.of(life, other)));
    }

    /** @param anyNumber whether the number of the one need not fit sex and birth year of the other */
    private static boolean isOtherPerson(Person one, Person other, boolean anyNumber) {
        boolean fits = one.gender().equals(other.gender())
                && one.born().getYear() == other.born().getYear();
        return !one.name().equals(other.name()) && !one.born().equals(other.born()) && (anyNumber || fits);
    }

    private static Optional<Life> take(List<Life> from, Predicate<Life> fits) {
        Optional<Life> found = from.stream().filter(fits).findFirst();
        found.ifPresent(from::remove);
        return found;
    }

    private Victim student(DefectKind kind, List<Life> lives, String shared) {
        Victim victim = new Victim(kind, year, new ArrayList<>(lives), shared);
        defects.add(victim);
        return victim;
    }
}
