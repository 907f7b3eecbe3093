package nienkhoa.forms;

import java.io.ByteArrayOutputStream;
import java.util.List;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;
import net.sf.jasperreports.pdf.type.PdfaConformanceEnum;

/** Writes filled pages as one PDF/A-3b. The bytes still differ from run to run: {@link PdfFinish} settles that. */
final class PdfExport {

    static final String PROFILE = "fonts/sRGB-v4.icc";
    static final String CREATOR = "Niên Khóa";

    private static final int TYPICAL_BYTES = 1 << 17;

    private final JasperReportsContext context;

    PdfExport(JasperReportsContext context) {
        this.context = context;
        Faces.prepare();
    }

    byte[] export(List<JasperPrint> prints, String title, String author) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(TYPICAL_BYTES);
        JRPdfExporter exporter = new JRPdfExporter(context);
        exporter.setExporterInput(SimpleExporterInput.getInstance(prints));
        exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(out));
        SimplePdfExporterConfiguration configuration = new SimplePdfExporterConfiguration();
        configuration.setPdfaConformance(PdfaConformanceEnum.PDFA_3B);
        configuration.setIccProfilePath(PROFILE);
        configuration.setCompressed(true);
        configuration.setMetadataTitle(title);
        configuration.setDisplayMetadataTitle(true);
        configuration.setMetadataAuthor(author);
        configuration.setMetadataCreator(CREATOR);
        exporter.setConfiguration(configuration);
        try {
            exporter.exportReport();
        } catch (JRException e) {
            throw new IllegalStateException(title, e);
        }
        return out.toByteArray();
    }
}
