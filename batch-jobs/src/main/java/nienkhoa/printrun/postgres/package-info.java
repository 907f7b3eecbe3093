/** Print runs in PostgreSQL. */
@NullMarked
package nienkhoa.printrun.postgres;

import org.jspecify.annotations.NullMarked;
