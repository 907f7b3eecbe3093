/** What the machine does at night: the plan, the school calendar, what is owed, and what did not happen. */
@NullMarked
package nienkhoa.schedule;

import org.jspecify.annotations.NullMarked;
