package nienkhoa.app;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import nienkhoa.app.postgres.YearEndLedger.Line;
import nienkhoa.app.postgres.YearEndLedger.Reason;
import nienkhoa.data.CanonicalJson;
import nienkhoa.forms.Edition;
import nienkhoa.forms.FormCatalogue;
import nienkhoa.forms.FormRenderer;
import nienkhoa.forms.FormRenderer.Outcome;
import nienkhoa.forms.PhotoSource;
import nienkhoa.intake.HarmlessText;
import nienkhoa.language.Messages;
import nienkhoa.model.Finding;
import nienkhoa.rendering.Scope;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The report on a run for people: PDF, workbook and JSON, per school, class and form. */
final class RunReport {

    private static final String FORM = "run-report";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");
    private static final long KILOBYTE = 1000;

    private final FormCatalogue catalogue;
    private final FormRenderer renderer;
    private final Clock clock;

    RunReport(FormCatalogue catalogue, FormRenderer renderer, Clock clock) {
        this.catalogue = catalogue;
        this.renderer = renderer;
        this.clock = clock;
    }

    /** @return the PDF; its workbook and JSON lie beside it */
    Path write(YearEndSummary summary, List<Line> lines, List<Reason> reasons, YearEndWork work, Messages messages) {
        Path pdf = pdf(work);
        Sentences sentences = new Sentences(messages);
        String json = CanonicalJson.write(data(summary, lines, reasons, work, sentences));
        Edition edition = catalogue.edition(FORM);
        Outcome outcome = renderer.render(edition, edition.yearEndVariant(), json, PhotoSource.NONE);
        if (!(outcome instanceof Outcome.Rendered rendered)) {
            throw new IllegalStateException("the run report was refused: " + outcome);
        }
        try {
            Files.createDirectories(pdf.getParent());
            Files.write(pdf, rendered.pdf());
            Files.writeString(beside(pdf, ".json"), json);
            workbook(beside(pdf, ".xlsx"), lines, reasons, sentences);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf;
    }

    /** Where the report of a run lies. */
    static Path pdf(YearEndWork work) {
        return work.out()
                .resolve(work.scope().year().toString())
                .resolve("reports")
                .resolve("year-end-" + work.runId() + ".pdf");
    }

    private static Path beside(Path pdf, String ending) {
        return pdf.resolveSibling(pdf.getFileName().toString().replace(".pdf", ending));
    }

    private Map<String, Object> data(
            YearEndSummary summary, List<Line> lines, List<Reason> reasons, YearEndWork work, Sentences sentences) {
        LocalDateTime now = LocalDateTime.now(clock);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("schema", "nienkhoa/run-report/1");
        data.put("document", document(work.runId(), now));
        data.put("program", "Niên Khóa");
        data.put("year", summary.schoolYear());
        data.put("run", work.runId());
        data.put("scope", scope(work.scope(), sentences));
        data.put("began", TIME.format(now.minusSeconds(Math.round(summary.seconds()))));
        data.put("seconds", Math.round(summary.seconds()));
        data.put("export", summary.exportSha256());
        data.put("findings", work.intake().counts().findings());
        data.put("lines", lines.stream().map(line -> line(line, sentences)).toList());
        data.put("totals", counts(lines));
        data.put("reasons", grouped(reasons, sentences));
        return data;
    }

    private static Map<String, Object> document(String runId, LocalDateTime now) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", runId);
        document.put("form", FORM);
        document.put("edition", "v1");
        document.put("variant", "full");
        document.put("issued", now.toLocalDate());
        return document;
    }

    private static String scope(Scope scope, Sentences sentences) {
        String place = scope.school().orElse("")
                + scope.className().map(name -> " " + name).orElse("");
        return place.isBlank() ? sentences.app("SCOPE_EVERYTHING") : place.strip();
    }

