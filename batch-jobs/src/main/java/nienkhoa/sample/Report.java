package nienkhoa.sample;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A primary student's assessment at one time.
 *
 * @param subjects by subject code
 * @param traits T, Đ or C by code of competence or quality
 * @param overall HTXS, HTT, HT or CHT; meant for the end of the year only
 * @param awards titles and honours, the year-end title first
 * @param awardedAtYearEnd whether the first of the awards is the year-end title
 */
record Report(
        Map<String, Mark> subjects,
        Map<String, String> traits,
        String overall,
        List<String> awards,
        boolean awardedAtYearEnd,
        String note) {

    Report {
        subjects = Map.copyOf(subjects);
        traits = Map.copyOf(traits);
        awards = List.copyOf(awards);
    }

    boolean awardedSuddenly() {
        return awards.size() > (awardedAtYearEnd ? 1 : 0);
    }

    /** T, H or C, and the test's score from 1 to 10; null where there is no test. */
    record Mark(String level, @Nullable Integer score) {}
}
