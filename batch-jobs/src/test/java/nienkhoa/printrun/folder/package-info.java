@NullMarked
package nienkhoa.printrun.folder;

import org.jspecify.annotations.NullMarked;
