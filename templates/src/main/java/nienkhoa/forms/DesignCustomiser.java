package nienkhoa.forms;

import net.sf.jasperreports.engine.design.JasperDesign;

/** Changes a template before it is compiled, from a data file that {@code form.yaml} names ({@code columns:}). */
@FunctionalInterface
interface DesignCustomiser {

    /** @param table the text of the data file */
    void customise(JasperDesign design, String table);
}
