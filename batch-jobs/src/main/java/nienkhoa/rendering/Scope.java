package nienkhoa.rendering;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

        private static final Pattern WRITTEN = Pattern.compile("([a-z0-9-]+)(?:/([A-Za-z0-9_-]+))?");

        /**
         * Reads {@code transcript-primary} or {@code transcript-primary/year-pages}.
         *
         * @throws IllegalArgumentException if it is written in another way; whether the form exists is not asked here
         */
        public static FormChoice parse(String written) {
            Matcher choice = WRITTEN.matcher(written);
            if (!choice.matches()) {
                throw new IllegalArgumentException("not a form: " + written);
            }
            return new FormChoice(choice.group(1), Optional.ofNullable(choice.group(2)));
        }

        @Override
        public String toString() {
            return variant.map(chosen -> form + "/" + chosen).orElse(form);
        }
    }
}
