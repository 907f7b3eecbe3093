/** The night's runs and pauses in PostgreSQL. */
@NullMarked
package nienkhoa.schedule.postgres;

import org.jspecify.annotations.NullMarked;
