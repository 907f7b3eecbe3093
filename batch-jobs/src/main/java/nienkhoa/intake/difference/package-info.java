/** What a load would change in the register, class by class and field by field, and when that is too much. */
@NullMarked
package nienkhoa.intake.difference;

import org.jspecify.annotations.NullMarked;
