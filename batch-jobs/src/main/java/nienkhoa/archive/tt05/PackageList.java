package nienkhoa.archive.tt05;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import nienkhoa.archive.DossierManifest.FileLine;
import org.jspecify.annotations.Nullable;

/** Reads which files a {@code METS.xml} lists, from the file as it comes. */
public final class PackageList {

    private static final String XLINK = "http://www.w3.org/1999/xlink";

    private PackageList() {}

    /**
     * The files with what they have to be; a file without digest or size has an empty digest or a size of -1.
     *
     * @param base the folder of the METS file inside the package, empty or ending with {@code /}
     * @throws IOException if it is no XML
     */
    public static List<FileLine> read(InputStream mets, String base) throws IOException {
        List<FileLine> files = new ArrayList<>();
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(mets);
            Described file = new Described("", -1);
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamReader.START_ELEMENT) {
                    continue;
                }
                switch (xml.getLocalName()) {
                    case "file" -> file = described(xml);
                    case "FLocat" -> files.add(file.at(base + path(xml)));
                    case "mdRef" -> files.add(described(xml).at(base + path(xml)));
                    default -> {}
                }
            }
        } catch (XMLStreamException | URISyntaxException | NumberFormatException e) {
            throw new IOException(e);
        }
        return files;
    }

    /** Nothing outside of the file is ever read. */
    static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private record Described(String sha256, long bytes) {
        FileLine at(String path) {
            return new FileLine(path, bytes, sha256);
        }
    }

    private static Described described(XMLStreamReader xml) {
        String size = value(xml, null, "SIZE");
        boolean isSha256 = value(xml, null, "CHECKSUMTYPE").equals("SHA-256");
        return new Described(isSha256 ? value(xml, null, "CHECKSUM") : "", size.isEmpty() ? -1 : Long.parseLong(size));
    }

    private static String path(XMLStreamReader xml) throws URISyntaxException {
        String path = new URI(value(xml, XLINK, "href")).getPath();
        return path == null ? "" : path;
    }

    private static String value(XMLStreamReader xml, @Nullable String namespace, String name) {
        String value = xml.getAttributeValue(namespace, name);
        return value == null ? "" : value;
    }
}
