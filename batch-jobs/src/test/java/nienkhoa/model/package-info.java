@NullMarked
package nienkhoa.model;

import org.jspecify.annotations.NullMarked;
