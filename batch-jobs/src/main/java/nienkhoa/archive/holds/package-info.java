/** Cases that stop disposal. */
@NullMarked
package nienkhoa.archive.holds;

import org.jspecify.annotations.NullMarked;
