@NullMarked
package nienkhoa.retention;

import org.jspecify.annotations.NullMarked;
