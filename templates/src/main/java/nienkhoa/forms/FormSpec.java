package nienkhoa.forms;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code form.yaml} says. See {@code templates/README.md} for every member.
 *
 * @param title label that names the kind of document in the PDF's metadata
 * @param author path of the author in the data (the school)
 * @param smallestFont in points; a text that had to be scaled below it is an overflow
 * @param workbook whether its column table is also given as a workbook
 * @param files further files of the folder that decide the look, so that they count in the edition's SHA-256
 * @param printed values that have to stand on some page
 */
record FormSpec(
        String form,
        String edition,
        String recordClass,
        String title,
        String author,
        InForce inForce,
        List<String> variants,
        String yearEndVariant,
        double smallestFont,
        boolean workbook,
        List<String> mandatory,
        List<Allowed> values,
        List<Count> counts,
        List<Joined> joined,
        List<String> photos,
        Map<String, Map<String, List<String>>> codes,
        List<Section> sections,
        List<String> files,
        List<Printed> printed,
        Limits limits) {

    FormSpec {
        mandatory = orEmpty(mandatory);
        values = orEmpty(values);
        counts = orEmpty(counts);
        joined = orEmpty(joined);
        photos = orEmpty(photos);
        files = orEmpty(files);
        printed = orEmpty(printed);
        limits = limits == null ? Limits.USUAL : limits;
        codes = codes == null ? Map.of() : codes;
    }

    /**
     * Which results an edition is for.
     *
     * @param regimes assessment regimes (regimes.csv); empty: any
     * @param grades for example {@code 1-5}
     * @param schoolYears first years, for example {@code 2020-2026}; {@code all}
     */
    record InForce(List<String> regimes, String grades, String schoolYears) {

        InForce {
            regimes = orEmpty(regimes);
            schoolYears = schoolYears == null ? "all" : schoolYears;
        }
    }

    /**
     * What a value may be, if there is one: one of {@code oneOf}, one of the code list {@code codes}, a whole number
     * {@code from} … {@code to}, a {@code date}, or a text of a {@code pattern} (regular expression).
     */
    record Allowed(
            String path,
            List<String> oneOf,
            @Nullable String codes,
            @Nullable Integer from,
            @Nullable Integer to,
            boolean date,
            @Nullable String pattern) {

        Allowed {
            oneOf = orEmpty(oneOf);
        }
    }

    /** How many items a list must have; {@code variants} empty: in every variant. */
    record Count(String path, List<String> variants, int from, int to) {

        Count {
            variants = orEmpty(variants);
        }
    }

    /**
     * Lists that are printed as the rows of the code list of the same name: an item with a code that the list lacks, or
     * that comes twice, would vanish.
     *
     * @param of path of the nodes that have the lists (and a grade), for example {@code years[]}
     */
    record Joined(String of, List<String> lists) {}

    /**
     * Templates printed one behind the other, once or for each item of a list.
     *
     * @param forEach path of the list; absent: once, for the document itself
     * @param variants variants of the document that have the section; empty: all
     * @param grades grades (of the item) that have the section
     * @param when values (of the item) by path that have the section; empty: all
     */
    record Section(
            @Nullable String forEach,
            List<String> variants,
            @Nullable String grades,
            Map<String, String> when,
            List<Part> parts) {

        Section {
            variants = orEmpty(variants);
            when = when == null ? Map.of() : when;
        }

        boolean appliesTo(String variant, Node at) {
            GradeRange range = grades == null ? GradeRange.ALL : GradeRange.parse(grades);
            return (variants.isEmpty() || variants.contains(variant))
                    && range.holds(at.number("grade"))
                    && when.entrySet().stream()
                            .allMatch(value -> at.text(value.getKey()).equals(value.getValue()));
        }
    }

    /**
     * One template and how it is filled.
     *
     * @param template a {@code .jrxml} of the edition's folder
     * @param columns a column table applied to the template before it is compiled; absent: none
     * @param rows absent: one row, the part's node
     * @param pages most pages it may make; 0: any number
     * @param steps how often the text may be set smaller ({@code $P{step}} = 1 … steps) before it counts as overflow
     * @param furtherPages pages that it may make more when no step fits into {@code pages}
     */
    record Part(
            String template,
            @Nullable String columns,
            @Nullable RowSource rows,
            int pages,
            int steps,
            int furtherPages,
            @Nullable Continued continued) {

        String name() {
            return template.replace(".jrxml", "");
        }

        /** With the further pages. */
        Part extended() {
            return new Part(template, columns, rows, pages + furtherPages, steps, 0, continued);
        }
    }

    /**
     * Texts that may go on on a further page of their own once no step fits.
     *
     * @param template of the further page; its rows have {@code path} and {@code text}
     * @param texts paths of the texts from the part's node; the keys of their elements too
     * @param mark label of the words that end what stays
     * @param pages most further pages
     */
    record Continued(String template, List<String> texts, String mark, int pages) {

        Part part() {
            return new Part(template, null, null, pages, 0, 0, null);
        }
    }

    /** Paths of values that have to stand on some page; {@code variants} empty: in every variant. */
    record Printed(List<String> variants, List<String> paths) {

        Printed {
            variants = orEmpty(variants);
        }
    }

    /** What one document may cost; a member that is absent has the value of {@link #USUAL}. */
    record Limits(int bytes, int seconds) {

        private static final int USUAL_BYTES = 8_000_000;
        private static final int USUAL_SECONDS = 120;

        static final Limits USUAL = new Limits(USUAL_BYTES, USUAL_SECONDS);

        Limits {
            bytes = bytes == 0 ? USUAL_BYTES : bytes;
            seconds = seconds == 0 ? USUAL_SECONDS : seconds;
        }
    }

    /**
     * Where the rows of a table come from: a list of the node, or a code list joined with the node's list of the same
     * name.
     *
     * @param atLeast empty rows are added up to this number
     */
    record RowSource(@Nullable String list, @Nullable String codes, int atLeast) {}

    boolean isInForce(int schoolYear, int grade, String regime) {
        return (inForce.regimes().isEmpty() || inForce.regimes().contains(regime))
                && GradeRange.parse(inForce.grades()).holds(grade)
                && GradeRange.parse(inForce.schoolYears()).holds(schoolYear);
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
