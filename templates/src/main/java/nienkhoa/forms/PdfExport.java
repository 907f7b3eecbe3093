package nienkhoa.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintImage;
import net.sf.jasperreports.engine.JRPrintPage;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.fill.JRTemplatePrintText;
import nienkhoa.forms.Brush.Stamp;
import nienkhoa.forms.Stamps.Drawing;

/**
 * Writes filled pages as one PDF/A-3b in one pass. The pages look as if the report engine had exported them; what is the
 * same in every document is made once a process.
 */
final class PdfExport {

    static final String PROFILE = "fonts/sRGB-v4.icc";
    static final String CREATOR = "Niên Khóa";

    private static final int TYPICAL_PAGE_BYTES = 1 << 14;

    private final JasperReportsContext context;
    private final Stamps stamps;

    /** Contents of constant pages; see {@link ConstantPages}. */
    private final Map<JRPrintPage, Content> constant = new ConcurrentHashMap<>();

    PdfExport(JasperReportsContext context) {
        this.context = context;
        this.stamps = new Stamps(context);
        Faces.prepare();
    }

    byte[] export(List<JasperPrint> prints, PdfFinish finish) {
        try (PdfObjects objects = new PdfObjects(PdfFinish.RESERVED)) {
            Pictures pictures = new Pictures(context, objects);
            Drawing drawing = stamps.of(prints, pictures, constant.keySet());
            return new Export(objects, pictures, drawing, constant).write(prints, finish);
        }
    }

    private record Page(int content, int width, int height) {}

    /** The content of a page, deflated, and the faces that it uses. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Content(byte[] deflated, FaceUse use) {}

    /** One document. */
    private static final class Export {

        private final PdfObjects objects;
        private final Pictures pictures;
        private final Drawing drawing;
        private final Map<JRPrintPage, Content> constant;
        private final FaceUse use = new FaceUse();
        private final PdfBytes content = new PdfBytes(TYPICAL_PAGE_BYTES);
        private final List<Page> pages = new ArrayList<>();

        Export(PdfObjects objects, Pictures pictures, Drawing drawing, Map<JRPrintPage, Content> constant) {
            this.objects = objects;
            this.pictures = pictures;
            this.drawing = drawing;
            this.constant = constant;
        }

        byte[] write(List<JasperPrint> prints, PdfFinish finish) {
            for (JasperPrint print : prints) {
                for (JRPrintPage page : print.getPages()) {
                    int number = ConstantPages.isConstant(print) ? constant(print, page) : changing(print, page);
                    pages.add(new Page(number, print.getPageWidth(), print.getPageHeight()));
                }
            }
            int tree = tree(use.embed(objects) + pictures.resources());
            return finish.write(objects, tree);
        }

        private int changing(JasperPrint print, JRPrintPage page) {
            draw(print, page, use);
            return objects.deflated("", content);
        }

        /** Pictures have other names in each document. */
        private int constant(JasperPrint print, JRPrintPage page) {
            Content known = constant.get(page);
            if (known == null) {
                FaceUse own = new FaceUse();
                boolean isPictured = draw(print, page, own);
                known = new Content(objects.deflate(content).copy(), own);
                if (!isPictured) {
                    constant.put(page, known);
                }
            }
            use.add(known.use());
            int number = objects.number();
            objects.deflated(number, "", known.deflated(), known.deflated().length);
            return number;
        }

        /** Whether the page shows a picture. */
        private boolean draw(JasperPrint print, JRPrintPage page, FaceUse faces) {
            content.clear();
            PageInk ink = new PageInk(content, print.getPageHeight(), faces);
            boolean isPictured = false;
            for (JRPrintElement element : page.getElements()) {
                draw(ink, element, faces);
                Stamp stamp = drawing.stamps().get(element);
                isPictured |= stamp != null && stamp.picture();
            }
            return isPictured;
        }

        private void draw(PageInk ink, JRPrintElement element, FaceUse faces) {
            Stamp stamp = drawing.stamps().get(element);
            if (stamp == null) {
                JRTemplatePrintText text = (JRTemplatePrintText) element;
                ink.text(text, Objects.requireNonNull(drawing.looks().get(text.getTemplate())));
                return;
            }
            ink.drawn(stamp.operators());
            if (stamp.picture()) {
                content.add("/" + pictures.name(((JRPrintImage) element).getRenderer()) + " Do");
                ink.drawn(stamp.rest());
            }
            if (element instanceof JRPrintText text) {
                for (int face : stamp.faces()) {
                    faces.uses(face, text.getFullText());
                }
            }
        }

        private int tree(String resources) {
            int shared = objects.number();
            objects.dictionary(shared).add("<<" + resources + ">>");
            int tree = objects.number();
            StringBuilder kids = new StringBuilder();
            for (Page page : pages) {
                int number = objects.number();
                kids.append(number).append(" 0 R ");
                objects.dictionary(number)
                        .add("<</Type/Page/Parent " + tree + " 0 R/Resources " + shared + " 0 R/MediaBox[0 0 "
                                + page.width() + " " + page.height() + "]/Contents " + page.content() + " 0 R>>");
            }
            objects.dictionary(tree).add("<</Type/Pages/Count " + pages.size() + "/Kids[" + kids + "]>>");
            return tree;
        }
    }
}
