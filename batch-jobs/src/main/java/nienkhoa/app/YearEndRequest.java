package nienkhoa.app;

import java.nio.file.Path;
import java.util.Optional;
import nienkhoa.model.SchoolYear;
import nienkhoa.rendering.Scope.FormChoice;

/**
 * One year-end as asked for on the command line; what is empty is not narrowed down.
 *
 * @param export folder of the export; it exists
 * @param schoolCode only this school
 * @param className only this class, for example {@code 5A}
 * @param form only documents of this form
 * @param load how the export is taken into the register
 */
public record YearEndRequest(
        Path export,
        SchoolYear year,
        Optional<String> schoolCode,
        Optional<String> className,
        Optional<FormChoice> form,
        LoadChoice load) {}
