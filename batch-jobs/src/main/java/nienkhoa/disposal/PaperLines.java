package nienkhoa.disposal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nienkhoa.disposal.DisposalItem.Fate;
import nienkhoa.disposal.DisposalPapers.Words;

/** What each paper says, by the codes of its sentences, what it lists and who signs it. */
final class PaperLines {

    private static final Map<String, List<String>> SENTENCES = Map.of(
            "list", List.of("list.intro", "list.only"),
            "note", List.of("note.intro", "note.size", "note.content", "note.basis", "note.reason", "note.copies"),
            "council",
                    List.of(
                            "council.law",
                            "council.circular",
                            "council.list",
                            "decide",
                            "council.one",
                            "council.two",
                            "council.three"),
            "minutes", List.of("minutes.intro", "minutes.present", "minutes.result", "minutes.end"),
            "decision",
                    List.of(
                            "council.law",
                            "council.circular",
                            "decision.minutes",
                            "decide",
                            "decision.one",
                            "decision.two",
                            "decision.three"),
            "hand-over", List.of("handover.intro", "handover.from", "handover.to", "handover.what"),
            "destruction", List.of("destruction.intro", "destruction.how", "destruction.left"));

    private PaperLines() {}

    static List<Map<String, Object>> of(DisposalCase disposal, String variant, Words words) {
        List<String> codes = variant.equals("certificate") ? certificate(disposal) : SENTENCES.get(variant);
        List<Map<String, Object>> lines = new ArrayList<>();
        for (String code : codes == null ? List.<String>of() : codes) {
            lines.add(Map.of("word", code));
            if (code.equals("council.one")) {
                lines.addAll(members(disposal, words));
            }
        }
        return lines;
    }

    private static List<String> certificate(DisposalCase disposal) {
        return disposal.stage() == Stage.DESTROYED
                ? List.of("certificate.done", "certificate.check")
                : List.of("certificate.pending", "certificate.waiting", "certificate.check");
    }

    private static List<Map<String, Object>> members(DisposalCase disposal, Words words) {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (String member : disposal.council().members()) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("word", "council.member");
            line.put("ordinal", lines.size() + 1);
            line.put("name", words.person().apply(member));
            line.put("seat", lines.isEmpty() ? "CHAIR" : "MEMBER");
            lines.add(line);
        }
        return lines;
    }

    /** The list says what was proposed, the minutes what the council said, later papers only what goes. */
    static List<DisposalItem> items(DisposalCase disposal, String variant) {
        return switch (variant) {
            case "list" ->
                disposal.items().stream()
                        .map(item -> item.with(Fate.PROPOSED, ""))
                        .toList();
            case "minutes" ->
                disposal.items().stream()
                        .map(item -> item.fate() == Fate.KEPT ? item : item.with(Fate.PROPOSED, ""))
                        .toList();
            case "decision", "hand-over" ->
                disposal.going().stream()
                        .map(item -> item.with(Fate.PROPOSED, ""))
                        .toList();
            case "destruction", "certificate" -> disposal.going();
            default -> List.of();
        };
    }

    /** The places of which some dossier still has to be proved absent. */
    static List<String> waiting(DisposalCase disposal, List<String> places) {
        return disposal.going().stream()
                .filter(item -> item.fate() != Fate.DESTROYED)
                .flatMap(item -> places.stream().filter(place -> !item.cleared().contains(place)))
                .distinct()
                .toList();
    }

    static void signatures(DisposalCase disposal, String variant, Words words, Map<String, Object> data) {
        String keeper = disposal.handOver().from();
        String destroyer = disposal.handOver().to();
        switch (variant) {
            case "council" ->
                decided(disposal.council().number(), disposal.council().by(), words, data);
            case "decision" -> decided(disposal.ruling().number(), disposal.approver(), words, data);
            case "minutes" ->
                both(
                        sign("CHECKER", disposal.checker(), words),
                        sign("CHAIR", first(disposal.council().members()), words),
                        data);
            case "hand-over" -> both(sign("FROM", keeper, words), sign("TO", destroyer, words), data);
            case "destruction" -> both(sign("KEEPER", keeper, words), sign("DESTROYER", destroyer, words), data);
            case "certificate" -> data.put("right", sign("KEEPER", keeper, words));
            default -> data.put("right", sign("MAKER", disposal.maker(), words));
        }
    }

    private static void decided(String number, String by, Words words, Map<String, Object> data) {
        data.put("number", number);
        data.put("recipients", true);
        data.put("right", sign("HEAD", by, words));
    }

    private static void both(Map<String, String> left, Map<String, String> right, Map<String, Object> data) {
        data.put("left", left);
        data.put("right", right);
    }

    private static Map<String, String> sign(String role, String person, Words words) {
        return Map.of("role", role, "name", words.person().apply(person));
    }

    private static String first(List<String> members) {
        return Stream.concat(members.stream(), Stream.of("")).findFirst().orElse("");
    }
}
