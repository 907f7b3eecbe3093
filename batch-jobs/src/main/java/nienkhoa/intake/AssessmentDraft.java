package nienkhoa.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nienkhoa.model.AssessmentTime;
import nienkhoa.model.YearResult.Assessment;
import nienkhoa.model.YearResult.SubjectResult;
import org.jspecify.annotations.Nullable;

/** One assessment of one student while its rows come together. */
final class AssessmentDraft {

    private static final String LEVEL = "level.";
    private static final String SCORE = "score.";
    private static final String COMPETENCE = "competence.";
    private static final String QUALITY = "quality.";
    private static final String OVERALL = "overall.";

    private final Map<String, String> levels = new HashMap<>();
    private final Map<String, Integer> scores = new HashMap<>();
    private final Map<String, String> comments = new HashMap<>();
    private final Map<String, String> competences = new HashMap<>();
    private final Map<String, String> qualities = new HashMap<>();
    private String general = "";
    private String specific = "";
    private String qualitiesComment = "";
    private String overall = "";
    private String note = "";
    private boolean awardedAtYearEnd;
    private boolean awardedSuddenly;
    private @Nullable Boolean promoted;

    /** A row of the class's results; values of a later row replace those of an earlier one. */
    void result(Fact row) {
        row.values().forEach(this::take);
        note = row.value("note").isEmpty() ? note : row.value("note");
        if (!RowCheck.isAssessed(row.values())) {
            return;
        }
        awardedAtYearEnd = !row.value("awardedAtYearEnd").isEmpty();
        awardedSuddenly = !row.value("awardedSuddenly").isEmpty();
        promoted = isPromoted(row);
    }

    private void take(String field, String value) {
        if (field.startsWith(LEVEL)) {
            levels.put(field.substring(LEVEL.length()), value);
        } else if (field.startsWith(SCORE)) {
            scores.put(field.substring(SCORE.length()), Integer.valueOf(value));
        } else if (field.startsWith(COMPETENCE)) {
            competences.put(field.substring(COMPETENCE.length()), value);
        } else if (field.startsWith(QUALITY)) {
            qualities.put(field.substring(QUALITY.length()), value);
        } else if (field.startsWith(OVERALL)) {
            overall = field.substring(OVERALL.length());
        }
    }

    /** Some exports tick who goes up, most tick who does not; a class's workbook has one column or the other. */
    private boolean isPromoted(Fact row) {
        if (!row.value("notPromoted").isEmpty()) {
            return false;
        }
        return !row.value("promoted").isEmpty() || !"CHT".equals(overall);
    }

    /**
     * A row of a subject's comments; level and score count only where the results have none.
     *
     * @return whether the row contradicts the results
     */
    boolean comment(Fact row) {
        String subject = row.value("subject");
        if (!row.value("comment").isEmpty()) {
            comments.put(subject, row.value("comment"));
        }
        String level = row.value("level");
        String score = row.value("score");
        boolean otherLevel = !level.isEmpty() && !level.equals(levels.getOrDefault(subject, level));
        boolean otherScore =
                !score.isEmpty() && !score.equals(String.valueOf(scores.getOrDefault(subject, Integer.valueOf(score))));
        if (!level.isEmpty()) {
            levels.putIfAbsent(subject, level);
        }
        if (!score.isEmpty()) {
            scores.putIfAbsent(subject, Integer.valueOf(score));
        }
        return otherLevel || otherScore;
    }

    void competences(Fact row) {
        general = row.value("generalComment");
        specific = row.value("specificComment");
        qualitiesComment = row.value("qualitiesComment");
    }

    /** Whether no row said anything. */
    boolean isEmpty() {
        return levels.isEmpty()
                && scores.isEmpty()
                && comments.isEmpty()
                && competences.isEmpty()
                && qualities.isEmpty()
                && (general + specific + qualitiesComment + overall + note).isEmpty();
    }

    Assessment assessment(AssessmentTime time) {
        Map<String, SubjectResult> subjects = new HashMap<>();
        for (Map<String, ?> named : List.of(levels, scores, comments)) {
            for (String subject : named.keySet()) {
                subjects.computeIfAbsent(subject, this::subject);
            }
        }
        return new Assessment(
                subjects,
                competences,
                qualities,
                general,
                specific,
                qualitiesComment,
                time == AssessmentTime.END_2 ? overall : "",
                awardedAtYearEnd,
                awardedSuddenly,
                time == AssessmentTime.END_2 ? promoted : null,
                note);
    }

    private SubjectResult subject(String code) {
        return new SubjectResult(levels.getOrDefault(code, ""), scores.get(code), comments.getOrDefault(code, ""));
    }
}
