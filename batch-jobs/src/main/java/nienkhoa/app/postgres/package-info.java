/** The database that comes with the product: PostgreSQL's own programs, run from the home folder. */
@NullMarked
package nienkhoa.app.postgres;

import org.jspecify.annotations.NullMarked;
