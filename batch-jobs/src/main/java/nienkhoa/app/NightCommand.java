package nienkhoa.app;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import nienkhoa.app.RootCommand.Language;
import nienkhoa.data.CanonicalJson;
import nienkhoa.schedule.Outcome;
import nienkhoa.schedule.RunResult;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs a job's command line in this process and says what it came to. */
record NightCommand(Home home, Language language) {

    private static final Pattern CODE = Pattern.compile("[A-Z]\\d{3}_[A-Z0-9_]+");

    private static final JsonMapper JSON = new JsonMapper();

    /** Throws nothing: whatever goes wrong is an outcome. */
    RunResult run(List<String> command) {
        List<String> line = new ArrayList<>(command);
        line.addAll(List.of("--home", home.root().toString(), "--lang", language.name()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<Object> results = new ArrayList<>(List.of(Map.of()));
        try {
            Terminals terminals = new Terminals(stream(out), stream(err), false, results::add);
            int exit = new CommandLineInterface(terminals).run(line.toArray(String[]::new));
            JsonNode tree = JSON.readTree(CanonicalJson.write(results.get(results.size() - 1)));
            return new RunResult(outcome(exit), counts(tree), findings(tree), text(exit > 1 ? err : out));
        } catch (Throwable e) {
            // also what is no exception: a job out of memory must not take the schedule with it
            LoggerFactory.getLogger(NightCommand.class).error("night job failed", e);
            return new RunResult(Outcome.FAILED, new TreeMap<>(), new TreeMap<>(), e.toString());
        }
    }

    private static Outcome outcome(int exit) {
        return switch (exit) {
            case 0 -> Outcome.DONE;
            case 1 -> Outcome.FINDINGS;
            case 2 -> Outcome.REFUSED;
            default -> Outcome.FAILED;
        };
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).strip();
    }

    /** Numbers of the result, how long its lists are, and the sums of what their members count: {@code copies.objects}. */
    private static SortedMap<String, Long> counts(JsonNode result) {
        SortedMap<String, Long> counts = new TreeMap<>();
        result.properties().forEach(member -> {
            if (member.getValue().isIntegralNumber()) {
                counts.put(member.getKey(), member.getValue().asLong());
            }
            if (member.getValue().isArray()) {
                counts.put(member.getKey(), (long) member.getValue().size());
                member.getValue().forEach(one -> one.properties().stream()
                        .filter(part -> part.getValue().isIntegralNumber())
                        .forEach(part -> counts.merge(
                                member.getKey() + "." + part.getKey(),
                                part.getValue().asLong(),
                                Long::sum)));
            }
        });
        return counts;
    }

    private static SortedMap<String, Long> findings(JsonNode result) {
        SortedMap<String, Long> findings = new TreeMap<>();
        result.findValues("code").stream()
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .filter(code -> CODE.matcher(code).matches())
                .forEach(code -> findings.merge(code, 1L, Long::sum));
        return findings;
    }
}
