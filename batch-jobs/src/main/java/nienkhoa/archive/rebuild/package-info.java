/** Makes the database again from the store alone, and compares what comes out with what is there. */
@NullMarked
package nienkhoa.archive.rebuild;

import org.jspecify.annotations.NullMarked;
