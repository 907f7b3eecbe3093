@NullMarked
package nienkhoa.schedule.postgres;

import org.jspecify.annotations.NullMarked;
