/** Custody in PostgreSQL. */
@NullMarked
package nienkhoa.custody.postgres;

import org.jspecify.annotations.NullMarked;
