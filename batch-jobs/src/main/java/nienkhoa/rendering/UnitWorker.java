package nienkhoa.rendering;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nienkhoa.data.CanonicalJson;
import nienkhoa.forms.Edition;
import nienkhoa.forms.FormCatalogue;
import nienkhoa.forms.FormRenderer;
import nienkhoa.forms.FormRenderer.Outcome;
import nienkhoa.forms.PhotoSource;
import nienkhoa.model.Finding;

/**
 * Makes the documents of one unit, one after another. A document whose recipe and files are unchanged since an earlier
 * run is kept; its files are compared by digest, not by date.
 */
public final class UnitWorker {

    /** Raised when the engine makes other bytes of the same data and edition. */
    private static final int ENGINE = 4;

    private final FormCatalogue catalogue;
    private final FormRenderer renderer;
    private final PhotoSource photos;
    private final DocumentFiles files;
    private final DocumentData data;

    /** @param issued the day above the signatures; the documents' own date too */
    public UnitWorker(
            Register register,
            YearEndPapers papers,
            Unit unit,
            LocalDate issued,
            FormCatalogue catalogue,
            FormRenderer renderer,
            PhotoSource photos,
            Path out) {
        this.catalogue = catalogue;
        this.renderer = renderer;
        this.photos = photos;
        this.files = new DocumentFiles(out);
        this.data = new DocumentData(register, papers, catalogue, unit, issued);
    }

    /** Makes one document, or keeps it. */
    public Result work(Documents.Known known) {
        PlannedDocument document = known.document();
        Edition edition = edition(document);
        DocumentData.Built built = data.build(document);
        if (!built.reasons().isEmpty()) {
            files.remove(document);
            return new Result.NotRendered(document, built.reasons());
        }
        String json = CanonicalJson.write(built.json());
        String dataSha256 = CanonicalJson.sha256(json);
        String recipe = recipe(edition, built.others(), document, dataSha256);
        if (recipe.equals(known.made().recipeSha256()) && files.areStill(document, known.made())) {
            return new Result.Kept(document, known.made());
        }
        return render(document, edition, json, recipe, built.json());
    }

    private Edition edition(PlannedDocument document) {
        return catalogue.editions().stream()
                .filter(edition -> edition.form().equals(document.form())
                        && edition.edition().equals(document.edition()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no edition of " + document.form()));
    }

    private Result render(
            PlannedDocument document, Edition edition, String json, String recipe, Map<String, Object> source) {
        Outcome outcome = renderer.render(edition, document.variant(), json, photos);
        if (outcome instanceof Outcome.Rendered rendered) {
            byte[] data = json.getBytes(StandardCharsets.UTF_8);
            return new Result.Rendered(document, files.write(document, recipe, data, rendered));
        }
        files.remove(document);
        List<Finding> reasons = new ArrayList<>();
        ((Outcome.Refused) outcome)
                .refusals()
                .forEach(refusal -> reasons.add(RefusalReason.of(document, source, refusal)));
        return new Result.Rejected(document, reasons);
    }

    /** Everything that decides the bytes of a document. */
    private static String recipe(Edition edition, List<Edition> others, PlannedDocument document, String dataSha256) {
        Map<String, Object> recipe = new LinkedHashMap<>();
        recipe.put("data", dataSha256);
        recipe.put("edition", edition.sha256());
        if (!others.isEmpty()) {
            recipe.put("others", others.stream().map(Edition::sha256).toList());
        }
        recipe.put("variant", document.variant());
        recipe.put("engine", ENGINE);
        return CanonicalJson.sha256(CanonicalJson.write(recipe));
    }
}
