package nienkhoa.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nienkhoa.model.SchoolYear;

/**
 * What is settled about a school before its students are told of.
 *
 * @param index from 0 within the district
 * @param schools in the district, of all kinds
 * @param year the target school year
 * @param dice the school's own
 * @param tracks sections of the target year by grade and index
 */
record SchoolPlan(int index, int schools, SchoolKind kind, SchoolYear year, Dice dice, List<Track> tracks) {

    /** Sections are filled up to this and then split; the charter allows 35 in primary classes. */
    private static final int MOST_IN_CLASS = 34;

    SchoolPlan {
        tracks = List.copyOf(tracks);
    }

    /** Plans of all schools; together their target year has exactly {@code students} students. */
    static List<SchoolPlan> district(SampleDistrict.Options options) {
        Dice dice = new Dice(options.seed());
        int[] shares = new int[options.schools() + options.upperSecondary()];
        int total = 0;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = SchoolKind.of(i, options.schools()).grades() + 1;
            total += shares[i];
        }
        int[] students = split(options.students(), shares, total);
        List<SchoolPlan> plans = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) {
            plans.add(of(i, options, dice.of("school", i), students[i]));
        }
        return plans;
    }

    private static SchoolPlan of(int index, SampleDistrict.Options options, Dice dice, int students) {
        SchoolKind kind = SchoolKind.of(index, options.schools());
        int[] shares = new int[kind.grades()];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = kind.firstGrade() + i == kind.strongGrade() ? 2 : 1;
        }
        int[] perGrade = split(students, shares, shares.length + 1);
        List<Track> tracks = new ArrayList<>();
        for (int i = 0; i < perGrade.length; i++) {
            tracks.addAll(sections(kind.firstGrade() + i, perGrade[i]));
        }
        int schools = options.schools() + options.upperSecondary();
        return new SchoolPlan(index, schools, kind, options.year(), dice, tracks);
    }

    private static List<Track> sections(int grade, int students) {
        int of = (students + MOST_IN_CLASS - 1) / MOST_IN_CLASS;
        List<Track> sections = new ArrayList<>();
        for (int i = 0; i < of; i++) {
            int size = students / of + (i < students % of ? 1 : 0);
            sections.add(new Track(grade, i, of, size));
        }
        return sections;
    }

    /** Splits exactly, by shares; what division leaves over goes to the first ones. */
    private static int[] split(int whole, int[] shares, int totalShares) {
        int[] parts = new int[shares.length];
        int left = whole;
        for (int i = 0; i < parts.length; i++) {
            parts[i] = (int) ((long) whole * shares[i] / totalShares);
            left -= parts[i];
        }
        for (int i = 0; left > 0; i = (i + 1) % parts.length, left--) {
            parts[i]++;
        }
        return parts;
    }

    /** The sections that had begun their level by the year. */
    List<Track> tracks(int inYear) {
        return tracks.stream()
                .filter(track ->
                        track.grade() - (year.start() - inYear) >= track.level().firstGrade())
                .toList();
    }

    /** First calendar year of the first school year that a student of the target year may have spent here. */
    int firstYear() {
        return tracks.stream()
                .mapToInt(track -> year.start() - track.grade() + track.level().firstGrade())
                .min()
                .orElse(year.start());
    }

    /** Classes in all years of the export. */
    int classes() {
        return IntStream.rangeClosed(firstYear(), year.start())
                .map(inYear -> tracks(inYear).size())
                .sum();
    }

    /** The section of the grade with that index, counted round; empty if the grade has no section. */
    Optional<Track> track(int grade, int atIndex) {
        return tracks.stream()
                .filter(track -> track.grade() == grade && track.index() == atIndex % track.of())
                .findFirst();
    }

    /** The district-wide serial of the school's student number {@code local}. */
    int serial(int local) {
        return local * schools + index;
    }
}
