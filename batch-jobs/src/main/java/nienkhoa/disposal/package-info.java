/** Disposal of records whose period is over: the case, its papers, the destruction and its proof. */
@NullMarked
package nienkhoa.disposal;

import org.jspecify.annotations.NullMarked;
