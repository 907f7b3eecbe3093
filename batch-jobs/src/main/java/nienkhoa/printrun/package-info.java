/** What comes out of a printer: codes on sheets, and what a scanned stack says about them. */
@NullMarked
package nienkhoa.printrun;

import org.jspecify.annotations.NullMarked;
