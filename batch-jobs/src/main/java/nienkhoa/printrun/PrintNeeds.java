package nienkhoa.printrun;

import java.util.Set;

/**
 * What a run asks of a printer.
 *
 * @param papers which have to lie in a tray
 * @param edges which ways of turning occur
 * @param tray the tray to take paper from, as the printer names it; empty for its own choice
 */
public record PrintNeeds(Set<PrintJob.Paper> papers, Set<PrintJob.Edge> edges, String tray) {

    public PrintNeeds {
        papers = Set.copyOf(papers);
        edges = Set.copyOf(edges);
    }
}
