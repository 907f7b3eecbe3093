package nienkhoa.app;

import nienkhoa.archive.Archivist;
import nienkhoa.archive.postgres.RenderedDossiers;
import nienkhoa.forms.FormCatalogue;
import nienkhoa.forms.FormRenderer;
import nienkhoa.forms.PhotoSource;
import nienkhoa.intake.Intake;
import nienkhoa.rendering.Documents;
import nienkhoa.rendering.Gate;
import nienkhoa.rendering.Planner;
import nienkhoa.rendering.Register;
import nienkhoa.rendering.YearEndPapers;

/**
 * What a year-end works with.
 *
 * @param configuration of this machine
 */
record YearEndParts(
        Intake intake,
        Register register,
        Planner planner,
        Documents documents,
        YearEndPapers papers,
        FormCatalogue catalogue,
        FormRenderer renderer,
        PhotoSource photos,
        Gate gate,
        RenderedDossiers dossiers,
        DossierAssembly assembly,
        Archivist archivist,
        Configuration configuration) {

    /** How many documents are worked on at a time. */
    int threads() {
        return configuration.threads();
    }
}
