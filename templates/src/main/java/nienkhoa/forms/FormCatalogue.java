package nienkhoa.forms;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The editions that this program knows, and which of them is in force for a result. */
public final class FormCatalogue {

    private final List<Form> forms;
    private final Regimes regimes;

    FormCatalogue(List<Form> forms, Regimes regimes) {
        this.forms = List.copyOf(forms);
        this.regimes = regimes;
    }

    /** The editions that come with the program; {@code forms/editions.txt} names their folders. */
    public static FormCatalogue bundled() {
        return load(Resources.CLASS_PATH);
    }

    /**
     * The editions that come with the program, as a home changes them.
     *
     * @param overrides folder of {@code <form>/<edition>/}, see {@code templates/README.md}; need not exist
     * @throws BadForm if files in it are wrong, with the name and place of each
     */
    public static FormCatalogue with(Path overrides) {
        FormCatalogue bundled = bundled();
        BadForm.All faults = new BadForm.All();
        faults.tried(() -> LocalForm.checkFolders(bundled.forms, overrides));
        List<Form> forms = bundled.forms.stream()
                .map(form -> faults.tried(() -> LocalForm.over(form, form.folder(overrides)), form))
                .toList();
        faults.raise();
        return new FormCatalogue(forms, bundled.regimes);
    }

    static FormCatalogue load(Resources resources) {
        List<Form> forms = resources
                .text("forms/editions.txt")
                .lines()
                .filter(line -> !line.isBlank())
                .map(folder -> Form.load(resources, "forms/" + folder))
                .toList();
        return new FormCatalogue(forms, Regimes.parse(resources.text(Regimes.FILE)));
    }

    List<Form> forms() {
        return forms;
    }

    /** With a form in place of the edition of the same name, or beside the others. */
    FormCatalogue replacing(Form form) {
        List<Form> all = new ArrayList<>(forms);
        Predicate<Form> same = one -> one.spec().form().equals(form.spec().form())
                && one.spec().edition().equals(form.spec().edition());
        if (all.stream().noneMatch(same)) {
            all.add(form);
        }
        all.replaceAll(one -> same.test(one) ? form : one);
        return new FormCatalogue(all, regimes);
    }

    public List<Edition> editions() {
        return forms.stream().map(Form::edition).toList();
    }

    /**
     * The edition of a form that has one: of papers that no school year decides about.
     *
     * @throws java.util.NoSuchElementException if there is no such form
     */
    public Edition edition(String form) {
        return editions().stream()
                .filter(edition -> edition.form().equals(form))
                .findFirst()
                .orElseThrow();
    }

    /**
     * The edition that a result of this school year and grade is printed on; empty if we have none yet.
     *
     * @param schoolYear first calendar year of the school year
     */
    public Optional<Edition> inForce(String form, int schoolYear, int grade) {
        Optional<String> regime = regimes.find(schoolYear, grade);
        return forms.stream()
                .filter(candidate -> candidate.spec().form().equals(form))
                .filter(candidate -> candidate.spec().isInForce(schoolYear, grade, regime.orElse("")))
                .map(Form::edition)
                .findFirst();
    }

    /**
     * A code list of an edition for a grade, in the order of the paper.
     *
     * @throws IllegalArgumentException if there is no such edition or list
     */
    public List<String> codes(String form, String edition, String list, int grade) {
        return forms.stream()
                .filter(candidate -> candidate.spec().form().equals(form)
                        && candidate.spec().edition().equals(edition))
                .findFirst()
                .map(found -> new Codes(found.spec().codes()).of(list, grade))
                .orElseThrow(() -> new IllegalArgumentException("no edition " + form + "/" + edition));
    }

    /**
     * The assessment regime of a school year and grade: {@code P27}, {@code P22}, {@code S22}, {@code S58}.
     *
     * @throws IllegalArgumentException if regimes.csv does not know
     */
    public String regime(int schoolYear, int grade) {
        return regimeIfKnown(schoolYear, grade)
                .orElseThrow(() -> new IllegalArgumentException("no regime for " + schoolYear + ", grade " + grade));
    }

    /** As {@link #regime}; empty if regimes.csv does not know. */
    public Optional<String> regimeIfKnown(int schoolYear, int grade) {
        return regimes.find(schoolYear, grade);
    }

    /**
     * An edition together with the other editions of its form.
     *
     * @throws IllegalArgumentException if the edition is of another catalogue
     */
    Book book(Edition edition) {
        return Book.of(form(edition), forms);
    }

    /** @throws IllegalArgumentException if the edition is of another catalogue */
    Form form(Edition edition) {
        return forms.stream()
                .filter(candidate -> candidate.edition().equals(edition))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown edition " + edition));
    }
}
