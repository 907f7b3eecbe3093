package nienkhoa.intake.formats;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** The texts that the cells of a workbook share. They stay in memory while it is read. */
final class SharedTexts {

    /** Ten million short texts, or the names and comments of more than 100,000 students. */
    static final long MAX_MEMORY_BYTES = 160L << 20;

    /** A Java string of no length; each letter takes up to two more. */
    private static final int EMPTY_STRING_BYTES = 56;

    private final List<String> texts = new ArrayList<>();

    /** @throws IndexOutOfBoundsException if the workbook has no such text */
    String get(int index) {
        return texts.get(index);
    }

    static SharedTexts none() {
        return new SharedTexts();
    }

    static SharedTexts read(XlsxContainer.Part part) throws IOException, XMLStreamException {
        SharedTexts shared = new SharedTexts();
        long memory = 0;
        try (XmlPart xml = new XmlPart(part)) {
            while (xml.nextTag()) {
                if (xml.isStart("si")) {
                    part.mark();
                    String text = richText(xml, "si");
                    memory += text.isEmpty() ? 8 : EMPTY_STRING_BYTES + 2L * text.length();
                    if (memory > MAX_MEMORY_BYTES) {
                        throw new TooLarge(TooLarge.PACKED, "shared texts");
                    }
                    shared.texts.add(text);
                }
            }
        }
        return shared;
    }

    /** Text in one or many runs; how it is pronounced (East Asian phonetic runs) is no part of it. */
    static String richText(XmlPart xml, String element) throws XMLStreamException {
        String text = "";
        StringBuilder more = null;
        while (xml.nextTag() && !xml.isEnd(element)) {
            if (xml.isStart("rPh")) {
                xml.skip();
            } else if (xml.isStart("t")) {
                String run = xml.text(CellRow.MAX_TEXT);
                if (text.isEmpty()) {
                    text = run;
                } else {
                    more = more == null ? new StringBuilder(text) : more;
                    if (more.length() <= CellRow.MAX_TEXT) {
                        more.append(run);
                    }
                }
            }
        }
        String whole = more == null ? text : more.toString();
        return EscapedText.plain(whole.length() > CellRow.MAX_TEXT ? whole.substring(0, CellRow.MAX_TEXT + 1) : whole);
    }
}
