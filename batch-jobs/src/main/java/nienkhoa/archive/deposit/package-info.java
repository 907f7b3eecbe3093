/** Takes files that are not rendered here into the archive: plans, lesson plans, minutes, signed scans. */
@NullMarked
package nienkhoa.archive.deposit;

import org.jspecify.annotations.NullMarked;
