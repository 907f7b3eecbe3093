package nienkhoa.app;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nienkhoa.archive.ArchiveDocument;
import nienkhoa.archive.DossierKey;
import nienkhoa.archive.Retention;
import nienkhoa.archive.RetentionAdvice;
import nienkhoa.data.CanonicalJson;
import nienkhoa.forms.Edition;
import nienkhoa.forms.FormCatalogue;
import nienkhoa.forms.FormRenderer;
import nienkhoa.forms.FormRenderer.Outcome;
import nienkhoa.forms.PhotoSource;
import nienkhoa.language.Messages;
import nienkhoa.model.AssessmentTime;
import nienkhoa.model.School;
import nienkhoa.model.Student;
import nienkhoa.model.StudentId;
import nienkhoa.rendering.Documents;
import nienkhoa.rendering.PlannedDocument;
import nienkhoa.rendering.Register;
import nienkhoa.rendering.Signatures;
import nienkhoa.rendering.Unit;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * The papers that a printed dossier is bound and shelved with: cover, list of its documents, spine label, separator. They
 * say what the archive knows of the dossier; the places on the shelf stay blank.
 */
final class BundlePapers {

    private static final String FORM = "bundle-papers";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final FormCatalogue catalogue;
    private final FormRenderer renderer;
    private final Register register;
    private final Documents documents;
    private final RetentionAdvice retention;
    private final Messages words = Messages.vietnamese();

    BundlePapers(
            FormCatalogue catalogue,
            FormRenderer renderer,
            Register register,
            Documents documents,
            RetentionAdvice retention) {
        this.catalogue = catalogue;
        this.renderer = renderer;
        this.register = register;
        this.documents = documents;
        this.retention = retention;
    }

    /**
     * What the papers are about.
     *
     * @param signed the day of its documents
     */
    record Subject(DossierKey key, String recordClass, Unit unit, School.Name school, LocalDate signed) {}

    /** The PDF; empty, told in the log, if the form refuses what it would have to say. */
    Optional<byte[]> pdf(Subject subject, List<ArchiveDocument> archived) {
        return pdf(subject, archived, edition().yearEndVariant());
    }

    /** One of the papers, as a variant of the form. */
    Optional<byte[]> pdf(Subject subject, List<ArchiveDocument> archived, String variant) {
        Edition edition = edition();
        String json = CanonicalJson.write(data(subject, edition, variant, archived));
        Outcome outcome = renderer.render(edition, variant, json, PhotoSource.NONE);
        if (outcome instanceof Outcome.Rendered rendered) {
            return Optional.of(rendered.pdf());
        }
        LoggerFactory.getLogger(BundlePapers.class)
                .warn("no bundle papers of {}: {}", subject.key().id(), outcome);
        return Optional.empty();
    }

    private Edition edition() {
        return catalogue.edition(FORM);
    }

    private Map<String, Object> data(Subject subject, Edition edition, String variant, List<ArchiveDocument> archived) {
        DossierKey key = subject.key();
        List<Map<String, Object>> rows = rows(subject, archived);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("schema", "nienkhoa/" + FORM + "/1");
        data.put("document", document(subject, edition, variant));
        data.put("superior", superior(register.school(key.schoolCode()), subject.signed()));
        data.put("organisation", subject.school().name());
        data.put("title", words.text("rendering", "FORM_" + key.form()));
        data.put("code", key.id());
        data.put("period", key.period());
        data.put("className", key.className());
        data.put("retention", retention(subject));
        data.put("place", Map.of("town", subject.school().place()));
        data.put("from", subject.signed());
        data.put("to", subject.signed());
        data.put("documents", rows);
        data.put("documentCount", rows.size());
        data.put("sheetCount", archived.stream().mapToInt(BundlePapers::sheets).sum());
        return data;
    }

    /** The office above the school; the department for a school that has none between. */
    private static String superior(School school, LocalDate day) {
        String office = Signatures.office(school, day);
        return office.isEmpty() ? Signatures.department(school, day) : office;
    }

    private static Map<String, Object> document(Subject subject, Edition edition, String variant) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", subject.key().id());
        document.put("form", FORM);
        document.put("edition", edition.edition());
        document.put("variant", variant);
        document.put("issued", subject.signed());
        return document;
    }

    /** The documents in the order of the class list, with the sheets that they take when printed on both sides. */
    private List<Map<String, Object>> rows(Subject subject, List<ArchiveDocument> archived) {
        Map<String, PlannedDocument> planned = documents.ofUnit(subject.unit()).stream()
                .map(Documents.Known::document)
                .collect(Collectors.toMap(PlannedDocument::id, Function.identity()));
        List<ArchiveDocument> ordered = archived.stream()
                .sorted(Comparator.comparingInt((ArchiveDocument document) -> ordinal(planned.get(document.id())))
                        .thenComparing(ArchiveDocument::id))
                .toList();
        Map<StudentId, String> names = names(planned);
        List<Map<String, Object>> rows = new ArrayList<>();
        int sheet = 1;
        for (ArchiveDocument document : ordered) {
            Map<String, Object> row = new LinkedHashMap<>();
            int last = sheet + sheets(document) - 1;
            row.put("ordinal", rows.size() + 1);
            row.put("code", document.id());
            row.put("date", subject.signed());
            row.put("title", title(subject.key().form(), planned.get(document.id()), names));
            row.put("author", subject.school().name());
            row.put("sheet", last == sheet ? String.valueOf(sheet) : sheet + "-" + last);
            rows.add(row);
            sheet = last + 1;
        }
        return rows;
    }

    private static int ordinal(@Nullable PlannedDocument planned) {
        return planned == null ? Integer.MAX_VALUE : planned.ordinal();
    }

    private Map<StudentId, String> names(Map<String, PlannedDocument> planned) {
        List<StudentId> students = planned.values().stream()
                .map(PlannedDocument::studentId)
                .filter(id -> !id.isEmpty())
                .distinct()
                .map(StudentId::new)
                .toList();
        return register.students(students).stream().collect(Collectors.toMap(Student::id, Student::name));
    }

    private String title(String form, @Nullable PlannedDocument planned, Map<StudentId, String> names) {
        String title = words.text("rendering", "FORM_" + form);
        if (planned == null) {
            return title;
        }
        String about = planned.studentId().isEmpty()
                ? time(planned.variant())
                : names.getOrDefault(new StudentId(planned.studentId()), "");
        return about.isEmpty() ? title : title + ": " + about;
    }

    /** The assessment time of a class's document; the empty text for documents that are made once. */
    private String time(String variant) {
        return Arrays.stream(AssessmentTime.values())
                .map(AssessmentTime::name)
                .filter(variant::equals)
                .map(name -> words.text("rendering", "VARIANT_" + name))
                .findFirst()
                .orElse("");
    }

    private static int sheets(ArchiveDocument document) {
        return (document.pages() + 1) / 2;
    }

    /** How long the paper is kept, in the words of the cover; what no confirmed rule says is left open. */
    private String retention(Subject subject) {
        String until = retention.of(subject.key(), subject.recordClass()).stream()
                .filter(answer -> answer.medium().equals("PAPER"))
                .map(Retention::keptUntil)
                .findFirst()
                .orElse("");
        if (until.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return words.text("archive", "COVER_KEPT_UNTIL", DAY.format(LocalDate.parse(until)));
        }
        return switch (until) {
            case "permanent" -> words.text("archive", "COVER_PERMANENT");
            case "return-to-student" -> words.text("archive", "COVER_RETURN_TO_STUDENT");
            default -> words.text("archive", "COVER_UNKNOWN");
        };
    }
}
