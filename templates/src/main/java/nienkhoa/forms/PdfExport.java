package nienkhoa.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintImage;
import net.sf.jasperreports.engine.JRPrintPage;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.fill.JRTemplatePrintText;
import nienkhoa.forms.Brush.Stamp;
import nienkhoa.forms.Stamps.Drawing;
import nienkhoa.forms.structure.Piece;

/**
 * Writes filled pages as one tagged PDF/A-3b, PDF/UA-1, in one pass. The pages look as if the report engine had exported them;
 * what is the same in every document is made once a process.
 */
final class PdfExport {

    static final String PROFILE = "fonts/sRGB-v4.icc";
    static final String CREATOR = "Niên Khóa";

    private static final int TYPICAL_PAGE_BYTES = 1 << 14;

    private final JasperReportsContext context;
    private final Stamps stamps;
    private final CellLines.Kept lines = new CellLines.Kept();
    private final StructureTree.Kept structures = new StructureTree.Kept();

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
            StructureTree tree = new StructureTree(objects, structures);
            return new Export(objects, pictures, drawing, constant, lines, tree).write(prints, finish);
        }
    }

    /** @param contents object numbers */
    private record Page(int number, List<Integer> contents, int width, int height) {}

    /** A page that was drawn: its content, deflated, and the faces that it uses. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Content(List<Piece> pieces, byte[] deflated, FaceUse use) {}

    /** One document. */
    private static final class Export {

        private final PdfObjects objects;
        private final Pictures pictures;
        private final Drawing drawing;
        private final Map<JRPrintPage, Content> constant;
        private final CellLines.Kept lines;
        private final StructureTree structure;
        private final FaceUse use = new FaceUse();
        private final PdfBytes content = new PdfBytes(TYPICAL_PAGE_BYTES);
        private final List<Page> pages = new ArrayList<>();

        Export(
                PdfObjects objects,
                Pictures pictures,
                Drawing drawing,
                Map<JRPrintPage, Content> constant,
                CellLines.Kept lines,
                StructureTree structure) {
            this.objects = objects;
            this.pictures = pictures;
            this.drawing = drawing;
            this.constant = constant;
            this.lines = lines;
            this.structure = structure;
        }

        byte[] write(List<JasperPrint> prints, PdfFinish finish) {
            List<JRPrintElement> before = List.of();
            for (JasperPrint print : prints) {
                structure.beginPart();
                boolean goesOn = false;
                before = ConstantPages.isConstant(print) ? List.of() : before;
                for (JRPrintPage page : print.getPages()) {
                    page(print, page, before, goesOn);
                    before = page.getElements();
                    goesOn = true;
                }
            }
            structure.finish();
            int tree = tree(use.embed(objects) + pictures.resources());
            return finish.write(objects, tree);
        }

        private void page(JasperPrint print, JRPrintPage page, List<JRPrintElement> before, boolean goesOn) {
            Content known = constant.get(page);
            List<Piece> pieces = known == null
                    ? Pieces.of(drawing::piece, print.getPageHeight(), page.getElements(), before, goesOn)
                    : known.pieces();
            PagePlan plan = structure.plan(pieces, print.getPageWidth());
            int number = structure.add(plan, print.getPageHeight());
            List<Integer> contents = known != null || ConstantPages.isConstant(print)
                    ? List.of(constant(print, page, plan, pieces))
                    : changing(print, page, plan);
            pages.add(new Page(number, contents, print.getPageWidth(), print.getPageHeight()));
        }

        private List<Integer> changing(JasperPrint print, JRPrintPage page, PagePlan plan) {
            CellLines above = draw(print, page, plan, use).lines();
            int words = objects.deflated("", content);
            return above.isEmpty() ? List.of(words) : List.of(words, deflated(lines.deflated(above, objects)));
        }

        private int deflated(byte[] data) {
            int number = objects.number();
            objects.deflated(number, "", data, data.length);
            return number;
        }

        /** Pictures have other names in each document. */
        private int constant(JasperPrint print, JRPrintPage page, PagePlan plan, List<Piece> pieces) {
            Content known = constant.get(page);
            if (known == null) {
                FaceUse own = new FaceUse();
                PageInk ink = draw(print, page, plan, own);
                ink.lines().draw(content);
                known = new Content(pieces, objects.deflate(content).copy(), own);
                if (!ink.isPictured()) {
                    constant.put(page, known);
                }
            }
            use.add(known.use());
            return deflated(known.deflated());
        }

        private PageInk draw(JasperPrint print, JRPrintPage page, PagePlan plan, FaceUse faces) {
            content.clear();
            PageInk ink = new PageInk(content, print.getPageHeight(), faces);
            int at = 0;
            for (JRPrintElement element : page.getElements()) {
                Stamp stamp = drawing.stamps().get(element);
                if (stamp == null) {
                    JRTemplatePrintText text = (JRTemplatePrintText) element;
                    TextLook look = Objects.requireNonNull(drawing.looks().get(text.getTemplate()));
                    ink.text(text, look, plan.mark(at));
                } else {
                    stamp(ink, element, stamp, plan.mark(at), faces);
                }
                at++;
            }
            ink.finish();
            return ink;
        }

        private void stamp(PageInk ink, JRPrintElement element, Stamp stamp, Mark mark, FaceUse faces) {
            ink.begin(element, mark);
            ink.drawn(stamp.operators());
            if (stamp.picture()) {
                ink.picture(pictures.name(((JRPrintImage) element).getRenderer()));
                ink.drawn(stamp.rest());
                ink.end(mark);
            } else {
                ink.end(mark);
                ink.artifact();
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
            for (int i = 0; i < pages.size(); i++) {
                Page page = pages.get(i);
                kids.append(page.number()).append(" 0 R ");
                objects.dictionary(page.number())
                        .add("<</Type/Page/Parent " + tree + " 0 R/Resources " + shared + " 0 R/MediaBox[0 0 "
                                + page.width() + " " + page.height() + "]/Contents" + references(page.contents())
                                + "/StructParents " + i + ">>");
            }
            objects.dictionary(tree).add("<</Type/Pages/Count " + pages.size() + "/Kids[" + kids + "]>>");
            return tree;
        }

        private static String references(List<Integer> numbers) {
            String references = numbers.stream().map(number -> number + " 0 R").collect(Collectors.joining(" "));
            return numbers.size() == 1 ? " " + references : "[" + references + "]";
        }
    }
}
