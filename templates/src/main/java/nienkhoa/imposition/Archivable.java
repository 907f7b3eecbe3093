package nienkhoa.imposition;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;

/**
 * Keeps sheets PDF/A-3b if every document is: pages carry nothing that the level forbids, so only the colour profile and
 * the statement itself have to come along (ISO 19005-3 sections 6.2.3 and 6.6.4).
 */
final class Archivable {

    private static final Pattern STATED = Pattern.compile("pdfaid:part(>|=['\"])[123]");

    private static final String XMP = """
            <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
            <pdfaid:part>3</pdfaid:part>
            <pdfaid:conformance>B</pdfaid:conformance>
            </rdf:Description>
            </rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="w"?>
            """;

    private Archivable() {}

    /** @return false, with nothing stated, if a document is no PDF/A or their colour profiles differ */
    static boolean carryOver(List<Source> sources, PDDocument sheets) throws IOException {
        Optional<byte[]> shared = Optional.empty();
        for (Source source : sources) {
            Optional<byte[]> profile = profile(source.document());
            if (profile.isEmpty()
                    || shared.filter(one -> !Arrays.equals(one, profile.get())).isPresent()) {
                return false;
            }
            shared = profile;
        }
        if (shared.isEmpty()) {
            return false;
        }
        state(sources.get(0).document(), shared.get(), sheets);
        return true;
    }

    private static Optional<byte[]> profile(PDDocument document) throws IOException {
        PDDocumentCatalog catalog = document.getDocumentCatalog();
        PDMetadata metadata = catalog.getMetadata();
        List<PDOutputIntent> intents = catalog.getOutputIntents();
        if (metadata == null || intents.size() != 1) {
            return Optional.empty();
        }
        String xmp = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
        if (!STATED.matcher(xmp).find()) {
            return Optional.empty();
        }
        try (InputStream profile = intents.get(0).getDestOutputIntent().createInputStream()) {
            return Optional.of(profile.readAllBytes());
        }
    }

    private static void state(PDDocument from, byte[] profile, PDDocument sheets) throws IOException {
        PDOutputIntent stated = from.getDocumentCatalog().getOutputIntents().get(0);
        PDOutputIntent intent = new PDOutputIntent(sheets, new ByteArrayInputStream(profile));
        intent.setOutputConditionIdentifier(stated.getOutputConditionIdentifier());
        sheets.getDocumentCatalog().addOutputIntent(intent);
        PDMetadata metadata = new PDMetadata(sheets);
        metadata.importXMPMetadata(XMP.strip().getBytes(StandardCharsets.UTF_8));
        sheets.getDocumentCatalog().setMetadata(metadata);
    }
}
