/** Verification of an archive from outside: nothing but the archive's folder is asked. */
@NullMarked
package nienkhoa.archive.verify;

import org.jspecify.annotations.NullMarked;
