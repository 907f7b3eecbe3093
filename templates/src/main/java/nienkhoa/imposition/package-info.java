/**
 * Finished documents laid out on sheets for a printer: PDF in, PDF out, nothing redrawn.
 *
 * <p>Start reading at {@link nienkhoa.imposition.Imposition#impose}; which page goes where is decided by
 * {@link nienkhoa.imposition.PageOrder} alone.
 */
@NullMarked
package nienkhoa.imposition;

import org.jspecify.annotations.NullMarked;
