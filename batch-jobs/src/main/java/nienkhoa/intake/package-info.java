/**
 * Recognises the files of an export by their headers, checks every row and writes new revisions into the register.
 * Start reading at {@link nienkhoa.intake.Intake}.
 */
@NullMarked
package nienkhoa.intake;

import org.jspecify.annotations.NullMarked;
