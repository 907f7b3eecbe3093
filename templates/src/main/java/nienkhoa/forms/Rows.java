package nienkhoa.forms;

import java.util.Iterator;
import java.util.List;
import net.sf.jasperreports.engine.JRDataSource;
import net.sf.jasperreports.engine.JRField;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table for the report engine. A field of class {@link Node} is the row itself; any other field is the
 * text at the path that is its name ({@code $F{student.name}}).
 */
final class Rows implements JRDataSource {

    private final Iterator<Node> rows;
    private @Nullable Node row;

    Rows(List<Node> rows) {
        this.rows = rows.iterator();
    }

    @Override
    public boolean next() {
        row = rows.hasNext() ? rows.next() : null;
        return row != null;
    }

    @Override
    public @Nullable Object getFieldValue(JRField field) {
        if (row == null || field.getValueClass() == Node.class) {
            return row;
        }
        return row.text(field.getName());
    }
}
