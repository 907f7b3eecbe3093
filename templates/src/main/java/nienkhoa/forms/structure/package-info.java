/**
 * What stands on a page, as a reader hears it: headings, paragraphs, tables of rows and cells, pictures. Found by where the
 * pieces of a page stand and how they look; knows neither the report engine nor PDF.
 */
@NullMarked
package nienkhoa.forms.structure;

import org.jspecify.annotations.NullMarked;
