package nienkhoa.rendering;

import java.util.List;

/** The plan and what came of it, kept across runs. */
public interface Documents {

    /**
     * Enters a unit's plan. A document that is already rendered stays so until it is worked on again; one that was
     * rejected is planned anew; one of the same forms that is no longer planned is withdrawn.
     */
    void plan(Scope scope, Unit unit, List<PlannedDocument> documents);

    /** A unit's documents that are to be worked on: planned or rendered; class-list order. */
    List<Known> ofUnit(Unit unit);

    /** Enters results; a rendered document loses its verdict. */
    void enter(List<? extends Result> results);

    /** At most {@code limit} rendered documents without a verdict, in a fixed order after {@code documentId}. */
    List<Unjudged> unjudged(Scope scope, String documentId, int limit);

    /** Records the gate's verdict, unless the document has been rendered anew since; a failed one becomes rejected. */
    void judge(Unjudged document, List<String> failedRules);

    /** How many documents of the scope have which outcome. */
    Tally tally(Scope scope);

    /**
     * A planned document with what an earlier run made of it.
     *
     * @param judged whether the gate has passed what was made
     */
    record Known(PlannedDocument document, Made made, boolean judged) {}

    /** A rendered document that the gate has not seen. */
    record Unjudged(String documentId, String path, String pdfSha256) {}

    /**
     * Documents by outcome.
     *
     * @param open planned and not worked on: none at the end of a run
     * @param judged rendered ones that the gate has passed
     * @param pages of the rendered ones
     */
    record Tally(
            long planned,
            long rendered,
            long rejected,
            long notRendered,
            long open,
            long judged,
            long pages,
            long bytes) {}
}
