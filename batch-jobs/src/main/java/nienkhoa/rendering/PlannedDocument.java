package nienkhoa.rendering;

import java.nio.charset.StandardCharsets;
import java.util.List;
import nienkhoa.data.CanonicalJson;
import nienkhoa.model.Finding;

/**
 * A document that has to be made, or a student for whom none can be, with the reason.
 *
 * @param unit the class section or cohort that it is made with
 * @param edition of the form; empty where none is in force
 * @param className empty for a cohort's document
 * @param cohort label such as {@code 2019-2024}; empty for a class section's document
 * @param studentId empty for a document about a whole class or cohort
 * @param ordinal the student's STT, 0 for a document about a whole class or cohort
 * @param reasons why it is not rendered; empty = it is to be rendered
 */
public record PlannedDocument(
        Unit unit,
        String form,
        String edition,
        String variant,
        String className,
        int grade,
        String cohort,
        String studentId,
        int ordinal,
        List<Finding> reasons) {

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public PlannedDocument {
        reasons = List.copyOf(reasons);
    }

    /**
     * The same for the same document on every machine and in every run, and saying nothing about the student.
     *
     * @return {@code VB-} and 16 letters or digits
     */
    public String id() {
        String name = String.join(
                "|", form, variant, unit.schoolCode(), unit.year().toString(), className, cohort, studentId);
        String digest = CanonicalJson.sha256(("nienkhoa/document/" + name).getBytes(StandardCharsets.UTF_8));
        StringBuilder id = new StringBuilder("VB-");
        for (int i = 0; i < 16; i++) {
            id.append(LETTERS.charAt(Integer.parseInt(digest.substring(2 * i, 2 * i + 2), 16) & 31));
        }
        return id.toString();
    }

    /** Folder and name in {@code out/}, without ending: {@code 2023-2024/31313401/5A/transcript-primary/012-VB-…}. */
    public String path() {
        String group =
                className.isEmpty() ? unit.name().replace(' ', '-') : className.replaceAll("[^\\p{L}\\p{N}._-]", "_");
        return "%s/%s/%s/%s/%s%s"
                .formatted(
                        unit.year(),
                        unit.schoolCode(),
                        group,
                        form,
                        ordinal == 0 ? "" : "%03d-".formatted(ordinal),
                        id());
    }
}
