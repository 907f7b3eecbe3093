@NullMarked
package nienkhoa.schedule;

import org.jspecify.annotations.NullMarked;
