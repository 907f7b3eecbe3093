package nienkhoa.rendering.postgres;

import nienkhoa.rendering.Scope;
import org.springframework.jdbc.core.PreparedStatementSetter;

/** The rows of {@code rendering_document} that belong to a run's scope. */
final class ScopeSql {

    /** Filled by {@link #of}. */
    static final String CONDITION = """
             school_year = ? and form = any(?)
            and (? = '' or school_code = ?) and (? = '' or class_name = ?)
            """;

    private ScopeSql() {}

    static PreparedStatementSetter of(Scope scope) {
        String[] forms = scope.forms().stream().map(Scope.FormChoice::form).toArray(String[]::new);
        String school = scope.school().orElse("");
        String className = scope.className().orElse("");
        return row -> {
            row.setInt(1, scope.year().start());
            row.setArray(2, row.getConnection().createArrayOf("text", forms));
            row.setString(3, school);
            row.setString(4, school);
            row.setString(5, className);
            row.setString(6, className);
        };
    }
}
