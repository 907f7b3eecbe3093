/** Disposal cases and destroyed records in PostgreSQL. */
@NullMarked
package nienkhoa.disposal.postgres;

import org.jspecify.annotations.NullMarked;
