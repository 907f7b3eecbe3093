/** The register and the documents in PostgreSQL, as rendering sees them. */
@NullMarked
package nienkhoa.rendering.postgres;

import org.jspecify.annotations.NullMarked;
