/** What tests of several packages share. */
@NullMarked
package nienkhoa.testing;

import org.jspecify.annotations.NullMarked;
