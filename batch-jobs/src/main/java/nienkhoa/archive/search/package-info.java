/** Finds what the archive holds about a student. */
@NullMarked
package nienkhoa.archive.search;

import org.jspecify.annotations.NullMarked;
