/** Prints into a folder or onto a stick: numbered files that a person prints anywhere. */
@NullMarked
package nienkhoa.printrun.folder;

import org.jspecify.annotations.NullMarked;
