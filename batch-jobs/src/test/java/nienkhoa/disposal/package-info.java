@NullMarked
package nienkhoa.disposal;

import org.jspecify.annotations.NullMarked;
