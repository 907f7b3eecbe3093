/** The command line, the home folder, configuration and wiring: the only package that names adapters. */
@NullMarked
package nienkhoa.app;

import org.jspecify.annotations.NullMarked;
