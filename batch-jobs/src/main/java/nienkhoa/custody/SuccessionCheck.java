package nienkhoa.custody;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nienkhoa.custody.Organisation.Parent;
import nienkhoa.custody.Organisation.Successor;
import nienkhoa.model.School.Dated;

/** Whether organisations follow each other without circles, gaps and overlaps, and name only those that exist. */
final class SuccessionCheck {

    private final Map<String, Organisation> all;
    private final Faults faults;

    SuccessionCheck(Map<String, Organisation> all, Faults faults) {
        this.all = all;
        this.faults = faults;
    }

    void check(String keeper) {
        if (!keeper.isEmpty() && !all.containsKey(keeper)) {
            faults.of(keeper, "C705_UNKNOWN", "keeper", keeper);
        }
        for (Organisation one : all.values()) {
            follow(one, "names", one.names());
            follow(one, "parents", one.parents());
            for (Parent parent : one.parents()) {
                known(one, "parents", parent.code());
            }
            one.successors().forEach(successor -> checkSuccessor(one, successor));
        }
        circles();
    }

    private boolean known(Organisation one, String word, String other) {
        if (!all.containsKey(other)) {
            faults.of(one.code(), "C705_UNKNOWN", word, other);
        }
        return all.containsKey(other);
    }

    /** What is dated has to follow without a gap and without an overlap. */
    private void follow(Organisation one, String word, List<? extends Dated> dated) {
        for (int i = 1; i < dated.size(); i++) {
            LocalDate until = dated.get(i - 1).until();
            LocalDate from = dated.get(i).from();
            if (until == null || from == null || !from.isAfter(until)) {
                faults.of(one.code(), "C708_OVERLAP", word, String.valueOf(from), String.valueOf(until));
            } else if (!from.equals(until.plusDays(1))) {
                faults.of(one.code(), "C707_GAP", word, until.toString(), from.toString());
            }
        }
    }

    private void checkSuccessor(Organisation one, Successor successor) {
        if (!known(one, "successors", successor.code())) {
            return;
        }
        LocalDate until = one.until();
        if (until == null) {
            faults.of(one.code(), "C709_NOT_ENDED", successor.code());
            return;
        }
        if (!successor.on().isAfter(until)) {
            faults.of(one.code(), "C708_OVERLAP", "successors", successor.on().toString(), until.toString());
        } else if (!successor.on().equals(until.plusDays(1))) {
            faults.of(
                    one.code(),
                    "C707_GAP",
                    "successors",
                    until.toString(),
                    successor.on().toString());
        }
        Organisation next = all.get(successor.code());
        if (next != null && !next.inForceOn(successor.on())) {
            faults.of(
                    one.code(),
                    "C710_NOT_IN_FORCE",
                    successor.code(),
                    successor.on().toString());
        }
    }

    private void circles() {
        Set<String> done = new HashSet<>();
        all.keySet().forEach(code -> walk(code, new ArrayList<>(), done));
    }

    private void walk(String code, List<String> path, Set<String> done) {
        int at = path.indexOf(code);
        if (at >= 0) {
            List<String> circle = new ArrayList<>(path.subList(at, path.size()));
            circle.add(code);
            faults.of(code, "C706_CIRCLE", String.join(" → ", circle));
            return;
        }
        Organisation one = all.get(code);
        if (one == null || !done.add(code)) {
            return;
        }
        path.add(code);
        one.successors().forEach(next -> walk(next.code(), path, done));
        path.remove(path.size() - 1);
    }
}
