package nienkhoa.forms.fill;

import net.sf.jasperreports.engine.JRPrintElement;
import org.jspecify.annotations.Nullable;

/** How one element of a template looks in one state of the template's conditional styles. */
interface Look {

    /**
     * A printed element that is not yet placed.
     *
     * @param content what {@link BandRun} found for it
     */
    JRPrintElement print(@Nullable Object content);
}
