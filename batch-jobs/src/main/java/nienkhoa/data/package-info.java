/** Canonical JSON: the one way in which records are written, hashed, embedded and archived. */
@NullMarked
package nienkhoa.data;

import org.jspecify.annotations.NullMarked;
