package nienkhoa.rendering;

import java.util.Optional;
import nienkhoa.forms.Edition;
import nienkhoa.forms.FormCatalogue;
import nienkhoa.model.SchoolYear;

/**
 * The editions that the school years of one book are printed on. The regime belongs to the student, the school year and
 * the grade, so a book may hold years of another edition than the one in force in the year of the run.
 */
record YearEditions(FormCatalogue catalogue, PlannedDocument book) {

    /** Empty: the year is of a regime that the form has no edition for. */
    Optional<Edition> of(SchoolYear year, int grade) {
        return catalogue.inForce(book.form(), year.start(), grade);
    }

    /** The assessment regime of the year. */
    String regime(SchoolYear year, int grade) {
        return catalogue.regime(year.start(), grade);
    }

    /** The year's edition if it is another one than the book's own; the year's data then name it as {@code edition}. */
    Optional<Edition> other(SchoolYear year, int grade) {
        return of(year, grade).filter(edition -> !edition.edition().equals(book.edition()));
    }
}
