/** Files of every kind, made by the tests themselves, whole and damaged. */
@NullMarked
package nienkhoa.intake.formats;

import org.jspecify.annotations.NullMarked;
