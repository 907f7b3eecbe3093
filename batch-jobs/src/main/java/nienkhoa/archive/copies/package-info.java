/** Copies of the archive on other media: what each holds, bringing it up to date, proving it, restoring from it. */
@NullMarked
package nienkhoa.archive.copies;

import org.jspecify.annotations.NullMarked;
