package nienkhoa.forms;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a document is besides its pages: the attached data (an associated file of PDF/A-3, ISO 19005-3 section 6.8), its
 * metadata, colour profile and id. Nothing of it comes from a clock or from chance: the same data give the same bytes.
 *
 * @param issued the day of issue; its midnight in Viet Nam becomes the creation date
 */
@SuppressWarnings("ArrayRecordComponent")
record PdfFinish(String title, String author, LocalDate issued, byte[] json) {

    /** Name of the attached data. */
    static final String DATA_FILE = "data.json";

    private static final int PROFILE = EmbeddedFace.reserved(Faces.FILES.size());

    /** The first object number that is free for a document; the two before are those of the {@link StructureTree}. */
    static final int RESERVED = PROFILE + 3;

    private static final String PRODUCER = "JasperReports, " + PdfExport.CREATOR;
    private static final int ID_BYTES = 16;
    private static final int TYPICAL_XMP = 4096;
    private static final ZoneOffset HANOI = ZoneOffset.ofHours(7);
    private static final DateTimeFormatter XMP_DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);
    private static final DateTimeFormatter PDF_DATE =
            DateTimeFormatter.ofPattern("'D:'yyyyMMddHHmmss'+07''00'''", Locale.ROOT);

    /** What stands between the title, the author and, twice, the date; encoded. */
    private static final List<byte[]> XMP = Pattern.compile("\\{}")
            .splitAsStream("""
            <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
              <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about=""
                    xmlns:dc="http://purl.org/dc/elements/1.1/"
                    xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
                    xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
                    xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
                    xmlns:xmp="http://ns.adobe.com/xap/1.0/">
                  <pdfaid:part>3</pdfaid:part>
                  <pdfaid:conformance>B</pdfaid:conformance>
                  <pdfuaid:part>1</pdfuaid:part>
                  <dc:format>application/pdf</dc:format>
                  <dc:language><rdf:Bag><rdf:li>vi-VN</rdf:li></rdf:Bag></dc:language>
                  <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt></dc:title>
                  <dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>
                  <pdf:Producer>{producer}</pdf:Producer>
                  <xmp:CreatorTool>{creator}</xmp:CreatorTool>
                  <xmp:CreateDate>{}</xmp:CreateDate>
                  <xmp:ModifyDate>{}</xmp:ModifyDate>
                </rdf:Description>
                <rdf:Description rdf:about=""
                    xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
                    xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"
                    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#">
                  <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
                    <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
                    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
                    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
                    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
                      <pdfaProperty:name>part</pdfaProperty:name>
                      <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
                      <pdfaProperty:category>internal</pdfaProperty:category>
                      <pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
                    </rdf:li></rdf:Seq></pdfaSchema:property>
                  </rdf:li></rdf:Bag></pdfaExtension:schemas>
                </rdf:Description>
              </rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="r"?>""".replace("{producer}", PRODUCER).replace("{creator}", PdfExport.CREATOR))
            .map(words -> words.getBytes(StandardCharsets.UTF_8))
            .toList();

    private static final class Profile {

        static final byte[] OBJECT = object();

        private static byte[] object() {
            byte[] profile = Resources.CLASS_PATH.bytes(PdfExport.PROFILE);
            return PdfObjects.streamObject(PROFILE, "/N 3", profile);
        }
    }

    /** @param pages object number of the page tree */
    byte[] write(PdfObjects objects, int pages) {
        objects.prepared(PROFILE, Profile.OBJECT);
        int file = attachment(objects);
        int metadata = metadata(objects);
        int information = information(objects);
        int catalog = objects.number();
        objects.dictionary(catalog)
                .add("<</Type/Catalog/Lang(vi-VN)/Pages " + pages + " 0 R/MarkInfo<</Marked true>>/StructTreeRoot "
                        + StructureTree.ROOT + " 0 R/Metadata " + metadata
                        + " 0 R/ViewerPreferences<</DisplayDocTitle true>>/OutputIntents[<</Type/OutputIntent"
                        + "/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)/Info(sRGB IEC61966-2.1)"
                        + "/DestOutputProfile " + PROFILE + " 0 R>>]/AF[" + file + " 0 R]/Names<</EmbeddedFiles<<"
                        + "/Names[(" + DATA_FILE + ")" + file + " 0 R]>>>>>>");
        String id = "<" + HexFormat.of().formatHex(Sha256.digest(json), 0, ID_BYTES) + ">";
        return objects.finish("/Root " + catalog + " 0 R/Info " + information + " 0 R/ID[" + id + id + "]");
    }

    private int attachment(PdfObjects objects) {
        String date = PDF_DATE.format(issued.atStartOfDay());
        int data = objects.deflated(
                "/Type/EmbeddedFile/Subtype/application#2Fjson/Params<</Size " + json.length + "/CreationDate(" + date
                        + ")/ModDate(" + date + ")>>",
                new PdfBytes(json));
        int file = objects.number();
        objects.dictionary(file)
                .add("<</Type/Filespec/AFRelationship/Source/F(" + DATA_FILE + ")/UF(" + DATA_FILE + ")/EF<</F " + data
                        + " 0 R/UF " + data + " 0 R>>/Desc")
                .text("Dữ liệu nguồn của văn bản")
                .add(">>");
        return file;
    }

    private int information(PdfObjects objects) {
        String date = PDF_DATE.format(issued.atStartOfDay());
        int number = objects.number();
        objects.dictionary(number)
                .add("<</Title")
                .text(title)
                .add("/Author")
                .text(author)
                .add("/Creator")
                .text(PdfExport.CREATOR)
                .add("/Producer")
                .text(PRODUCER)
                .add("/CreationDate(" + date + ")/ModDate(" + date + ")>>");
        return number;
    }

    private int metadata(PdfObjects objects) {
        byte[] date = XMP_DATE.format(issued.atStartOfDay().atOffset(HANOI)).getBytes(StandardCharsets.US_ASCII);
        List<byte[]> values = List.of(escaped(title), escaped(author), date, date);
        PdfBytes xmp = new PdfBytes(TYPICAL_XMP).add(XMP.get(0));
        for (int i = 0; i < values.size(); i++) {
            xmp.add(values.get(i)).add(XMP.get(i + 1));
        }
        int number = objects.number();
        objects.stream(number, "/Type/Metadata/Subtype/XML", xmp.array(), xmp.length());
        return number;
    }

    private static byte[] escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .getBytes(StandardCharsets.UTF_8);
    }
}
