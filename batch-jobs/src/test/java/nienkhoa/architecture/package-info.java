/** The directions of the house, held by tests. */
@NullMarked
package nienkhoa.architecture;

import org.jspecify.annotations.NullMarked;
