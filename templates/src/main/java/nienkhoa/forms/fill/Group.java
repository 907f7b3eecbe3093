package nienkhoa.forms.fill;

import java.util.ArrayList;
import java.util.List;
import net.sf.jasperreports.engine.JRExpression;
import net.sf.jasperreports.engine.JRGroup;
import org.jspecify.annotations.Nullable;

/**
 * A group of rows.
 *
 * @param onNewPage whether each begins a page
 * @param withLastRow whether its footer never stands on a page without a row
 */
record Group(String name, JRExpression expression, boolean onNewPage, boolean withLastRow, List<Band> footers) {

    static List<Group> of(JRGroup @Nullable [] groups, List<Item> all) {
        List<Group> found = new ArrayList<>();
        if (groups != null) {
            for (JRGroup group : groups) {
                found.add(new Group(
                        group.getName(),
                        group.getExpression(),
                        group.isStartNewPage(),
                        group.isPreventOrphanFooter(),
                        Band.of(group.getGroupFooterSection(), all)));
            }
        }
        return List.copyOf(found);
    }
}
