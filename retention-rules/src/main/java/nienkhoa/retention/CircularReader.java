package nienkhoa.retention;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nienkhoa.retention.Circular.Bounds;
import nienkhoa.retention.Circular.MaintenanceCode;
import nienkhoa.retention.Circular.Order;
import nienkhoa.retention.RetentionRule.Evidence;
import nienkhoa.retention.RetentionRule.Validity;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the data files; what is wrong is collected, and only what is sound is returned. */
final class CircularReader {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Set<String> FILE_FIELDS =
            Set.of("instrument", "bounds", "rules", "orders", "maintenanceCodes");
    private static final Set<String> INSTRUMENT_FIELDS =
            Set.of("no", "kind", "title", "issued", "effective", "replacedBy", "mark", "note");
    private static final Set<String> RULE_FIELDS = Set.of(
            "id",
            "item",
            "recordClass",
            "name",
            "media",
            "periodKind",
            "years",
            "months",
            "countedFrom",
            "trigger",
            "disposition",
            "validFrom",
            "validTo",
            "source",
            "mark",
            "status",
            "candidate");

    private final String file;
    private final List<Problem> problems;

    /** @param problems is added to */
    CircularReader(String file, List<Problem> problems) {
        this.file = file;
        this.problems = problems;
    }

    /** The circular in {@code yaml} without the rules that are unsound; empty if its instrument cannot be read. */
    Optional<Circular> circular(String folder, String yaml) {
        return parse(yaml)
                .flatMap(root -> each(root, "", node -> {
                    Fields.checkNames(node, FILE_FIELDS);
                    Instrument instrument = instrument(node.path("instrument"));
                    return new Circular(
                            folder,
                            instrument,
                            list(node.path("rules"), rule -> rule(instrument.no(), rule)),
                            list(node.path("orders"), CircularReader::order),
                            node.has("bounds") ? Optional.of(bounds(node.path("bounds"))) : Optional.empty(),
                            list(node.path("maintenanceCodes"), CircularReader::maintenanceCode));
                }));
    }

    List<Instrument> instruments(String yaml) {
        return parse(yaml).map(root -> list(root, CircularReader::instrument)).orElse(List.of());
    }

    List<RecordClass> recordClasses(String yaml) {
        return parse(yaml)
                .map(root -> list(root, node -> {
                    Fields fields = new Fields(node, Set.of("code", "vi", "en"));
                    return new RecordClass(fields.text("code"), fields.text("vi"), fields.text("en"));
                }))
                .orElse(List.of());
    }

    private Optional<JsonNode> parse(String yaml) {
        try {
            return Optional.of(YAML.readTree(yaml));
        } catch (JacksonException e) {
            problems.add(new Problem(file, "", "is not YAML: " + e.getOriginalMessage()));
            return Optional.empty();
        }
    }

    private <T> List<T> list(JsonNode nodes, Function<JsonNode, T> read) {
        List<T> sound = new ArrayList<>();
        for (JsonNode node : nodes) {
            String id = node.path("id")
                    .asString(node.path("code").asString(node.path("no").asString("")));
            each(node, id, read).ifPresent(sound::add);
        }
        return sound;
    }

    private <T> Optional<T> each(JsonNode node, String id, Function<JsonNode, T> read) {
        try {
            return Optional.of(read.apply(node));
        } catch (IllegalArgumentException e) {
            problems.add(new Problem(file, id, String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private static Instrument instrument(JsonNode node) {
        if (node.isMissingNode()) {
            throw new IllegalArgumentException("instrument is missing");
        }
        Fields fields = new Fields(node, INSTRUMENT_FIELDS);
        return new Instrument(
                fields.text("no"),
                fields.text("kind"),
                fields.textOrEmpty("title"),
                fields.optionalDate("issued"),
                fields.optionalDate("effective"),
                fields.optional("replacedBy"),
                Mark.of(fields.text("mark")),
                fields.textOrEmpty("note"));
    }

    private static RetentionRule rule(String instrument, JsonNode node) {
        Fields fields = new Fields(node, RULE_FIELDS);
        return new RetentionRule(
                fields.text("id"),
                instrument,
                fields.textOrEmpty("item"),
                fields.text("recordClass"),
                fields.text("name"),
                EnumSet.copyOf(fields.choices("media", Medium.class)),
                period(fields),
                fields.choice("disposition", Disposition.class),
                new Validity(fields.date("validFrom"), fields.optionalDate("validTo")),
                evidence(fields));
    }

    private static Evidence evidence(Fields fields) {
        return new Evidence(
                fields.text("source"),
                Mark.of(fields.text("mark")),
                fields.choice("status", Status.class),
                fields.textOrEmpty("candidate"));
    }

    private static Period period(Fields fields) {
        Optional<Trigger> trigger = fields.optionalChoice("trigger", Trigger.class);
        Optional<PeriodKind> kind = fields.optionalChoice("periodKind", PeriodKind.class);
        refuseStrayLength(fields, kind);
        return kind.map(chosen -> switch (chosen) {
                    case PERMANENT -> new Period.Permanent(trigger);
                    case YEARS -> lasts(fields, "years", ChronoUnit.YEARS);
                    case MONTHS -> lasts(fields, "months", ChronoUnit.MONTHS);
                    case RETURN_TO_SUBJECT -> new Period.ReturnToSubject(fields.choice("trigger", Trigger.class));
                    case UNTIL_EVENT -> new Period.UntilEvent(fields.choice("trigger", Trigger.class));
                })
                .orElseGet(() -> new Period.Unknown(trigger));
    }

    private static void refuseStrayLength(Fields fields, Optional<PeriodKind> kind) {
        for (PeriodKind counted : EnumSet.of(PeriodKind.YEARS, PeriodKind.MONTHS)) {
            String name = counted == PeriodKind.YEARS ? "years" : "months";
            if (fields.optional(name).isPresent()
                    && kind.filter(counted::equals).isEmpty()) {
                throw new IllegalArgumentException(name + " is given, but periodKind is not " + counted);
            }
        }
    }

    private static Period lasts(Fields fields, String amount, ChronoUnit unit) {
        return new Period.Lasts(
                fields.number(amount),
                unit,
                fields.choice("countedFrom", Period.CountedFrom.class),
                fields.choice("trigger", Trigger.class));
    }

    private static Order order(JsonNode node) {
        Fields fields = new Fields(node, Set.of("id", "article", "text", "mark", "source"));
        return new Order(
                fields.text("id"),
                fields.textOrEmpty("article"),
                fields.text("text"),
                Mark.of(fields.text("mark")),
                fields.text("source"));
    }

    private static Bounds bounds(JsonNode node) {
        Fields fields = new Fields(node, Set.of("leastYears", "mostYears"));
        return new Bounds(fields.number("leastYears"), fields.number("mostYears"));
    }

    private static MaintenanceCode maintenanceCode(JsonNode node) {
        Fields fields = new Fields(node, Set.of("code", "label", "period"));
        return new MaintenanceCode(fields.text("code"), fields.text("label"), fields.textOrEmpty("period"));
    }

    /** The words that data files use for the kinds of {@link Period}. */
    private enum PeriodKind {
        PERMANENT,
        YEARS,
        MONTHS,
        RETURN_TO_SUBJECT,
        UNTIL_EVENT
    }
}
