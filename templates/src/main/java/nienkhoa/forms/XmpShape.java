package nienkhoa.forms;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The elements and values of XMP metadata, without the words that depend on the document. */
final class XmpShape {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[+-]\\d\\d:\\d\\d");
    private static final Pattern WORDS = Pattern.compile(".*/(title|creator)/.*");

    private XmpShape() {}

    /** @throws IOException if it is no well-formed XML */
    static Set<String> of(InputStream xmp) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        Set<String> facts = new TreeSet<>();
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(xmp, "UTF-8");
            String path = "";
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        path += "/" + reader.getLocalName();
                        facts.add(path + " " + reader.getNamespaceURI());
                        for (int i = 0; i < reader.getAttributeCount(); i++) {
                            facts.add(path + "@" + reader.getAttributeLocalName(i) + "=" + reader.getAttributeValue(i));
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> path = path.substring(0, path.lastIndexOf('/'));
                    case XMLStreamConstants.CHARACTERS ->
                        facts.add(path + "=" + value(path, reader.getText().strip()));
                    default -> {}
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        return facts;
    }

    private static String value(String path, String text) {
        if (DATE.matcher(text).matches()) {
            return "date";
        }
        return WORDS.matcher(path).matches() && !text.isEmpty() ? "words" : text;
    }
}
