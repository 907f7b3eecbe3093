/** The catalogue of the archive in PostgreSQL. */
@NullMarked
package nienkhoa.archive.postgres;

import org.jspecify.annotations.NullMarked;
