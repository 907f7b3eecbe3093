package nienkhoa.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nienkhoa.forms.FormRenderer.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalFormTest {

    private static final FormCatalogue BUNDLED = FormCatalogue.bundled();

    @TempDir
    private Path overrides;

    @Test
    void changesNothingWithoutAFolder() {
        assertThat(FormCatalogue.with(overrides.resolve("none")).editions()).isEqualTo(BUNDLED.editions());
    }

    @Test
    void changesWordsEntryByEntryAndOnlyInItsEdition() throws IOException {
        write("transcript-primary/tt27-2020/labels.yaml", "labels:\n  cover.book: {text: \"SỔ HỌC BẠ\"}\n");

        FormCatalogue changed = FormCatalogue.with(overrides);

        Sample sample = Sample.of("transcript-primary", "tt27-2020", "shortest");
        assertThat(PdfReadback.text(render(changed, sample))).contains("SỔ HỌC BẠ", "Họ và tên học sinh:");
        for (int i = 0; i < BUNDLED.editions().size(); i++) {
            Edition ours = BUNDLED.editions().get(i);
            boolean isChanged =
                    ours.form().equals("transcript-primary") && ours.edition().equals("tt27-2020");
            assertThat(changed.editions().get(i).sha256().equals(ours.sha256())).isEqualTo(!isChanged);
        }
    }

    @Test
    void changesTheOrderOfRowsAndLeavesOthersAsTheyAre() throws IOException {
        write("transcript-primary/tt27-2020/form.yaml", "codes:\n  subjects:\n    all: [TOAN, TIENG_VIET, DAO_DUC]\n");

        Form form = form(FormCatalogue.with(overrides), "transcript-primary");

        assertThat(form.spec().codes().get("subjects"))
                .isEqualTo(Map.of("all", List.of("TOAN", "TIENG_VIET", "DAO_DUC")));
        assertThat(form.spec().codes().get("specificCompetences"))
                .isEqualTo(form(BUNDLED, "transcript-primary").spec().codes().get("specificCompetences"));
        assertThat(form.spec().mandatory()).contains("student.name");
    }

    @Test
    void refusesDataOfARowThatWasLeftOut() throws IOException {
        write("transcript-primary/tt27-2020/form.yaml", "codes:\n  subjects:\n    all: [TOAN]\n");
        FormCatalogue changed = FormCatalogue.with(overrides);
        Sample sample = Sample.of("transcript-primary", "tt27-2020", "year-pages-grade-1");

        Outcome outcome = new FormRenderer(changed)
                .render(sample.edition(changed), sample.variant(), sample.text(), sample::photo);

        assertThat(((Outcome.Refused) outcome).refusals())
                .anySatisfy(refusal -> assertThat(refusal.code()).isEqualTo(Refusal.BAD_VALUE));
    }

    @Test
    void replacesAColumnTable() throws IOException {
        String csv = ours("student-registry/book-a3/columns-primary.csv").replace("Nơi sinh", "Quê quán");
        write("student-registry/book-a3/columns-primary.csv", "\uFEFF" + csv.replace("\n", "\r\n"));

        FormCatalogue changed = FormCatalogue.with(overrides);

        Sample sample = Sample.of("student-registry", "book-a3", "primary-without-photos-five-students");
        assertThat(PdfReadback.text(render(changed, sample)))
                .contains("Quê quán")
                .doesNotContain("Nơi sinh");
    }

    @Test
    void replacesATemplate() throws IOException {
        String template = ours("run-report/v1/lines.jrxml");
        write("run-report/v1/lines.jrxml", template.replace("text(\"year\") + \":\"", "text(\"year\") + \" =\""));

        FormCatalogue changed = FormCatalogue.with(overrides);

        assertThat(PdfReadback.text(render(changed, Sample.of("run-report", "v1", "two-schools"))))
                .containsPattern("Năm học =");
    }

    @Test
    void replacesAFileThatTheEditionSharesWithAnother() throws IOException {
        String cover = ours("transcript-lower-secondary/tt22-2021/cover.jrxml");
        write(
                "transcript-upper-secondary/tt22-2021/cover.jrxml",
                cover.replace("<jasperReport ", "<!-- x --><jasperReport "));

        assertThat(FormCatalogue.with(overrides).editions())
                .filteredOn(edition -> !BUNDLED.editions().contains(edition))
                .extracting(Edition::form)
                .containsExactly("transcript-upper-secondary");
    }

    @Test
    void passesOverWhatFileManagersLeaveBehind() throws IOException {
        write("transcript-primary/tt27-2020/.DS_Store", "x");
        write("transcript-primary/Thumbs.db", "x");

        assertThat(FormCatalogue.with(overrides).editions()).isEqualTo(BUNDLED.editions());
    }

    /** {@code \n} in the text is a new line; the expected arguments are those after the place. */
    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            notes.txt                | x                                       | F101_UNKNOWN_FORM   |     | a file beside the forms
            transcript/tt27/x        | x                                       | F101_UNKNOWN_FORM   |     | no such form
            transcript-primary/v2/x  | x                                       | F101_UNKNOWN_FORM   |     | no such edition
            T/cover.pdf              | x                                       | F102_UNKNOWN_FILE   |     | no file of the edition
            T/labels.yaml            | labels: [                               | F103_UNREADABLE     | :1  | no YAML
            T/labels.yaml            | words: {}                               | F104_UNKNOWN_MEMBER | :1  | another member
            T/labels.yaml            | labels:\\n  a: {text: x, colour: red}   | F104_UNKNOWN_MEMBER | :2  | another member of a label
            T/labels.yaml            | labels:\\n\\n  cover.bok: {text: x}     | F105_UNKNOWN_LABEL  | :3  | a misspelt label
            T/labels.yaml            | labels:\\n  cover.book: {mark: design}  | F106_NO_TEXT        | :2  | no text
            T/labels.yaml            | labels:\\n  cover.book: {text: "✓"}     | F107_MISSING_GLYPH  | :2  | a character no face has
            T/form.yaml              | form: x                                 | F104_UNKNOWN_MEMBER | :1  | only codes may be changed
            T/form.yaml              | codes: {subject: {all: [TOAN]}}         | F108_UNKNOWN_CODES  |     | a misspelt list
            T/form.yaml              | codes:\\n  subjects: {4: [TOAN]}        | F108_UNKNOWN_CODES  | :2  | grades that ours does not part
            T/form.yaml              | codes:\\n  subjects: {all: [TOAN, LI]}  | F109_BAD_CODE       | :2  | a code that is unknown
            T/form.yaml              | codes:\\n  subjects: {all: [TOAN, TOAN]}| F109_BAD_CODE       | :2  | a code twice
            T/cover.jrxml            | <jasperReport                           | F114_BAD_TEMPLATE   |     | no XML
            """)
    void namesPlaceAndFaultOfABadFile(String file, String text, String code, String line, String why)
            throws IOException {
        Path written = write(file.replaceFirst("^T/", "transcript-primary/tt27-2020/"), text.replace("\\n", "\n"));

        assertThatThrownBy(() -> FormCatalogue.with(overrides)).isInstanceOfSatisfying(BadForm.class, bad -> {
            assertThat(bad.faults()).hasSize(1);
            assertThat(bad.faults().get(0).code()).isEqualTo(code);
            if (code.equals("F101_UNKNOWN_FORM")) {
                assertThat(written.toString())
                        .startsWith(bad.faults().get(0).args().get(0));
            } else {
                assertThat(bad.faults().get(0).args().get(0)).isEqualTo(written + (line == null ? "" : line));
            }
        });
    }

    @ParameterizedTest(name = "{4}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # replace                     | by                     | code               | line | why
            `{birthPlace},Nơi sinh,,,28,` | `{birthPlace},Nơi sinh,,,20,` | F112_WIDTHS  |      | columns narrower than the page
            `,28,text,no`                 | `,wide,text,no`        | F111_BAD_COLUMN    | :7   | no width
            `,28,text,no`                 | `,28,texts,no`         | F111_BAD_COLUMN    | :7   | no such kind
            `,28,text,no`                 | `,28,text,maybe`       | F111_BAD_COLUMN    | :7   | neither yes nor no
            `,28,text,no`                 | `,28,text`             | F110_COLUMN_MEMBERS| :7   | too few members
            `content,group`               | `group,content`        | F110_COLUMN_MEMBERS| :1   | another header
            `Nơi sinh`                    | `Nơisinhcủahọcsinhnữathật` | F113_HEADINGS      |      | a heading wider than its column
            """)
    void provesColumnsBeforeAnythingIsRendered(String replace, String by, String code, String line, String why)
            throws IOException {
        Path written = write(
                "student-registry/book-a3/columns-primary.csv",
                ours("student-registry/book-a3/columns-primary.csv")
                        .replaceFirst(java.util.regex.Pattern.quote(replace), by));

        assertThatThrownBy(() -> FormCatalogue.with(overrides)).isInstanceOfSatisfying(BadForm.class, bad -> {
            assertThat(bad.faults()).hasSize(1);
            assertThat(bad.faults().get(0).code()).isEqualTo(code);
            assertThat(bad.faults().get(0).args().get(0)).isEqualTo(written + (line == null ? "" : line));
        });
    }

    @Test
    void namesALabelThatATemplateLacks() throws IOException {
        String template = ours("run-report/v1/lines.jrxml");
        Path written = write("run-report/v1/lines.jrxml", template.replaceFirst("text\\(\"run\"\\)", "text(\"rum\")"));

        assertThatThrownBy(() -> FormCatalogue.with(overrides)).isInstanceOfSatisfying(BadForm.class, bad -> assertThat(
                        bad.faults().get(0))
                .isEqualTo(FormFault.of(FormFault.LABEL_MISSING, written.toString(), "rum")));
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() throws IOException {
        Path stray = write("notes.txt", "x");
        Path labels = write(
                "transcript-primary/tt27-2020/labels.yaml",
                "labels:\n  cover.bok: {text: x}\n  cover.book: {text: \"✓\"}\n  cover.school: {mark: design}\n");
        Path codes = write(
                "transcript-primary/tt27-2020/form.yaml",
                "codes:\n  subject: {all: [TOAN]}\n  subjects: {all: [TOAN, LI]}\n");
        Path unknown = write("transcript-primary/tt27-2020/cover.pdf", "x");
        Path columns = write(
                "student-registry/book-a3/columns-primary.csv",
                ours("student-registry/book-a3/columns-primary.csv").replace(",text,", ",texts,"));

        assertThatThrownBy(() -> FormCatalogue.with(overrides)).isInstanceOfSatisfying(BadForm.class, bad -> {
            assertThat(bad.faults().stream()
                            .filter(fault -> !fault.args().get(0).startsWith(columns.toString()))
                            .map(fault -> fault.code() + " " + fault.args().get(0)))
                    .containsExactlyInAnyOrder(
                            "F101_UNKNOWN_FORM " + stray,
                            "F102_UNKNOWN_FILE " + unknown,
                            "F105_UNKNOWN_LABEL " + labels + ":2",
                            "F107_MISSING_GLYPH " + labels + ":3",
                            "F106_NO_TEXT " + labels + ":4",
                            "F108_UNKNOWN_CODES " + codes + ":2",
                            "F109_BAD_CODE " + codes + ":3");
            assertThat(bad.faults().stream().filter(fault -> fault.args().get(0).startsWith(columns.toString())))
                    .hasSizeGreaterThan(1)
                    .allSatisfy(fault -> assertThat(fault.code()).isEqualTo("F111_BAD_COLUMN"));
        });
    }

    private Path write(String file, String text) throws IOException {
        Path path = overrides.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text);
    }

    private static String ours(String file) throws IOException {
        return Files.readString(Path.of("forms").resolve(file));
    }

    private static Form form(FormCatalogue catalogue, String name) {
        return catalogue.forms().stream()
                .filter(form -> form.spec().form().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static byte[] render(FormCatalogue catalogue, Sample sample) {
        Outcome outcome = new FormRenderer(catalogue)
                .render(sample.edition(catalogue), sample.variant(), sample.text(), sample::photo);
        return ((Outcome.Rendered) outcome).pdf();
    }
}
