package nienkhoa.intake.formats;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import nienkhoa.intake.Workbooks.SheetVisitor;
import nienkhoa.intake.Workbooks.UnreadableWorkbook;

/** Workbooks in the format of Excel 2007 and later. Macros, embedded objects and external links are never followed. */
final class XlsxFile {

    private static final String MAIN_PART = "xl/workbook.xml";

    private XlsxFile() {}

    static void read(Path file, SheetVisitor visitor) throws UnreadableWorkbook {
        XlsxContainer container = Rows.guard(() -> XlsxContainer.open(file));
        try {
            read(container, visitor);
        } finally {
            Rows.guard(() -> {
                container.close();
                return file;
            });
        }
    }

    private static void read(XlsxContainer container, SheetVisitor visitor) throws UnreadableWorkbook {
        Book book = Rows.guard(() -> Book.of(container));
        if (container.names().stream().anyMatch(name -> name.endsWith("vbaproject.bin"))) {
            visitor.notice("I046_MACROS_IGNORED");
        }
        if (container.names().stream().anyMatch(name -> name.contains("/embeddings/"))) {
            visitor.notice("I047_EMBEDDED_IGNORED");
        }
        SharedTexts shared = Rows.guard(() -> book.sharedTexts(container));
        for (int i = 0; i < book.sheets.size(); i++) {
            Sheet sheet = book.sheets.get(i);
            try (XlsxRows rows = Rows.guard(() -> new XlsxRows(container.part(sheet.part), shared))) {
                Rows.show(rows, visitor.sheet(i, sheet.name, book.dates1904));
            }
        }
    }

    private record Sheet(String name, String part) {}

    /** The workbook's own part: which sheets there are and where they lie. */
    private record Book(List<Sheet> sheets, boolean dates1904, Optional<String> sharedPart) {

        static Book of(XlsxContainer container) throws IOException, XMLStreamException {
            String main = relations(container, "").values().stream()
                    .filter(relation -> relation.isOf("officeDocument"))
                    .map(Relation::part)
                    .findFirst()
                    .filter(container::has)
                    .orElse(MAIN_PART);
            Map<String, Relation> relations = relations(container, main);
            List<Sheet> sheets = new ArrayList<>();
            boolean dates1904 = false;
            try (XmlPart xml = new XmlPart(container.part(main))) {
                while (xml.nextTag()) {
                    if (xml.isStart("workbookPr")) {
                        dates1904 = xml.attributeAnywhere("date1904").matches("1|true|on");
                    } else if (xml.isStart("sheet")) {
                        sheet(xml, relations).ifPresent(sheets::add);
                    }
                }
            }
            Optional<String> shared = relations.values().stream()
                    .filter(relation -> relation.isOf("sharedStrings"))
                    .map(Relation::part)
                    .findFirst();
            return new Book(sheets, dates1904, shared);
        }

        /** Empty for sheets without cells, such as charts. */
        private static Optional<Sheet> sheet(XmlPart xml, Map<String, Relation> relations) throws IOException {
            String name = xml.attributeAnywhere("name");
            Relation relation = relations.get(xml.attributeAnywhere("id"));
            if (relation == null) {
                throw new IOException("sheet without a part");
            }
            return relation.isOf("worksheet") ? Optional.of(new Sheet(name, relation.part)) : Optional.empty();
        }

        SharedTexts sharedTexts(XlsxContainer container) throws IOException, XMLStreamException {
            return sharedPart.isPresent() ? SharedTexts.read(container.part(sharedPart.get())) : SharedTexts.none();
        }
    }

    /** The relations of a part, by their id; none if it has no list of them. */
    private static Map<String, Relation> relations(XlsxContainer container, String part)
            throws IOException, XMLStreamException {
        int folderEnd = part.lastIndexOf('/') + 1;
        String folder = part.substring(0, folderEnd);
        String list = folder + "_rels/" + part.substring(folderEnd) + ".rels";
        Map<String, Relation> relations = new LinkedHashMap<>();
        if (!container.has(list)) {
            return relations;
        }
        try (XmlPart xml = new XmlPart(container.part(list))) {
            while (xml.nextTag()) {
                if (xml.isStart("Relationship")
                        && !xml.attributeAnywhere("TargetMode").equals("External")) {
                    relations.put(
                            xml.attributeAnywhere("Id"),
                            new Relation(
                                    xml.attributeAnywhere("Type"), resolve(folder, xml.attributeAnywhere("Target"))));
                }
            }
        }
        return relations;
    }

    /** The name of a part inside the file; {@code ..} cannot lead out of it, because names are only looked up. */
    private static String resolve(String folder, String target) {
        Deque<String> steps = new ArrayDeque<>();
        String whole = target.startsWith("/") ? target : folder + target;
        for (String step : whole.replace('\\', '/').split("/", -1)) {
            if (step.equals("..")) {
                steps.pollLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.addLast(step);
            }
        }
        return String.join("/", steps);
    }

    private record Relation(String type, String part) {

        boolean isOf(String lastWord) {
            return type.endsWith("/" + lastWord);
        }
    }
}
