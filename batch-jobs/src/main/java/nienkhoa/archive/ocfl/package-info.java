/** The dossier store as an OCFL 1.1 storage root on a file system. */
@NullMarked
package nienkhoa.archive.ocfl;

import org.jspecify.annotations.NullMarked;
