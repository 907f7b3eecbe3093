package nienkhoa.intake.assessment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import nienkhoa.intake.assessment.AverageRules.AverageOfSubjects;
import nienkhoa.intake.assessment.AverageRules.RegularMarks;
import nienkhoa.intake.assessment.AverageRules.TermAverage;
import nienkhoa.intake.assessment.AverageRules.YearAverage;
import nienkhoa.intake.assessment.StandingRules.ConductRule;
import nienkhoa.intake.assessment.StandingRules.PromotionRule;
import nienkhoa.intake.assessment.StandingRules.Semesters;
import nienkhoa.intake.assessment.StandingRules.TitleRule;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.MapperFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The rules of all regimes, each a folder {@code assessment/<regime>/} of the class path. */
public final class AssessmentRules {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    private final Map<String, Folder> folders;
    private final Regimes regimes;
    private final Map<Integer, Optional<RegimeRules>> known = new ConcurrentHashMap<>();

    private AssessmentRules(Map<String, Folder> folders, Regimes regimes) {
        this.folders = Map.copyOf(folders);
        this.regimes = regimes;
    }

    /** The rules that come with the program. */
    public static AssessmentRules bundled(Regimes regimes) {
        try {
            PathMatchingResourcePatternResolver resolver =
                    new PathMatchingResourcePatternResolver(AssessmentRules.class.getClassLoader());
            Map<String, Folder> folders = new TreeMap<>();
            for (Resource rules : resolver.getResources("classpath*:assessment/*/rules.yaml")) {
                folders.put(name(rules), Folder.read(rules));
            }
            return new AssessmentRules(folders, regimes);
        } catch (IOException e) {
            throw new UncheckedIOException("rules of assessment cannot be read", e);
        }
    }

    private static String name(Resource rules) throws IOException {
        String[] path = rules.getURL().getPath().split("/", -1);
        return path[path.length - 2];
    }

    /** Whether anybody tells which regime is whose. */
    public boolean knowRegimes() {
        return regimes != Regimes.UNTOLD;
    }

    /**
     * The rules for a grade in a school year; empty if its regime is unknown. For years before a regime is recomputed
     * there are subjects only.
     *
     * @param schoolYear first calendar year
     */
    public Optional<RegimeRules> of(int schoolYear, int grade) {
        return known.computeIfAbsent(schoolYear * 100 + grade, key -> regimes.of(schoolYear, grade)
                .flatMap(regime -> Optional.ofNullable(folders.get(regime)))
                .map(folder -> folder.rules(schoolYear)));
    }

    /** One folder as it was read. */
    private record Folder(Rules written, List<Subject> subjects, Map<Semesters, String> conduct) {

        static Folder read(Resource rules) throws IOException {
            return new Folder(
                    YAML.readValue(bytes(rules), Rules.class),
                    List.of(YAML.readValue(bytes(rules.createRelative("subjects.yaml")), Subject[].class)),
                    conduct(rules.createRelative("conduct.csv")));
        }

        private static byte[] bytes(Resource resource) throws IOException {
            try (InputStream in = resource.getInputStream()) {
                return in.readAllBytes();
            }
        }

        private static Map<Semesters, String> conduct(Resource table) throws IOException {
            Map<Semesters, String> years = new HashMap<>();
            if (table.exists()) {
                String csv = new String(bytes(table), StandardCharsets.UTF_8);
                csv.lines()
                        .skip(1)
                        .map(line -> line.split(",", -1))
                        .forEach(cells -> years.put(new Semesters(cells[0], cells[1]), cells[2]));
            }
            return years;
        }

        RegimeRules rules(int schoolYear) {
            Integer from = written.recomputedFrom();
            Rules all = from == null || schoolYear >= from ? written : Rules.none(written.circular());
            return new RegimeRules(
                    all.circular(),
                    subjects,
                    Optional.ofNullable(all.regularMarks()),
                    Optional.ofNullable(all.termAverage()),
                    Optional.ofNullable(all.yearAverage()),
                    Optional.ofNullable(all.averageOfSubjects()),
                    Optional.ofNullable(all.learning()),
                    Optional.ofNullable(all.conduct()).map(rule -> rule.with(conduct)),
                    Optional.ofNullable(all.promotion()),
                    Optional.ofNullable(all.titles()),
                    Optional.ofNullable(all.overall()));
        }
    }

    /** {@code rules.yaml}. */
    private record Rules(
            String circular,
            @Nullable Integer recomputedFrom,
            @Nullable RegularMarks regularMarks,
            @Nullable TermAverage termAverage,
            @Nullable YearAverage yearAverage,
            @Nullable AverageOfSubjects averageOfSubjects,
            @Nullable LearningRule learning,
            @Nullable Conduct conduct,
            @Nullable PromotionRule promotion,
            @Nullable TitleRule titles,
            @Nullable OverallRule overall) {

        static Rules none(String circular) {
            return new Rules(circular, null, null, null, null, null, null, null, null, null, null);
        }
    }

    /** What {@code rules.yaml} says of the table of conduct. */
    private record Conduct(Certainty mark, String source) {

        ConductRule with(Map<Semesters, String> years) {
            return new ConductRule(years, mark, source);
        }
    }
}
