/** Benchmarks that print figures with ratios; started by {@code scripts/bench}. */
@NullMarked
package nienkhoa.bench;

import org.jspecify.annotations.NullMarked;
