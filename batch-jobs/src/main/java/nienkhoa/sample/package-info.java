/**
 * Synthetic school districts: exports as the sector database writes them, about students who do not exist.
 *
 * <p>The same options give the same bytes of every file, whatever the machine's threads, locale and time zone.
 */
@NullMarked
package nienkhoa.sample;

import org.jspecify.annotations.NullMarked;
