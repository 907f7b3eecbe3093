/** What files look like inside: kinds told by content, and one reader for each, all of them streaming and bounded. */
@NullMarked
package nienkhoa.intake.formats;

import org.jspecify.annotations.NullMarked;
