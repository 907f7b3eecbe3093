package nienkhoa.intake;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds what an export says against itself: one code on two persons. Whatever is found proves nothing any more. */
final class ExportContradictions {

    /** Rows under one code that are compared with all others; a code on more rows than that is broken anyway. */
    private static final int COMPARED = 100;

    private final Cases cases;

    ExportContradictions(Cases cases) {
        this.cases = cases;
    }

    void find() {
        sharedCodes();
        sharedIdentityNumbers();
        twoIdentityNumbers();
        sharedLocalCodes();
    }

    /**
     * One code of the ministry on two persons. It is found before anything else, so that the wrong code makes no second
     * student of an identity number and no question about a namesake.
     */
    private void sharedCodes() {
        Groups.byKey(cases.evidence(), StudentKey.Kind.MOET).forEach((key, sightings) -> {
            if (sightings.size() < 2) {
                return;
            }
            List<Sighting> listed =
                    cases.byPlace(sightings.stream().filter(Sighting::listed).toList());
            for (Sighting sighting : listed) {
                listed.stream()
                        .limit(COMPARED)
                        .filter(other -> other.person().isOther(sighting.person()))
                        .findFirst()
                        .ifPresent(other ->
                                cases.reject(sighting, "I025_SAME_CODE_TWO_PERSONS", "moetCode", cases.place(other)));
            }
        });
    }

    /** One identity number with two codes of the ministry. */
    private void sharedIdentityNumbers() {
        Groups.byKey(cases.evidence(), StudentKey.Kind.IDENTITY).forEach((key, sightings) -> {
            Set<String> codes = sightings.stream()
                    .map(Sighting::moetCode)
                    .filter(code -> !code.isEmpty())
                    .collect(Collectors.toSet());
            if (codes.size() > 1) {
                reject(sightings, "I026_SAME_IDENTITY_TWO_PERSONS", "identityNumber");
            }
        });
    }

    private void reject(List<Sighting> sightings, String code, String field) {
        List<Sighting> byPlace = cases.byPlace(sightings);
        for (Sighting sighting : sightings) {
            String other = byPlace.stream()
                    .filter(candidate -> isOfAnother(sighting, candidate))
                    .findFirst()
                    .map(cases::place)
                    .orElse("–");
            cases.reject(sighting, code, field, other);
        }
    }

    private static boolean isOfAnother(Sighting sighting, Sighting candidate) {
        return candidate.number() != sighting.number()
                && (sighting.moetCode().isEmpty()
                        || !candidate.moetCode().equals(sighting.moetCode())
                        || !candidate.identityNumber().equals(sighting.identityNumber()));
    }

    /**
     * One code of the ministry with two identity numbers: a correction if name and birth date are the same. If both
     * differ, the rows are of two persons, which the check of class lists says.
     */
    private void twoIdentityNumbers() {
        Groups.byKey(cases.evidence(), StudentKey.Kind.MOET).forEach((key, sightings) -> {
            List<Sighting> listed = sightings.stream()
                    .filter(sighting ->
                            sighting.listed() && !sighting.identityNumber().isEmpty())
                    .toList();
            listed.forEach(sighting -> otherNumber(sighting, listed));
        });
    }

    private void otherNumber(Sighting sighting, List<Sighting> listed) {
        List<Sighting> others = listed.stream()
                .limit(COMPARED)
                .filter(other -> !other.identityNumber().equals(sighting.identityNumber()))
                .toList();
        List<Sighting> against = others.stream()
                .filter(other -> !other.person().equals(sighting.person()))
                .filter(other -> !other.person().isOther(sighting.person()))
                .toList();
        if (!against.isEmpty()) {
            cases.reject(sighting, "I134_TWO_IDENTITY_NUMBERS", "identityNumber", firstPlace(against));
        } else if (others.stream().anyMatch(other -> other.person().equals(sighting.person()))) {
            cases.warn(sighting, "I130_IDENTITY_NUMBER_CHANGED", "identityNumber", firstPlace(others));
        }
    }

    private String firstPlace(List<Sighting> sightings) {
        return cases.place(cases.byPlace(sightings).get(0));
    }

    /** One school's own code that would bring two persons together. */
    private void sharedLocalCodes() {
        List<Sighting> evidence = cases.evidence();
        Map<StudentKey, List<Sighting>> byCode = Groups.byKey(evidence, StudentKey.Kind.LOCAL);
        if (byCode.isEmpty()) {
            return;
        }
        Map<Integer, Integer> persons = new Groups(evidence, ExportContradictions::national).byNumber();
        Set<StudentKey> bad = new HashSet<>();
        for (List<Sighting> group : new Groups(evidence, Sighting::keys).all()) {
            if (isOfTwo(group, persons)) {
                group.stream()
                        .flatMap(sighting -> sighting.keys().stream())
                        .filter(key -> key.kind() == StudentKey.Kind.LOCAL)
                        .filter(key -> persons(byCode.getOrDefault(key, List.of()), persons) > 1)
                        .forEach(bad::add);
            }
        }
        byCode.forEach((key, sightings) -> {
            if (bad.contains(key) || isOfTwoNames(sightings)) {
                reject(sightings, "I135_SAME_LOCAL_CODE_TWO_PERSONS", "localCode");
            }
        });
    }

    private static List<StudentKey> national(Sighting sighting) {
        return sighting.keys().stream()
                .filter(key -> key.kind() != StudentKey.Kind.LOCAL)
                .toList();
    }

    private static long persons(List<Sighting> sightings, Map<Integer, Integer> persons) {
        return sightings.stream()
                .filter(sighting -> !national(sighting).isEmpty())
                .map(sighting -> persons.get(sighting.number()))
                .distinct()
                .count();
    }

    /** Two codes of the ministry, or two identity numbers of different names that nothing but a school's code joins. */
    private static boolean isOfTwo(List<Sighting> group, Map<Integer, Integer> persons) {
        long codes = group.stream()
                .map(Sighting::moetCode)
                .filter(code -> !code.isEmpty())
                .distinct()
                .count();
        List<Sighting> numbered = group.stream()
                .filter(sighting ->
                        sighting.listed() && !sighting.identityNumber().isEmpty())
                .toList();
        boolean differ = persons(numbered, persons) > 1
                && numbered.stream().map(Sighting::person).distinct().count() > 1;
        return codes > 1 || differ;
    }

    /** Two persons with one school's code and no code of the ministry in common, which would be another finding. */
    private static boolean isOfTwoNames(List<Sighting> sightings) {
        List<Sighting> listed =
                sightings.stream().filter(Sighting::listed).limit(COMPARED).toList();
        return listed.stream().anyMatch(one -> listed.stream()
                .anyMatch(other -> one.person().isOther(other.person())
                        && (one.moetCode().isEmpty() || !one.moetCode().equals(other.moetCode()))));
    }
}
