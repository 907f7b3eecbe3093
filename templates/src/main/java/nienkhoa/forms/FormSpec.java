package nienkhoa.forms;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What {@code form.yaml} says. See {@code templates/README.md} for every member.
 *
 * @param title label that names the kind of document in the PDF's metadata
 * @param author path of the author in the data (the school)
 * @param smallestFont in points; a text that had to be scaled below it is an overflow
 * @param workbook whether its column table is also given as a workbook
 * @param templatesOf form and edition in whose folder the templates lie ({@code transcript-lower-secondary/tt22-2021});
 *     absent: its own
 * @param files further files of the folder that decide the look, so that they count in the edition's SHA-256
 * @param marks of {@code inForce} and of each code list ({@code codes.subjects}); what has none counts as recalled
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
        @Nullable String templatesOf,
        List<String> files,
        Map<String, Mark> marks,
        List<Printed> printed,
        Limits limits) {

    FormSpec {
        mandatory = orEmpty(mandatory);
        values = orEmpty(values);
        counts = orEmpty(counts);
        joined = orEmpty(joined);
        photos = orEmpty(photos);
        files = orEmpty(files);
        codes = codes == null ? Map.of() : codes;
        marks = marks == null ? Map.of() : marks;
        printed = orEmpty(printed);
        limits = limits == null ? Limits.USUAL : limits;
    }

    /**
     * Where something is known from.
     *
     * @param mark {@code verified}, {@code recalled} or {@code design}, as of labels
     * @param source where it was seen; empty unless verified
     */
    record Mark(String mark, String source) {

        Mark {
            source = source == null ? "" : source;
        }
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
     * {@code from} … {@code to}, a {@code date}, or a text of a {@code pattern} (regular expression). With both of the
     * latter it is either: a birth date may be known to the month or the year alone.
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
     * @param template a {@code .jrxml} of the edition's folder, or of the one that {@code templatesOf} names
     * @param columns a column table applied to the template before it is compiled; absent: none
     * @param facing the column table of the facing page, with the same rows; absent: none
     * @param rows absent: one row, the part's node
     * @param pages most pages it may make; 0: any number
     * @param steps how often the text may be set smaller ({@code $P{step}} = 1 … steps) before it counts as overflow
     * @param caption what stands around a table, on paper and in its workbook; absent: the template says it
     * @param sheet label that names its sheet in the workbook; absent: a table's is named by the class, others have none
     * @param lines labels that its sheet holds, one a row, below the table if there is one
     * @param headerMm heights of the rows of its headings; empty: as the template says
     * @param rowMm height of a row; 0: as the template says
     * @param furtherPages pages that it may make more when no step fits into {@code pages}
     */
    record Part(
            String template,
            @Nullable String columns,
            @Nullable String facing,
            @Nullable RowSource rows,
            int pages,
            int steps,
            @Nullable Caption caption,
            @Nullable String sheet,
            List<String> lines,
            List<Double> headerMm,
            double rowMm,
            int furtherPages,
            @Nullable Continued continued) {

        Part {
            lines = orEmpty(lines);
            headerMm = orEmpty(headerMm);
        }

        String name() {
            return template.replace(".jrxml", "");
        }

        /** Its column tables: none, one, or two for facing pages. */
        List<String> tables() {
            return Stream.of(columns, facing).flatMap(Stream::ofNullable).toList();
        }

        /** Whether it is made of this file. */
        boolean uses(String file) {
            return file.equals(template)
                    || tables().contains(file)
                    || (continued != null && file.equals(continued.template()));
        }
    }

    /**
     * Texts that may go on on a further page of their own once no step fits.
     *
     * @param template of the further page; a row says where its words come from, and the words
     * @param texts paths of the texts from the part's node; the keys of their elements too
     * @param mark label of the words that end what stays
     * @param pages most further pages
     */
    record Continued(String template, List<String> texts, String mark, int pages) {

        /** Its rows stand in the part's node under this name. */
        static final String ROWS = "remarks";

        Part part() {
            RowSource rows = new RowSource(ROWS, null, Map.of(), null, 0);
            return new Part(template, null, null, rows, pages, 0, null, null, List.of(), List.of(), 0, 0, null);
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
     * What stands around a table; a template sees the members as parameters.
     *
     * @param title label above the table
     * @param left label below the title, on the left
     * @param right label below the title, on the right
     * @param who label of the person who signs
     * @param name path of that person's name
     */
    record Caption(
            @Nullable String title,
            @Nullable String left,
            @Nullable String right,
            @Nullable String who,
            @Nullable String name) {}

    /**
     * Where the rows of a table come from: a list of the node, a list of the document, or a code list joined with the
     * node's list of the same name.
     *
     * @param with what a row of {@code document} also holds: paths in the row by name, with values of the part's node
     *     in their places ({@code marks: "terms.TERM_1.subjects.{code}"})
     * @param atLeast empty rows are added up to this number
     */
    record RowSource(
            @Nullable String list,
            @Nullable String document,
            Map<String, String> with,
            @Nullable String codes,
            int atLeast) {

        RowSource {
            with = with == null ? Map.of() : with;
        }

        /** Path of the list in the document, for a part whose node is the document. */
        String path() {
            return document == null ? String.valueOf(list) : document;
        }
    }

    /** The folder of the templates. */
    String templateFolder() {
        return "forms/" + (templatesOf == null ? form + "/" + edition : templatesOf);
    }

    boolean isInForce(int schoolYear, int grade, String regime) {
        return (inForce.regimes().isEmpty() || inForce.regimes().contains(regime))
                && GradeRange.parse(inForce.grades()).holds(grade)
                && GradeRange.parse(inForce.schoolYears()).holds(schoolYear);
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
