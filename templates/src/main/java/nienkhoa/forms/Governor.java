package nienkhoa.forms;

import java.util.List;
import java.util.Map;
import net.sf.jasperreports.engine.JRAbstractScriptlet;
import net.sf.jasperreports.engine.JRDefaultScriptlet;
import net.sf.jasperreports.engine.scriptlets.ScriptletFactory;

/** Stops a template that makes more pages than it may, or takes too long, while it is being filled. */
final class Governor extends JRDefaultScriptlet {

    /** Parameter of a fill: a {@link Deadline}. */
    static final String DEADLINE = "nienkhoa.deadline";
    /** Parameter of a fill: the most pages; absent: any number. */
    static final String MOST_PAGES = "nienkhoa.mostPages";

    /** For the report engine's context: a governor for each fill that has a deadline. */
    static final ScriptletFactory FACTORY = scriptlet -> of(scriptlet.getParameterValues());

    private final Deadline deadline;
    private final int mostPages;
    private int pages;

    private Governor(Deadline deadline, int mostPages) {
        this.deadline = deadline;
        this.mostPages = mostPages;
    }

    private static List<JRAbstractScriptlet> of(Map<String, Object> parameters) {
        return parameters.get(DEADLINE) instanceof Deadline deadline
                ? List.of(new Governor(
                        deadline, parameters.get(MOST_PAGES) instanceof Integer most ? most : Integer.MAX_VALUE))
                : List.of();
    }

    /** Stops the work. */
    static final class TooManyPages extends RuntimeException {

        private static final long serialVersionUID = 1;

        TooManyPages(int pages) {
            super(pages + " pages");
        }
    }

    @Override
    public void afterPageInit() {
        deadline.check();
        pages++;
        if (pages > mostPages) {
            throw new TooManyPages(pages);
        }
    }

    @Override
    public void afterDetailEval() {
        deadline.check();
    }
}
