package nienkhoa.forms;

import java.util.List;

/**
 * One edition of a form: what a circular (or an office) says it looks like from some school year on.
 *
 * @param form for example {@code transcript-primary}
 * @param edition for example {@code tt27-2020}
 * @param sha256 of all its files and the faces, in lower-case hexadecimal; part of the recipe of a document
 * @param variants the ways to print it, for example {@code whole-book} and {@code year-pages}
 * @param yearEndVariant the variant that a year-end makes
 * @param recordClass the class of record in the retention rules, for example {@code HOC_BA}
 */
public record Edition(
        String form, String edition, String sha256, List<String> variants, String yearEndVariant, String recordClass) {

    public Edition {
        variants = List.copyOf(variants);
    }
}