    private static Map<String, Object> line(Line line, Sentences sentences) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("school", line.schoolCode());
        row.put("group", line.group());
        row.put("form", sentences.form(line.form()));
        row.putAll(counts(List.of(line)));
        return row;
    }

    private static Map<String, Object> counts(List<Line> lines) {
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("planned", sum(lines, Line::planned));
        counts.put("rendered", sum(lines, Line::rendered));
        counts.put("rejected", sum(lines, Line::rejected));
        counts.put("notRendered", sum(lines, Line::notRendered));
        counts.put("archived", sum(lines, Line::archived));
        counts.put("pages", sum(lines, Line::pages));
        counts.put("size", sum(lines, Line::bytes) / KILOBYTE);
        return counts;
    }

    private static long sum(List<Line> lines, ToLongFunction<Line> count) {
        return lines.stream().mapToLong(count).sum();
    }

    /** The same reason for the whole class is told once, with how often; what was refused is told one by one. */
    private static List<Map<String, Object>> grouped(List<Reason> reasons, Sentences sentences) {
        Map<String, Map<String, Object>> rows = new LinkedHashMap<>();
        for (Reason reason : reasons) {
            boolean together = reason.outcome().equals("not-rendered");
            for (Finding finding : reason.findings()) {
                String said = together ? sentences.ofGroup(reason.group(), finding) : sentences.of(finding);
                String key = String.join("|", reason.schoolCode(), reason.group(), reason.form(), said);
                Map<String, Object> row = rows.computeIfAbsent(key, unseen -> row(reason, said, sentences));
                row.merge("count", 1, (count, more) -> (int) count + (int) more);
            }
        }
        return new ArrayList<>(rows.values());
    }

    private static Map<String, Object> row(Reason reason, String said, Sentences sentences) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("school", reason.schoolCode());
        row.put("group", reason.group());
        row.put("form", sentences.form(reason.form()));
        row.put("reason", said);
        return row;
    }

    private static void workbook(Path file, List<Line> lines, List<Reason> reasons, Sentences sentences)
            throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "Nien Khoa", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(sentences.app("SHEET_LINES"));
            head(
                    sheet,
                    sentences,
                    "SCHOOL",
                    "GROUP",
                    "FORM",
                    "PLANNED",
                    "RENDERED",
                    "REJECTED",
                    "NOT_RENDERED",
                    "ARCHIVED",
                    "PAGES",
                    "SIZE");
            int row = 1;
            for (Line line : lines) {
                texts(sheet, row, line.schoolCode(), line.group(), sentences.form(line.form()));
                int column = 3;
                for (Object count : counts(List.of(line)).values()) {
                    sheet.value(row, column++, (Long) count);
                }
                row++;
            }
            reasons(workbook.newWorksheet(sentences.app("SHEET_REASONS")), reasons, sentences);
        }
    }

    private static void reasons(Worksheet sheet, List<Reason> reasons, Sentences sentences) {
        head(sheet, sentences, "SCHOOL", "GROUP", "FORM", "CODE", "REASON");
        int row = 1;
        for (Reason reason : reasons) {
            for (Finding finding : reason.findings()) {
                texts(
                        sheet,
                        row++,
                        reason.schoolCode(),
                        reason.group(),
                        sentences.form(reason.form()),
                        finding.code(),
                        sentences.of(finding));
            }
        }
    }

    private static void head(Worksheet sheet, Sentences sentences, String... columns) {
        for (int column = 0; column < columns.length; column++) {
            sheet.value(0, column, sentences.app("COLUMN_" + columns[column]));
        }
        sheet.range(0, 0, 0, columns.length - 1).style().bold().set();
        sheet.freezePane(0, 1);
    }

    private static void texts(Worksheet sheet, int row, String... values) {
        for (int column = 0; column < values.length; column++) {
            sheet.value(row, column, HarmlessText.of(values[column]));
        }
    }

    /** What the report says, in the run's language. */
    private record Sentences(Messages messages) {

        String of(Finding finding) {
            return messages.of("rendering", finding);
        }

        /** The sentence said of a whole class or cohort instead of one student. */
        String ofGroup(String group, Finding finding) {
            List<String> args = new ArrayList<>(finding.args());
            args.set(0, group);
            return messages.text("rendering", finding.code(), args.toArray());
        }

        String form(String form) {
            return messages.text("rendering", "FORM_" + form);
        }

        String app(String key) {
            return messages.text("app", key);
        }
    }
}
