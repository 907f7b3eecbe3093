package nienkhoa.rendering;

import java.util.List;
import java.util.Optional;
import nienkhoa.model.SchoolYear;

/**
 * What a run is asked for.
 *
 * @param year the school year whose documents are made
 * @param school one school's code; empty = every school of the register
 * @param className one class; empty = every class, and the registries of the cohorts
 * @param forms the forms asked for, at least one
 * @param exportSha256 the export whose data they are made from
 */
public record Scope(
        SchoolYear year,
        Optional<String> school,
        Optional<String> className,
        List<FormChoice> forms,
        String exportSha256) {

    public Scope {
        forms = List.copyOf(forms);
    }

    /**
     * One form in one of its variants.
     *
     * @param form for example {@code transcript-primary}
     * @param variant for example {@code year-pages}; empty = the variant that the edition names for the end of the year
     */
    public record FormChoice(String form, Optional<String> variant) {

        /** Reads {@code form} or {@code form/variant}. */
        public static FormChoice parse(String written) {
            int slash = written.indexOf('/');
            return slash < 0
                    ? new FormChoice(written, Optional.empty())
                    : new FormChoice(written.substring(0, slash), Optional.of(written.substring(slash + 1)));
        }
    }
}
