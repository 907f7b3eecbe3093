package nienkhoa.forms;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nienkhoa.forms.FormRenderer.Outcome;
import tools.jackson.core.JacksonException;

/** Makes the samples of editions, so that a person can look at them before a form is used. */
public final class Proofs {

    private final FormRenderer renderer;

    public Proofs(FormCatalogue catalogue) {
        this.renderer = new FormRenderer(catalogue);
    }

    /**
     * What became of a sample.
     *
     * @param name of the sample, without ending
     * @param about what the sample shows, in Vietnamese
     */
    public record Proof(String name, String about, Outcome outcome) {}

    /** The samples of an edition of the catalogue, by name. */
    public List<Proof> of(Edition edition) {
        return of(edition, FormSample.of(edition));
    }

    /** Whether a folder is that of an edition: {@link #inFolder} can be asked. */
    public static boolean isEdition(Path folder) {
        return Files.exists(folder.resolve(LocalForm.FORM));
    }

    /**
     * The samples of an edition as it lies in a folder of its own, apart from the program.
     *
     * @throws BadForm if the folder lacks a file or has one that cannot be used
     */
    public static List<Proof> inFolder(Path folder) throws IOException {
        Form form = load(folder);
        BadForm.All faults = new BadForm.All();
        faults.add(new FormCheck(form, file -> folder.resolve(file).normalize().toString()).faults(part -> true));
        faults.raise();
        FormCatalogue catalogue = FormCatalogue.bundled().replacing(form);
        return new Proofs(catalogue).of(form.edition(), FormSample.in(folder.resolve("samples")));
    }

    private static Form load(Path folder) {
        try {
            FormSpec spec = Form.YAML.readValue(Files.readAllBytes(folder.resolve(LocalForm.FORM)), FormSpec.class);
            String edition = "forms/" + spec.form() + "/" + spec.edition();
            return Form.load(Resources.of(folder, edition + "/"), edition);
        } catch (IOException | IllegalArgumentException | JacksonException e) {
            throw new BadForm(FormFault.UNREADABLE, folder.toString(), String.valueOf(e.getMessage()));
        }
    }

    private List<Proof> of(Edition edition, List<FormSample> samples) {
        List<Proof> proofs = new ArrayList<>();
        for (FormSample sample : samples) {
            Outcome outcome = renderer.render(edition, sample.variant(), sample.json(), sample::photo);
            proofs.add(new Proof(sample.name(), sample.about(), outcome));
        }
        return proofs;
    }
}
