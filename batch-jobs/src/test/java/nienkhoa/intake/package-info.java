@NullMarked
package nienkhoa.intake;

import org.jspecify.annotations.NullMarked;
