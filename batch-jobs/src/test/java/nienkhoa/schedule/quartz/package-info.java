@NullMarked
package nienkhoa.schedule.quartz;

import org.jspecify.annotations.NullMarked;
