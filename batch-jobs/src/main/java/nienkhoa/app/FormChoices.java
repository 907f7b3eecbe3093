package nienkhoa.app;

import java.util.List;
import nienkhoa.forms.Edition;
import nienkhoa.forms.FormCatalogue;
import org.jspecify.annotations.Nullable;

/** The form named after {@code --form} of the commands below {@code templates}. */
final class FormChoices {

    private FormChoices() {}

    /** @throws Problem if a form is named that we do not have */
    static void check(@Nullable String form) {
        if (form == null) {
            return;
        }
        List<String> forms = FormCatalogue.bundled().editions().stream()
                .map(Edition::form)
                .distinct()
                .toList();
        if (!forms.contains(form)) {
            throw Problem.wrongUse("S052_UNKNOWN_FORM", form, String.join(", ", forms));
        }
    }
}
