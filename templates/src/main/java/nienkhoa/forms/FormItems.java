package nienkhoa.forms;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import nienkhoa.forms.FormItem.Kind;
import nienkhoa.forms.FormSpec.Mark;

/** Lists what an edition says, each thing with where it is known from. */
final class FormItems {

    private static final Mark UNMARKED = new Mark("recalled", "");

    private final Form form;
    private final List<FormItem> items = new ArrayList<>();

    private FormItems(Form form) {
        this.form = form;
    }

    static List<FormItem> of(Form form) {
        FormItems items = new FormItems(form);
        items.rule();
        items.codes();
        new TreeMap<>(form.labels())
                .forEach((code, label) ->
                        items.add(Kind.LABEL, code, label.text(), new Mark(label.mark(), label.source())));
        form.files().keySet().stream().filter(name -> name.endsWith(".csv")).forEach(items::columns);
        return items.items;
    }

    /** Which regime a school year and grade had. */
    static List<FormItem> ofRegimes(String csv) {
        return Csv.read(csv).stream()
                .map(line -> new FormItem(
                        "",
                        "",
                        Kind.RULE,
                        "%s-%s, %s-%s"
                                .formatted(
                                        line.get("school_year_from"),
                                        line.get("school_year_to"),
                                        line.get("grade_from"),
                                        line.get("grade_to")),
                        line.getOrDefault("regime", ""),
                        line.getOrDefault("mark", ""),
                        line.getOrDefault("source", "")))
                .toList();
    }

    private void rule() {
        FormSpec.InForce inForce = form.spec().inForce();
        String regimes = String.join(" ", inForce.regimes());
        add(
                Kind.RULE,
                "inForce",
                (regimes + " " + inForce.grades() + " " + inForce.schoolYears()).strip(),
                mark("inForce"));
    }

    private void codes() {
        byte[] changed = form.files().get(LocalForm.MERGED_FORM);
        Set<String> local = changed == null ? Set.of() : LocalForm.lists(changed);
        new TreeMap<>(form.spec().codes())
                .forEach((list, byGrade) -> byGrade.forEach((grades, codes) -> {
                    Mark mark = local.contains(list) ? new Mark(LocalForm.LOCAL, "") : mark("codes." + list);
                    add(Kind.CODES, list + " " + grades, String.join(", ", codes), mark);
                }));
    }

    private void columns(String file) {
        List<Map<String, String>> lines =
                Csv.read(new String(Objects.requireNonNull(form.files().get(file)), StandardCharsets.UTF_8));
        for (int i = 0; i < lines.size(); i++) {
            Map<String, String> line = lines.get(i);
            List<String> headings = new ArrayList<>();
            for (String member : List.of("group", "item", "metric")) {
                if (!line.getOrDefault(member, "").isEmpty()) {
                    headings.add(line.getOrDefault(member, ""));
                }
            }
            String text = String.join(" / ", headings);
            add(Kind.COLUMN, file + " " + (i + 1), text, new Mark(line.getOrDefault("mark", ""), ""));
        }
    }

    private Mark mark(String of) {
        return form.spec().marks().getOrDefault(of, UNMARKED);
    }

    private void add(Kind kind, String name, String text, Mark mark) {
        items.add(
                new FormItem(form.spec().form(), form.spec().edition(), kind, name, text, mark.mark(), mark.source()));
    }
}
