package nienkhoa.intake.formats;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Workbooks part by part, so that tests can write what no library would. */
final class ZipBytes {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    final Map<String, byte[]> parts = new LinkedHashMap<>();

    /** A workbook of one sheet with the given content of {@code sheetData}. */
    static ZipBytes workbook(String rows) {
        ZipBytes zip = new ZipBytes();
        zip.part(
                "[Content_Types].xml", "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>");
        zip.part(
                "_rels/.rels",
                "<Relationships xmlns='" + RELATIONS + "'><Relationship Id='r1' Type='" + OFFICE
                        + "/officeDocument' Target='xl/workbook.xml'/></Relationships>");
        zip.part(
                "xl/workbook.xml",
                "<workbook xmlns='" + MAIN + "' xmlns:r='" + OFFICE
                        + "'><workbookPr/><sheets><sheet name='Lớp 5A' sheetId='1' r:id='s1'/></sheets></workbook>");
        zip.part(
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns='" + RELATIONS + "'><Relationship Id='s1' Type='" + OFFICE
                        + "/worksheet' Target='worksheets/sheet1.xml'/><Relationship Id='s2' Type='" + OFFICE
                        + "/sharedStrings' Target='/xl/sharedStrings.xml'/></Relationships>");
        zip.part("xl/sharedStrings.xml", "<sst xmlns='" + MAIN + "'><si><t>An</t></si><si><t>Bình</t></si></sst>");
        return zip.part("xl/worksheets/sheet1.xml", sheet(rows));
    }

    static String sheet(String rows) {
        return "<worksheet xmlns='" + MAIN + "'><sheetData>" + rows + "</sheetData></worksheet>";
    }

    static ZipBytes of(byte[] zip) throws IOException {
        ZipBytes read = new ZipBytes();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                read.parts.put(entry.getName(), in.readAllBytes());
            }
        }
        return read;
    }

    ZipBytes part(String name, String content) {
        parts.put(name, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    ZipBytes replace(String name, String from, String to) {
        return part(name, new String(parts.get(name), StandardCharsets.UTF_8).replace(from, to));
    }

    byte[] bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        write(bytes, "", none -> {});
        return bytes.toByteArray();
    }

    Path write(Path file) throws IOException {
        return Files.write(file, bytes());
    }

    /** Writes the workbook with one more part whose content is made on the fly. */
    Path write(Path file, String name, Content content) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            write(out, name, content);
        }
        return file;
    }

    private void write(OutputStream out, String name, Content content) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
            if (!part.getKey().equals(name)) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        if (!name.isEmpty()) {
            zip.putNextEntry(new ZipEntry(name));
            content.write(zip);
        }
        zip.finish();
    }

    interface Content {
        void write(OutputStream out) throws IOException;
    }
}
