/**
 * How a form looks: data in, proved and tagged PDF/A-3b out.
 *
 * <p>Start reading at {@link nienkhoa.forms.FormRenderer#render}: the data are proved, filled into the templates of an
 * edition, exported, finished in one pass, and the pages proved again. No Spring, no database.
 */
@NullMarked
package nienkhoa.forms;

import org.jspecify.annotations.NullMarked;
