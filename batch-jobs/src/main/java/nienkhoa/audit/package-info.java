/** Who did what to which record under which rule, as one chain; what the tables of the archive hold follows from it. */
@NullMarked
package nienkhoa.audit;

import org.jspecify.annotations.NullMarked;
