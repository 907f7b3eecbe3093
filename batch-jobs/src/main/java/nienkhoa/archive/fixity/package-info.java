/** Fixity: every file of every copy looked at in time, by a checker that proves itself with planted damage. */
@NullMarked
package nienkhoa.archive.fixity;

import org.jspecify.annotations.NullMarked;
