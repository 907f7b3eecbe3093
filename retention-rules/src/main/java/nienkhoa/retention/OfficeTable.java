package nienkhoa.retention;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nienkhoa.retention.RetentionRule.Evidence;
import nienkhoa.retention.RetentionRule.Validity;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The table of periods that an office has decided for itself. It may lengthen what circulars order and never shorten it
 * (Luật Lưu trữ 33/2024/QH15, art. 15).
 *
 * <pre>
 * decision: 12/QĐ-THNA
 * validFrom: 2026-01-01
 * periods:
 *   - {recordClass: SO_DAU_BAI, years: 10, trigger: SCHOOL_YEAR_END}
 *   - {recordClass: SO_CHU_NHIEM, permanent: true}
 * </pre>
 */
final class OfficeTable {

    private static final Set<String> FIELDS = Set.of("recordClass", "years", "permanent", "trigger", "media");

    private final String file;
    private final RetentionRules law;
    private final List<Problem> problems = new ArrayList<>();

    OfficeTable(String file, RetentionRules law) {
        this.file = file;
        this.law = law;
    }

    /**
     * @throws BadRules if the file cannot be used
     * @throws ShorterThanLaw if a period is shorter than a rule of the same class and medium asks for
     */
    Circular read(String yaml) {
        JsonNode root = parse(yaml);
        List<RetentionRule> rules = new ArrayList<>();
        Instrument instrument = null;
        try {
            Fields.checkNames(root, Set.of("decision", "validFrom", "periods"));
            Fields head = new Fields(root, Set.of("decision", "validFrom", "periods"));
            instrument = instrument(head);
            for (JsonNode line : root.path("periods")) {
                rules.add(rule(new Fields(line, FIELDS), head));
            }
        } catch (IllegalArgumentException e) {
            problems.add(new Problem(file, "", String.valueOf(e.getMessage())));
        }
        if (!problems.isEmpty() || instrument == null) {
            throw new BadRules(problems);
        }
        rules.forEach(this::refuseShorter);
        return new Circular("office", instrument, rules, List.of(), Optional.empty(), List.of());
    }

    private JsonNode parse(String yaml) {
        try {
            return new YAMLMapper().readTree(yaml);
        } catch (JacksonException e) {
            throw new BadRules(List.of(new Problem(file, "", "is not YAML: " + e.getOriginalMessage())));
        }
    }

    private static Instrument instrument(Fields head) {
        return new Instrument(
                head.text("decision"),
                "Quyết định",
                "Bảng thời hạn lưu trữ của đơn vị",
                Optional.empty(),
                Optional.of(head.date("validFrom")),
                Optional.empty(),
                Mark.V,
                "");
    }

    private RetentionRule rule(Fields line, Fields head) {
        String recordClass = line.text("recordClass");
        String name = law.recordClass(recordClass)
                .map(RecordClass::vi)
                .orElseThrow(() -> new IllegalArgumentException("recordClass " + recordClass + " is unknown"));
        boolean disposes = law.rulesOf(recordClass).stream().anyMatch(RetentionRule::mayDispose);
        Period period = period(line);
        return new RetentionRule(
                "office." + recordClass,
                head.text("decision"),
                "",
                recordClass,
                name,
                line.optional("media").isPresent()
                        ? EnumSet.copyOf(line.choices("media", Medium.class))
                        : EnumSet.allOf(Medium.class),
                period,
                disposes && period instanceof Period.Lasts ? Disposition.REVIEW : Disposition.RETAIN,
                new Validity(head.date("validFrom"), Optional.empty()),
                new Evidence(file, Mark.V, Status.CONFIRMED, ""));
    }

    private static Period period(Fields line) {
        boolean permanent = line.textOrEmpty("permanent").equals("true");
        if (permanent == line.optional("years").isPresent()) {
            throw new IllegalArgumentException("a line has either years or permanent: true");
        }
        return permanent
                ? new Period.Permanent(line.optionalChoice("trigger", Trigger.class))
                : new Period.Lasts(
                        line.number("years"),
                        ChronoUnit.YEARS,
                        Period.CountedFrom.YEAR_END,
                        line.choice("trigger", Trigger.class));
    }

    private void refuseShorter(RetentionRule own) {
        for (RetentionRule rule : law.rulesOf(own.recordClass())) {
            boolean sameMedium = rule.media().stream().anyMatch(own.media()::contains);
            if (sameMedium && months(own.period()) < months(rule.period())) {
                throw new ShorterThanLaw(rule, own.period().written());
            }
        }
    }

    /** For comparing lengths; a period without one is shorter than any. */
    private static long months(Period period) {
        if (period instanceof Period.Lasts lasts) {
            return lasts.unit() == ChronoUnit.YEARS ? 12L * lasts.amount() : lasts.amount();
        }
        return period instanceof Period.Permanent ? Long.MAX_VALUE : 0;
    }
}
