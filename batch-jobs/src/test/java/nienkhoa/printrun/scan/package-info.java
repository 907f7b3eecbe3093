@NullMarked
package nienkhoa.printrun.scan;

import org.jspecify.annotations.NullMarked;
