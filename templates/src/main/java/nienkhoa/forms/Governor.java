package nienkhoa.forms;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.sf.jasperreports.engine.JRAbstractScriptlet;
import net.sf.jasperreports.engine.JRDefaultScriptlet;
import net.sf.jasperreports.engine.scriptlets.ScriptletFactory;
import nienkhoa.forms.fill.Watch;

/** Stops a template that makes more pages than it may, or takes too long, while it is being filled. */
final class Governor extends JRDefaultScriptlet implements Watch {

    /** Parameter of a fill: a {@link Deadline}. */
    static final String DEADLINE = "nienkhoa.deadline";
    /** Parameter of a fill: the most pages; absent: any number. */
    static final String MOST_PAGES = "nienkhoa.mostPages";

    /** For the report engine's context: a governor for each fill that has a deadline. */
    static final ScriptletFactory FACTORY = scriptlet -> of(scriptlet.getParameterValues())
            .<List<JRAbstractScriptlet>>map(List::of)
            .orElse(List.of());

    private final Deadline deadline;
    private final int mostPages;
    private int pages;

    private Governor(Deadline deadline, int mostPages) {
        this.deadline = deadline;
        this.mostPages = mostPages;
    }

    private static Optional<Governor> of(Map<String, Object> parameters) {
        return parameters.get(DEADLINE) instanceof Deadline deadline
                ? Optional.of(new Governor(
                        deadline, parameters.get(MOST_PAGES) instanceof Integer most ? most : Integer.MAX_VALUE))
                : Optional.empty();
    }

    /** The governor of a fill with these parameters, if it has a deadline. */
    static Watch watch(Map<String, Object> parameters) {
        return of(parameters).<Watch>map(governor -> governor).orElse(Watch.NONE);
    }

    /** Stops the work. */
    static final class TooManyPages extends RuntimeException {

        private static final long serialVersionUID = 1;

        TooManyPages(int pages) {
            super(pages + " pages");
        }
    }

    @Override
    public void page() {
        deadline.check();
        pages++;
        if (pages > mostPages) {
            throw new TooManyPages(pages);
        }
    }

    @Override
    public void row() {
        deadline.check();
    }

    @Override
    public void afterPageInit() {
        page();
    }

    @Override
    public void afterDetailEval() {
        row();
    }
}
