package nienkhoa.rendering;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nienkhoa.model.Level;
import nienkhoa.model.SchoolYear;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The papers that a school owes at the end of a school year, read from {@code rendering/year-end.yaml}.
 *
 * @param signedOn month and day above the signatures when a run names no day, for example {@code 05-31}
 * @param foreignLanguage what is taught as Ngoại ngữ 1
 * @param attendanceMonths months in which a class is called, from the first of the school year
 * @param registryResults what a registry writes for an outcome, by outcome
 */
public record YearEndPapers(
        List<Paper> papers,
        String signedOn,
        String foreignLanguage,
        List<Integer> attendanceMonths,
        Items items,
        Map<String, String> registryResults) {

    /** One kind of paper, what one document of it is about, and its form at each level. */
    public record Paper(String paper, Of of, Map<Level, String> forms) {}

    /** What one document of a paper is about. */
    public enum Of {
        @JsonProperty("student")
        STUDENT,
        @JsonProperty("class-section")
        CLASS_SECTION,
        @JsonProperty("cohort")
        COHORT
    }

    /** What is assessed beside subjects, in the order of the forms. */
    public record Items(List<Item> generalCompetences, List<Item> specificCompetences, List<Item> qualities) {}

    /** @param fromGrade the first grade in which the item is assessed */
    public record Item(String code, int fromGrade) {}

    /** The papers as delivered. */
    public static YearEndPapers bundled() {
        try (InputStream yaml =
                Objects.requireNonNull(YearEndPapers.class.getResourceAsStream("/rendering/year-end.yaml"))) {
            return new YAMLMapper().readValue(yaml, YearEndPapers.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The day above the signatures of a school year's papers. */
    public LocalDate signedOn(SchoolYear year) {
        return MonthDay.parse("--" + signedOn).atYear(year.end());
    }

    /** Every form that some level's paper has. */
    public List<String> forms() {
        return papers.stream()
                .flatMap(paper -> paper.forms().values().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** The form of this paper at this level; empty if the level has no such paper. */
    Optional<String> form(Paper paper, Level level) {
        return Optional.ofNullable(paper.forms().get(level));
    }
}
