package nienkhoa.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import nienkhoa.data.CanonicalJson;
import nienkhoa.model.StudentId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a register believes, by kind and key, with students named by their codes. */
record CorpusRegister(Map<String, Map<String, String>> records) {

    static final String HEADER = "change,record,field,before,after";

    private static final List<String> STUDENTS = List.of(TestExport.AN, TestExport.BINH, TestExport.CHI);

    static CorpusRegister of(JdbcClient jdbc) {
        Map<String, Map<String, String>> records = new TreeMap<>();
        jdbc.sql("select kind, key, content from register_entry where current").query(row -> {
            records.put(
                    named(row.getString(1) + " " + row.getString(2)),
                    fields(CanonicalJson.read(row.getString(3), Object.class)));
        });
        return new CorpusRegister(records);
    }

    private static String named(String key) {
        String named = key;
        for (String student : STUDENTS) {
            named = named.replace(StudentId.ofMoetCode(student).value(), student);
        }
        return named;
    }

    private static Map<String, String> fields(Object json) {
        Map<String, String> fields = new TreeMap<>();
        put(fields, "", json);
        return fields;
    }

    private static void put(Map<String, String> fields, String path, Object json) {
        if (json instanceof Map<?, ?> object) {
            object.forEach((name, value) -> put(fields, path.isEmpty() ? "" + name : path + "." + name, value));
        } else if (json instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                put(fields, path + "[" + i + "]", list.get(i));
            }
        } else {
            fields.put(path, String.valueOf(json));
        }
    }

    /** Records that are gone or new, and fields that differ; lines of {@code register.csv}. */
    List<List<String>> differenceFrom(CorpusRegister base) {
        List<List<String>> lines = new ArrayList<>();
        TreeSet<String> keys = new TreeSet<>(records.keySet());
        keys.addAll(base.records.keySet());
        for (String key : keys) {
            if (!records.containsKey(key)) {
                lines.add(List.of("gone", key, "", "", ""));
            } else if (!base.records.containsKey(key)) {
                lines.add(List.of("new", key, "", "", ""));
            } else {
                lines.addAll(changed(key, base.records.get(key), records.get(key)));
            }
        }
        return lines;
    }

    private static List<List<String>> changed(String key, Map<String, String> before, Map<String, String> after) {
        List<List<String>> lines = new ArrayList<>();
        TreeSet<String> fields = new TreeSet<>(before.keySet());
        fields.addAll(after.keySet());
        for (String field : fields) {
            String old = before.getOrDefault(field, "");
            String now = after.getOrDefault(field, "");
            if (!old.equals(now)) {
                lines.add(List.of("changed", key, field, old, now));
            }
        }
        return lines;
    }
}
