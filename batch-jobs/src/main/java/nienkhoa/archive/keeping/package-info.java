/** How long the dossiers of the archive are kept, all rules, holds and people's decisions taken together. */
@NullMarked
package nienkhoa.archive.keeping;

import org.jspecify.annotations.NullMarked;
