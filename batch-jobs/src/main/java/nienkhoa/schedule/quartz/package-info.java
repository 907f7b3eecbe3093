/** Quartz, which runs what is owed. */
@NullMarked
package nienkhoa.schedule.quartz;

import org.jspecify.annotations.NullMarked;
