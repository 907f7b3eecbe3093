/** The words that users read: Vietnamese by default, English one switch away. */
@NullMarked
package nienkhoa.language;

import org.jspecify.annotations.NullMarked;
