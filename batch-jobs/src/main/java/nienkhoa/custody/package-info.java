/** Who keeps which dossier: organisations over time, hand-overs between them, receipts of both sides. */
@NullMarked
package nienkhoa.custody;

import org.jspecify.annotations.NullMarked;
