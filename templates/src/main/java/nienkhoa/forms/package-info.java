@NullMarked
package nienkhoa.forms;

import org.jspecify.annotations.NullMarked;
