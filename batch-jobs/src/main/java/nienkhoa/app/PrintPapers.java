package nienkhoa.app;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nienkhoa.data.CanonicalJson;
import nienkhoa.forms.Edition;
import nienkhoa.forms.FormCatalogue;
import nienkhoa.forms.FormRenderer;
import nienkhoa.forms.FormRenderer.Outcome;
import nienkhoa.forms.PhotoSource;
import nienkhoa.language.Messages;
import nienkhoa.model.Role;
import nienkhoa.model.School;
import nienkhoa.printrun.PrintPolicy;
import nienkhoa.printrun.PrintRun;
import nienkhoa.printrun.PrintSheets.Known;
import nienkhoa.printrun.PrintableDocuments.Front;
import nienkhoa.printrun.PrintableDocuments.Group;
import nienkhoa.printrun.RunCounts;
import nienkhoa.rendering.Register;
import org.slf4j.LoggerFactory;

/** The papers of a print run, as variants of the form {@code print-papers}. They are Vietnamese whatever the terminal speaks. */
final class PrintPapers {

    private static final String FORM = "print-papers";

    private final FormCatalogue catalogue;
    private final FormRenderer renderer;
    private final Register register;
    private final PrintPolicy policy;
    private final Clock clock;
    private final Messages words = Messages.vietnamese();

    PrintPapers(FormCatalogue catalogue, FormRenderer renderer, Register register, PrintPolicy policy, Clock clock) {
        this.catalogue = catalogue;
        this.renderer = renderer;
        this.register = register;
        this.policy = policy;
        this.clock = clock;
    }

    /** Who does what with a bundle, to be ticked off by hand; empty, told in the log, if it cannot be made. */
    Optional<byte[]> checklist(Group group, Front front) {
        Map<String, Object> data = data(front.run() + "-" + front.bundle(), "checklist", group.school());
        data.put("run", front.run().isEmpty() ? "-" : front.run());
        data.put("bundle", front.bundle());
        data.put("title", form(group.form()));
        data.put("group", group.name());
        data.put("documents", front.documents().size());
        data.put("sheets", front.sheets());
        List<Map<String, Object>> rows = new ArrayList<>();
        front.steps().forEach(step -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("step", words.text(PrintTexts.STAGE, "STEP_" + step));
            row.put("who", roles(policy.steps().getOrDefault(step, Set.of())));
            row.put("day", "");
            row.put("sign", "");
            rows.add(row);
        });
        data.put("rows", rows);
        return render("checklist", data);
    }

    private String roles(Set<Role> roles) {
        return roles.stream()
                .sorted()
                .map(role -> words.text(PrintTexts.STAGE, "ROLE_" + role))
                .collect(Collectors.joining(", "));
    }

    /** Which files have to be printed, in which order and how. */
    Optional<byte[]> control(PrintRun run, List<RunCounts.Delivered> jobs) {
        Map<String, Object> data = data(run.id() + "-control", "control", run.school());
        data.put("run", run.id());
        data.put("printer", run.printer());
        data.put("files", jobs.size());
        data.put("sheets", jobs.stream().mapToInt(RunCounts.Delivered::sheets).sum());
        data.put("rows", jobs.stream().map(this::control).toList());
        return render("control", data);
    }

    private Map<String, Object> control(RunCounts.Delivered job) {
        return row(
                job.name(),
                form(job.form()) + ", " + job.group(),
                job.first(),
                job.last(),
                job.sheets(),
                job.paper(),
                words.text(PrintTexts.STAGE, "EDGE_" + job.edge()));
    }

    /** Which printings must not be used. */
    Optional<byte[]> shred(PrintRun run, List<Known> toShred) {
        Map<String, Object> data = data(run.id() + "-shred", "shred", run.school());
        data.put("run", run.id());
        data.put("sheets", toShred.size());
        data.put("rows", toShred.stream().map(this::shred).toList());
        return render("shred", data);
    }

    private Map<String, Object> shred(Known known) {
        return row(
                known.front().readable(),
                words.text(PrintTexts.STAGE, "VOID_" + known.reason()),
                known.printing().bundle(),
                known.printing().sheet(),
                known.printing().serial(),
                known.job(),
                "");
    }

    /** What was planned, printed, spoiled, printed again and is missing. */
    Optional<byte[]> report(PrintRun run, RunCounts counts) {
        Map<String, Object> data = data(run.id() + "-report", "report", run.school());
        RunCounts.Line total = counts.total();
        data.put("run", run.id());
        data.put("year", run.year().toString());
        data.put("left", PrintTexts.leftOut(words, counts));
        data.put("planned", total.planned());
        data.put("printed", total.printed());
        data.put("spoiled", total.spoiled());
        data.put("reprinted", total.reprinted());
        data.put("missing", total.missing());
        data.put("rows", counts.lines().stream().map(this::line).toList());
        return render("report", data);
    }

    private Map<String, Object> line(RunCounts.Line line) {
        return row(
                line.group(),
                form(line.form()),
                line.planned(),
                line.printed(),
                line.spoiled(),
                line.reprinted(),
                line.missing());
    }

    private static Map<String, Object> row(Object... values) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int column = 0; column < values.length; column++) {
            row.put("c" + (column + 2), String.valueOf(values[column]));
        }
        return row;
    }

    String form(String form) {
        return words.text("rendering", "FORM_" + form);
    }

    private Map<String, Object> data(String id, String variant, String school) {
        LocalDate today = LocalDate.now(clock);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", id);
        document.put("form", FORM);
        document.put("edition", edition().edition());
        document.put("variant", variant);
        document.put("issued", today);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("schema", "nienkhoa/" + FORM + "/1");
        data.put("document", document);
        data.put("organisation", name(school, today));
        return data;
    }

    private String name(String school, LocalDate today) {
        List<School.Name> names = register.school(school).names();
        return names.stream()
                .filter(name -> name.inForceOn(today))
                .findFirst()
                .or(() -> names.stream().reduce((first, last) -> last))
                .map(School.Name::name)
                .orElse(school);
    }

    private Edition edition() {
        return catalogue.edition(FORM);
    }

    private Optional<byte[]> render(String variant, Map<String, Object> data) {
        Outcome outcome = renderer.render(edition(), variant, CanonicalJson.write(data), PhotoSource.NONE);
        if (outcome instanceof Outcome.Rendered rendered) {
            return Optional.of(rendered.pdf());
        }
        LoggerFactory.getLogger(PrintPapers.class).warn("no {} of {}: {}", variant, data.get("run"), outcome);
        return Optional.empty();
    }
}
