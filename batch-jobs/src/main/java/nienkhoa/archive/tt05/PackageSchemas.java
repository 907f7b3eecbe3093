package nienkhoa.archive.tt05;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import nienkhoa.archive.PackagePath;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.bootstrap.DOMImplementationRegistry;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.w3c.dom.ls.LSResourceResolver;
import org.xml.sax.SAXException;

/**
 * Asks the schemas that come with every package whether its files keep to them. Nothing is ever fetched: a schema that
 * another one imports by an address is taken from here by its name.
 */
public final class PackageSchemas {

    private static final String DESCRIPTIONS = PackagePath.description("").replace(".xml", "");

    private static final Map<Predicate<String>, Schema> SCHEMAS = schemas();

    private PackageSchemas() {}

    private static Map<Predicate<String>, Schema> schemas() {
        Map<Predicate<String>, Schema> schemas = new LinkedHashMap<>();
        schemas.put(
                path -> path.equals(PackagePath.METS) || path.equals(PackagePath.REPRESENTATION_METS),
                schema("mets1_12.xsd", "DILCISExtensionMETS.xsd"));
        schemas.put(
                path -> path.equals(PackagePath.PREMIS) || path.equals(PackagePath.REPRESENTATION_PREMIS),
                schema("premis-v3-0.xsd"));
        schemas.put(path -> path.equals(PackagePath.EAD), schema("ead.xsd"));
        schemas.put(path -> path.startsWith(DESCRIPTIONS), schema("ead_doc.xsd"));
        return schemas;
    }

    /** Whether a schema says how the file with this path has to be. */
    public static boolean ruled(String path) {
        return SCHEMAS.keySet().stream().anyMatch(isOf -> isOf.test(path));
    }

    /**
     * What is wrong with a file, in the words of the parser; empty if nothing is.
     *
     * @param path in the package
     * @throws IOException if the file cannot be read
     */
    public static Optional<String> fault(String path, InputStream file) throws IOException {
        for (Map.Entry<Predicate<String>, Schema> schema : SCHEMAS.entrySet()) {
            if (schema.getKey().test(path)) {
                return fault(schema.getValue(), file);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> fault(Schema schema, InputStream file) throws IOException {
        try {
            Validator validator = schema.newValidator();
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            validator.validate(new StreamSource(file));
            return Optional.empty();
        } catch (SAXException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static Schema schema(String... names) {
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        factory.setResourceResolver(new Bundled());
        try {
            return factory.newSchema(List.of(names).stream()
                    .map(name -> new StreamSource(ArchivePackage.schema(name), name))
                    .toArray(Source[]::new));
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Answers every import from the schemas that are bundled, by the last part of its address. */
    private static final class Bundled implements LSResourceResolver {

        @Override
        public LSInput resolveResource(
                String type,
                @Nullable String namespace,
                @Nullable String publicId,
                @Nullable String address,
                @Nullable String base) {
            String name = String.valueOf(address);
            LSInput input = implementation().createLSInput();
            input.setSystemId(name);
            input.setByteStream(ArchivePackage.schema(name.substring(name.lastIndexOf('/') + 1)));
            return input;
        }

        private static DOMImplementationLS implementation() {
            try {
                return (DOMImplementationLS)
                        DOMImplementationRegistry.newInstance().getDOMImplementation("LS");
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
