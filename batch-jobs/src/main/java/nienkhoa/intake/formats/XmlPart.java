package nienkhoa.intake.formats;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * One XML text while it is read, forward only. A document type is refused, wherever it stands: it is the door for entities
 * that expand without end or fetch files and addresses, and no spreadsheet needs one.
 */
final class XmlPart implements Closeable {

    private final Closeable in;
    private final XMLStreamReader xml;

    XmlPart(InputStream in) throws XMLStreamException {
        this.in = in;
        this.xml = factory().createXMLStreamReader(in);
    }

    XmlPart(Reader in) throws XMLStreamException {
        this.in = in;
        this.xml = factory().createXMLStreamReader(in);
    }

    /** One a part: a factory keeps every name that it ever saw. */
    private static XMLInputFactory factory() {
        InputFactoryImpl factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** Goes to the next start or end of an element; false at the end of the text. */
    boolean nextTag() throws XMLStreamException {
        while (xml.hasNext()) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
                return true;
            }
        }
        return false;
    }

    private int next() throws XMLStreamException {
        int event = xml.next();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new XMLStreamException("document type or entity");
        }
        return event;
    }

    boolean isStart() {
        return xml.isStartElement();
    }

    boolean isStart(String name) {
        return xml.isStartElement() && xml.getLocalName().equals(name);
    }

    boolean isEnd(String name) {
        return xml.isEndElement() && xml.getLocalName().equals(name);
    }

    String name() {
        return xml.getLocalName();
    }

    /** An attribute without a namespace. */
    @Nullable String attribute(String name) {
        return xml.getAttributeValue("", name);
    }

    /** An attribute in whatever namespace. */
    String attributeAnywhere(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    /** All text up to the end of the current element; beyond {@code most} characters it is left out. */
    String text(int most) throws XMLStreamException {
        String first = "";
        StringBuilder more = null;
        int depth = 1;
        while (depth > 0) {
            int event = next();
            if (event == XMLStreamConstants.CHARACTERS
                    || event == XMLStreamConstants.CDATA
                    || event == XMLStreamConstants.SPACE) {
                if (first.isEmpty()) {
                    first = xml.getText();
                } else {
                    more = more == null ? new StringBuilder(first) : more;
                    if (more.length() <= most) {
                        more.append(xml.getText());
                    }
                }
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
        return more == null ? first : more.toString();
    }

    /** Passes over the current element. */
    void skip() throws XMLStreamException {
        int depth = 1;
        while (depth > 0 && nextTag()) {
            depth += xml.isStartElement() ? 1 : -1;
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
