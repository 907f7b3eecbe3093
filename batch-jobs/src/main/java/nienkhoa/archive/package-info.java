/** Archive: dossiers in a versioned store, each version described by its {@code dossier.json}, and their catalogue. */
@NullMarked
package nienkhoa.archive;

import org.jspecify.annotations.NullMarked;
