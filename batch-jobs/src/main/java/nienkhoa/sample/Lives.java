package nienkhoa.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nienkhoa.model.Enrolment.Status;
import nienkhoa.model.Level;

/**
 * Lives of the students of one school, told backwards from the target year to the level's first grade, so that the
 * target year has exactly as many students as asked.
 */
final class Lives {

    /** What sets a student's way apart from the plain one. */
    private enum Role {
        PLAIN,
        REPEATED,
        MOVED_IN_SUMMER,
        MOVED_IN_YEAR,
        CHANGED_CLASS,
        FAILS_NOW,
        MOVES_AWAY,
        GIVES_UP
    }

    /** Roles dealt to every 50 students, the rest are plain; one of two hundred gives up. */
    private static final List<Role> DECK = List.of(
            Role.REPEATED,
            Role.MOVED_IN_SUMMER,
            Role.MOVED_IN_SUMMER,
            Role.MOVED_IN_YEAR,
            Role.CHANGED_CLASS,
            Role.FAILS_NOW,
            Role.MOVES_AWAY);

    private static final int DECK_SIZE = 50;

    /** One former student for so many present ones. */
    private static final int PRESENT_PER_GONE = 30;

    private final SchoolPlan plan;
    private final Dice dice;
    private final int year;

    Lives(SchoolPlan plan) {
        this.plan = plan;
        this.dice = plan.dice().of("lives");
        this.year = plan.year().start();
    }

    /** Present students section by section, then those who have gone. */
    List<Life> all() {
        List<Life> lives = new ArrayList<>();
        int slot = 0;
        for (Track track : plan.tracks()) {
            for (int i = 0; i < track.size(); i++, slot++) {
                lives.add(present(track, i, role(track, i, slot), plan.serial(lives.size())));
            }
        }
        for (Track track : plan.tracks()) {
            int gone = track.grade() == track.level().firstGrade() ? 0 : goneFrom(track);
            for (int i = 0; i < gone; i++) {
                lives.add(gone(track, i, plan.serial(lives.size())));
            }
        }
        return lives;
    }

    private int goneFrom(Track track) {
        return (track.size()
                        + dice.of("gone-count", track.grade(), track.index()).below(PRESENT_PER_GONE))
                / PRESENT_PER_GONE;
    }

    private Role role(Track track, int seat, int slot) {
        if (seat == track.size() - 1 && track.index() == 0 && track.of() > 1) {
            return Role.CHANGED_CLASS;
        }
        int deck = slot / DECK_SIZE;
        int[] order = shuffled(dice.of("deck", deck));
        int card = order[slot % DECK_SIZE];
        if (card == DECK.size() && deck % 4 == 1) {
            return Role.GIVES_UP;
        }
        return card < DECK.size() ? DECK.get(card) : Role.PLAIN;
    }

    private static int[] shuffled(Dice dice) {
        int[] order = new int[DECK_SIZE];
        for (int i = 0; i < DECK_SIZE; i++) {
            int at = dice.below(i + 1);
            order[i] = order[at];
            order[at] = i;
        }
        return order;
    }

    private Life present(Track track, int seat, Role role, int serial) {
        Dice own = dice.of("life", track.grade(), track.index(), seat);
        int began = began(track);
        List<Stay> plain = stays(track, began, year);
        return switch (role) {
            case REPEATED ->
                repeated(track, own, serial).orElseGet(() -> new Life(serial, began, plain, Life.Entry.NEW, false));
            case MOVED_IN_SUMMER -> movedIn(track, Math.min(year, own.between(began + 1, year + 1)), serial);
            case MOVED_IN_YEAR -> movedInYear(track, own.between(began, year), serial);
            case CHANGED_CLASS ->
                new Life(serial, began, changedClass(track, own.between(began, year)), Life.Entry.NEW, false);
            case FAILS_NOW -> endingWith(serial, began, plain, last(plain).failed());
            case MOVES_AWAY -> endingWith(serial, began, plain, last(plain).as(Status.TRANSFERRED_OUT));
            case GIVES_UP -> endingWith(serial, began, plain, last(plain).as(Status.LEFT));
            case PLAIN -> new Life(serial, began, plain, Life.Entry.NEW, false);
        };
    }

    private int began(Track track) {
        return year - (track.grade() - track.level().firstGrade());
    }

    private List<Stay> stays(Track track, int from, int until) {
        List<Stay> stays = new ArrayList<>();
        for (int y = from; y <= until; y++) {
            stays.add(Stay.whole(y, track.grade() - (year - y), track));
        }
        return stays;
    }

    private static Stay last(List<Stay> stays) {
        return stays.get(stays.size() - 1);
    }

    private static Life endingWith(int serial, int began, List<Stay> stays, Stay last) {
        stays.set(stays.size() - 1, last);
        return new Life(serial, began, stays, Life.Entry.NEW, false);
    }

    /** Up to a failed year with the cohort before; empty where that cohort has left the level, or is not here. */
    private Optional<Life> repeated(Track track, Dice own, int serial) {
        Level level = track.level();
        if (track.grade() == level.lastGrade()) {
            return Optional.empty();
        }
        return plan.track(track.grade() + 1, track.index()).map(before -> {
            int began = began(track) - 1;
            int failed = own.between(began, year - 1);
            List<Stay> stays = stays(before, began, failed);
            stays.set(stays.size() - 1, last(stays).failed());
            stays.addAll(stays(track, failed + 1, year));
            return new Life(serial, began, stays, Life.Entry.NEW, false);
        });
    }

    private Life movedIn(Track track, int arrived, int serial) {
        return arrived <= began(track)
                ? movedInYear(track, arrived, serial)
                : new Life(serial, began(track), stays(track, arrived, year), Life.Entry.MOVED_IN_SUMMER, false);
    }

    private Life movedInYear(Track track, int arrived, int serial) {
        List<Stay> stays = stays(track, arrived, year);
        stays.set(0, stays.get(0).as(Status.TRANSFERRED_IN).joinedLate());
        return new Life(serial, began(track), stays, Life.Entry.MOVED_IN_YEAR, false);
    }

    private List<Stay> changedClass(Track track, int changed) {
        Track other = plan.track(track.grade(), track.index() + 1).orElse(track);
        if (other.equals(track)) {
            return stays(track, began(track), year);
        }
        List<Stay> stays = stays(other, began(track), changed);
        stays.set(stays.size() - 1, last(stays).as(Status.CHANGED_CLASS));
        List<Stay> after = stays(track, changed, year);
        after.set(0, after.get(0).joinedLate());
        stays.addAll(after);
        return stays;
    }

    private Life gone(Track track, int number, int serial) {
        Dice own = dice.of("gone", track.grade(), track.index(), number);
        int began = began(track);
        List<Stay> stays = stays(track, began, own.between(began, year - 1));
        boolean inSummer = own.chance(0.5);
        if (!inSummer) {
            stays.set(stays.size() - 1, last(stays).as(Status.TRANSFERRED_OUT));
        }
        return new Life(serial, began, stays, Life.Entry.NEW, inSummer);
    }
}
