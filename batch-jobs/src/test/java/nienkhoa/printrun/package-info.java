@NullMarked
package nienkhoa.printrun;

import org.jspecify.annotations.NullMarked;
