/** Rules of assessment as data: what a grade is assessed in, and what averages, levels, promotion and titles follow. */
@NullMarked
package nienkhoa.intake.assessment;

import org.jspecify.annotations.NullMarked;
