/** The workbook of findings that people mend from. */
@NullMarked
package nienkhoa.intake.xlsx;

import org.jspecify.annotations.NullMarked;
