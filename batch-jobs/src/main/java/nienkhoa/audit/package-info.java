/** Who did what to which record under which rule: a chain of acts, in the database and in the store. */
@NullMarked
package nienkhoa.audit;

import org.jspecify.annotations.NullMarked;
