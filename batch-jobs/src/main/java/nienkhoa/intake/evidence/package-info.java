/** Which school year and which date the data of an export seem to be of, whatever their titles say. */
@NullMarked
package nienkhoa.intake.evidence;

import org.jspecify.annotations.NullMarked;
