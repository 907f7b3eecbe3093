@NullMarked
package nienkhoa.printrun.ipp;

import org.jspecify.annotations.NullMarked;
