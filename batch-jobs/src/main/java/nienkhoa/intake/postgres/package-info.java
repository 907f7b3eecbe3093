/** Intake's working tables and its merge into the register, on PostgreSQL. */
@NullMarked
package nienkhoa.intake.postgres;

import org.jspecify.annotations.NullMarked;
