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

/**
 * The report engine's own export to PDF/A-3b, as anybody would write it: what {@link PdfExport} is measured against, in
 * time ({@link RenderBench}) and in pixels. No document is made with it.
 */
final class PlainExport {

    private static final int TYPICAL_BYTES = 1 << 17;

    private final JasperReportsContext context;

    PlainExport(JasperReportsContext context) {
        this.context = context;
        Faces.prepare();
    }

    byte[] export(List<JasperPrint> prints) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(TYPICAL_BYTES);
        JRPdfExporter exporter = new JRPdfExporter(context);
        exporter.setExporterInput(SimpleExporterInput.getInstance(prints));
        exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(out));
        SimplePdfExporterConfiguration configuration = new SimplePdfExporterConfiguration();
        configuration.setPdfaConformance(PdfaConformanceEnum.PDFA_3B);
        configuration.setIccProfilePath(PdfExport.PROFILE);
        configuration.setCompressed(true);
        configuration.setMetadataTitle("Văn bản");
        configuration.setDisplayMetadataTitle(true);
        configuration.setMetadataAuthor("Trường");
        configuration.setMetadataCreator(PdfExport.CREATOR);
        exporter.setConfiguration(configuration);
        try {
            exporter.exportReport();
        } catch (JRException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }
}
