/** Chooses the edition in force for student, school year and grade, fills it, proves it, and keeps what came of it. */
@NullMarked
package nienkhoa.rendering;

import org.jspecify.annotations.NullMarked;
