/** Reads the codes of sheets from pictures and scanned files. */
@NullMarked
package nienkhoa.printrun.scan;

import org.jspecify.annotations.NullMarked;
