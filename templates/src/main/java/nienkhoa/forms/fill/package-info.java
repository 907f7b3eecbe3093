/**
 * Fills templates of the report engine without its filler: what a template decides is worked out once, what a document
 * decides again and again. The pages are those that the engine's filler makes; what is not known here is left to it.
 */
@NullMarked
package nienkhoa.forms.fill;

import org.jspecify.annotations.NullMarked;
