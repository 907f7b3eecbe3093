package nienkhoa.sample;

import java.util.List;
import nienkhoa.sample.SecondaryCurriculum.Subject;

/**
 * Marks that keep the rules of TT 22/2021 and TT 58/2011: the learning level is drawn first, and every mark lies within
 * the span of that level, so that every average does too. A student who has to repeat the year is the only one below.
 */
final class SecondaryMarks {

    /** So many subjects may lie a level lower under TT 22/2021, which asks for six of the others. */
    private static final int WEAK_SUBJECTS = 2;

    private final Dice district;

    SecondaryMarks(long seed) {
        this.district = new Dice(seed);
    }

    /** The year of a student; the same whatever the class. */
    SecondaryReport of(Life life, Stay stay) {
        Dice dice = district.of("secondary", life.serial(), stay.year());
        String regime = SecondaryCurriculum.regime(stay.year(), stay.grade());
        double able = district.of("able", life.serial()).bell() + 0.45 * dice.bell();
        int rank = stay.retained() ? 3 : able > 0.8 ? 0 : able > -0.4 ? 1 : 2;
        List<Subject> subjects = SecondaryCurriculum.subjects(regime, stay.grade());
        List<String> scored =
                subjects.stream().filter(Subject::scored).map(Subject::code).toList();
        int weakest = dice.below(scored.size() - WEAK_SUBJECTS + 1);
        List<String> weak = regime.equals("S22") ? scored.subList(weakest, weakest + WEAK_SUBJECTS) : List.of();
        boolean best = rank == 0 && able > 1.4;
        return new SecondaryReport(dice, regime, subjects, rank, best, weak, conduct(rank, dice), conduct(rank, dice));
    }

    /** 0 Tốt, 1 Khá, 2 what is just enough to go up. */
    private static int conduct(int rank, Dice dice) {
        return rank == 3 ? 2 : dice.chance(rank == 0 ? 0.95 : 0.75) ? 0 : 1;
    }
}
