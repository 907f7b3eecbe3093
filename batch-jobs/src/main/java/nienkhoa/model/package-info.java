/** School, student, class section, school year, document, dossier: records and sealed types with their rules. */
@NullMarked
package nienkhoa.model;

import org.jspecify.annotations.NullMarked;
