/** The audit log in PostgreSQL. */
@NullMarked
package nienkhoa.audit.postgres;

import org.jspecify.annotations.NullMarked;
