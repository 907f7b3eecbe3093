package nienkhoa.intake;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nienkhoa.model.AssessmentTime;
import nienkhoa.model.SchoolYear;
import nienkhoa.model.YearResult;
import nienkhoa.model.YearResult.Assessment;
import org.jspecify.annotations.Nullable;

/**
 * Joins what results, comments and the side file say about one student in one school year.
 *
 * <p>A student who changed class has rows from two classes; where both speak of the same thing, the class in which the
 * student finishes the year is believed.
 */
final class YearResultAssembler {

    private final StudentRows rows;
    private final String school;
    private final int year;
    private final String className;
    private final YearRows ofYear;

    /** @param className the class in which the student finishes the year, or was last */
    YearResultAssembler(StudentRows rows, String school, int year, String className) {
        this.rows = rows;
        this.school = school;
        this.year = year;
        this.className = className;
        this.ofYear = new YearRows(rows, school, year, className, FactKind::isOfYearResult);
    }

    /** Whether there is something to join and nothing of it was rejected; else the other rows are rejected too. */
    boolean isWhole() {
        return ofYear.areWhole();
    }

    /** The joined result and the number of rows in it. */
    RegisterRecord record(int grade) {
        int[] used = {0};
        Map<AssessmentTime, AssessmentDraft> drafts = new EnumMap<>(AssessmentTime.class);
        Set<String> awards = new LinkedHashSet<>();
        each(FactKind.RESULT, "", used, fact -> {
            draft(drafts, fact).result(fact);
            awards.add(fact.value("awardedOtherwise"));
        });
        each(FactKind.COMMENT, "subject", used, fact -> comment(draft(drafts, fact), fact));
        each(FactKind.COMPETENCE_COMMENT, "", used, fact -> draft(drafts, fact).competences(fact));
        Fact[] note = new Fact[1];
        each(FactKind.YEAR_NOTE, "", used, fact -> note[0] = fact);
        Map<AssessmentTime, Assessment> assessments = new EnumMap<>(AssessmentTime.class);
        drafts.forEach((time, draft) -> {
            if (!draft.isEmpty()) {
                assessments.put(time, draft.assessment(time));
            }
        });
        return RegisterRecord.of(result(grade, note[0], awards, assessments), used[0]);
    }

    private static AssessmentDraft draft(Map<AssessmentTime, AssessmentDraft> drafts, Fact fact) {
        return drafts.computeIfAbsent(AssessmentTime.valueOf(fact.value("time")), time -> new AssessmentDraft());
    }

    private void comment(AssessmentDraft draft, Fact fact) {
        if (draft.comment(fact)) {
            rows.warn(fact, "I036_RESULT_DIFFERS", "level", fact.value("level"), fact.value("subject"));
        }
    }

    /** Rows of a kind, one a time of assessment and {@code slot}; a second one from the same class is rejected. */
    private void each(FactKind kind, String slot, int[] used, Consumer<Fact> take) {
        Map<String, Fact> seen = new HashMap<>();
        for (Fact fact : ofYear.of(kind)) {
            Fact first =
                    seen.putIfAbsent(String.join("/", fact.value("time"), fact.value(slot), fact.className()), fact);
            if (first != null) {
                rows.reject(fact, "I028_DUPLICATE_ROW", "moetCode", fact.moetCode(), rows.at(first, "moetCode"));
            } else {
                take.accept(fact);
                used[0]++;
            }
        }
    }

    /** @param awardsToo what results say beside the side file */
    private YearResult result(
            int grade, @Nullable Fact note, Set<String> awardsToo, Map<AssessmentTime, Assessment> assessments) {
        return new YearResult(
                rows.id(),
                school,
                new SchoolYear(year),
                className,
                grade,
                value(note, "height"),
                value(note, "weight"),
                value(note, "health"),
                number(note, "absentWithLeave"),
                number(note, "absentWithoutLeave"),
                Stream.concat(Stream.of(value(note, "awards")), awardsToo.stream())
                        .flatMap(awards -> Arrays.stream(awards.split(";")))
                        .map(String::trim)
                        .filter(award -> !award.isEmpty())
                        .distinct()
                        .toList(),
                value(note, "outcome"),
                assessments);
    }

    private static String value(@Nullable Fact note, String field) {
        return note == null ? "" : note.value(field);
    }

    private static @Nullable Integer number(@Nullable Fact note, String field) {
        String number = value(note, field);
        return number.isEmpty() ? null : Integer.valueOf(number);
    }
}
