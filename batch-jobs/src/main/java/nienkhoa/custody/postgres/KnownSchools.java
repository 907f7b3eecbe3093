package nienkhoa.custody.postgres;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nienkhoa.custody.Organisation;
import nienkhoa.custody.Organisation.Kind;
import nienkhoa.custody.Organisation.Named;
import nienkhoa.custody.Organisations;
import nienkhoa.data.CanonicalJson;
import nienkhoa.model.School;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The schools of the register and of the archive, for a home that says nothing of organisations. */
public final class KnownSchools {

    private static final String ARCHIVED = """
            select school_code, max(organisation) from archive_dossier where school_code <> '' group by school_code
            """;

    private static final String REGISTERED = """
            select content from register_entry where current and kind = 'school'
            """;

    private final JdbcClient jdbc;

    public KnownSchools(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Schools without an end and without successors. */
    public Organisations read() {
        Map<String, Organisation> schools = new TreeMap<>();
        jdbc.sql(ARCHIVED).query(row -> {
            String code = row.getString(1);
            String name = row.getString(2).isEmpty() ? code : row.getString(2);
            schools.put(code, school(code, List.of(new Named(null, null, name))));
        });
        for (String content : jdbc.sql(REGISTERED).query(String.class).list()) {
            School school = CanonicalJson.read(content, School.class);
            List<Named> names = school.names().stream()
                    .map(name -> new Named(name.from(), name.until(), name.name()))
                    .toList();
            if (!names.isEmpty()) {
                schools.put(school.code(), school(school.code(), names));
            }
        }
        return new Organisations(schools.values(), "");
    }

    private static Organisation school(String code, List<Named> names) {
        return new Organisation(code, Kind.SCHOOL, null, null, names, List.of(), List.of());
    }
}
