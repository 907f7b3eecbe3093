/**
 * What comes out of a printer: runs of bundles of sheets, the codes on them, what a printer says, what a person or a scan
 * saw, and what was done with the paper afterwards.
 *
 * <p>Start reading at {@link nienkhoa.printrun.PrintDesk}, then {@link nienkhoa.printrun.SendLoop}.
 */
@NullMarked
package nienkhoa.printrun;

import org.jspecify.annotations.NullMarked;
