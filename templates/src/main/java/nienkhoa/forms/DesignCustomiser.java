package nienkhoa.forms;

import net.sf.jasperreports.engine.design.JasperDesign;

/** Puts the columns of a part into its template before that is compiled. */
@FunctionalInterface
interface DesignCustomiser {

    void customise(JasperDesign design, FormSpec.Part part, ColumnTable table);
}
