package nienkhoa.archive.tt05;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import nienkhoa.archive.tt05.PackageTable.Field;

/** Descriptions as the circular's own schema of EAD wants them: one flat list of fields under {@code simpledc}. */
final class EadWriter {

    private EadWriter() {}

    static void write(OutputStream out, List<Field> fields, Map<String, String> facts) throws IOException {
        XmlWriter xml = new XmlWriter(out);
        xml.start("simpledc");
        for (Field field : fields) {
            xml.text(field.field(), field.value(facts));
        }
        xml.finish();
    }
}
