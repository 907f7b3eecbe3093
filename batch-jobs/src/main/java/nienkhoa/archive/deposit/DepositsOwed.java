package nienkhoa.archive.deposit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nienkhoa.archive.DossierKey;
import nienkhoa.archive.DossierManifest.FileLine;
import nienkhoa.archive.DossierStore;
import nienkhoa.model.SchoolYear;

/**
 * What a school has to hand in in a school year, as the school says it in {@code config/deposits.yaml}.
 *
 * @param school mã trường
 * @param weeks of the school year in which lessons are taught, from the first
 * @param owed by kind: the codes of the teams or teachers; for what is the school's own, an empty list
 */
public record DepositsOwed(String school, int weeks, Map<String, List<String>> owed) {

    /** @param weeks missing, in their order; empty if the kind is not handed in by the week */
    public record Missing(String kind, String holder, List<Integer> weeks) {
        public Missing {
            weeks = List.copyOf(weeks);
        }
    }

    /**
     * What the archive does not have.
     *
     * @param untilWeek weeks after this one are not asked for yet
     */
    public List<Missing> missing(DossierStore store, List<DepositKind> kinds, SchoolYear year, int untilWeek) {
        List<Missing> missing = new ArrayList<>();
        for (DepositKind kind : kinds) {
            List<String> holders = owed.get(kind.code());
            if (holders == null) {
                continue;
            }
            for (String holder : kind.holder().isNamed() ? holders : List.of("")) {
                Set<String> there = files(store, new DossierKey.Deposit(school, year, kind.code(), holder));
                missingOf(kind, holder, there, Math.min(weeks, untilWeek), missing);
            }
        }
        return missing;
    }

    private static void missingOf(
            DepositKind kind, String holder, Set<String> there, int untilWeek, List<Missing> missing) {
        if (kind.every() != DepositKind.Every.WEEK) {
            if (there.isEmpty()) {
                missing.add(new Missing(kind.code(), holder, List.of()));
            }
            return;
        }
        Set<Integer> handedIn = there.stream()
                .flatMapToInt(path -> DepositPlace.weekOf(path).stream())
                .boxed()
                .collect(Collectors.toSet());
        List<Integer> weeks = IntStream.rangeClosed(1, untilWeek)
                .filter(week -> !handedIn.contains(week))
                .boxed()
                .toList();
        if (!weeks.isEmpty()) {
            missing.add(new Missing(kind.code(), holder, weeks));
        }
    }

    private static Set<String> files(DossierStore store, DossierKey key) {
        return store.head(key.id())
                .map(stored -> stored.manifest().allFiles().map(FileLine::path).collect(Collectors.toSet()))
                .orElse(Set.of());
    }
}
