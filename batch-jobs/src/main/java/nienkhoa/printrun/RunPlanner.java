package nienkhoa.printrun;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nienkhoa.data.CanonicalJson;
import nienkhoa.model.Finding;
import nienkhoa.printrun.PrintableDocuments.BundlePaper;
import nienkhoa.printrun.PrintableDocuments.Candidate;
import nienkhoa.printrun.PrintableDocuments.Front;
import nienkhoa.printrun.PrintableDocuments.Group;
import nienkhoa.printrun.PrintableDocuments.Selection;
import nienkhoa.printrun.RunPlan.Bundle;
import nienkhoa.printrun.RunPlan.Document;
import nienkhoa.printrun.RunPlan.LeftOut;
import nienkhoa.printrun.Sheeting.Sheet;

/** Makes bundles of documents and counts their sheets. One document is in memory at a time. */
public final class RunPlanner {

    /** What the id of a bundle's paper begins with. */
    static final String PAPER = "GT-";

    /** What a code can say. */
    static final int MOST_BUNDLES = 999;

    static final int MOST_SHEETS = 9999;

    private final PrintableDocuments documents;
    private final PrintPolicy policy;
    private final PaperShelf shelf;

    public RunPlanner(PrintableDocuments documents, PrintPolicy policy, PaperShelf shelf) {
        this.documents = documents;
        this.policy = policy;
        this.shelf = shelf;
    }

    /** Where the papers of a run's bundles are put until they are printed. */
    public interface PaperShelf {

        /** @return the source of the paper, for {@link PrintableDocuments#read} */
        String put(String run, int bundle, BundlePaper paper, byte[] pdf);
    }

    /**
     * Plans a run.
     *
     * @param run its id; empty to only count: papers are made and thrown away
     * @throws PrintRefused if it has more bundles or sheets than a code can say
     */
    public RunPlan plan(String run, Selection selection) {
        List<Bundle> bundles = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        for (Group group : documents.groups(selection)) {
            List<Document> printable = printable(group, leftOut);
            if (!printable.isEmpty()) {
                bundles.add(bundle(run, bundles.size() + 1, group, printable));
            }
        }
        if (bundles.size() > MOST_BUNDLES) {
            throw new PrintRefused("P404_TOO_MANY_BUNDLES", bundles.size() + "", MOST_BUNDLES + "");
        }
        return new RunPlan(bundles, leftOut);
    }

    private List<Document> printable(Group group, List<LeftOut> leftOut) {
        List<Document> printable = new ArrayList<>();
        for (Candidate candidate : documents.of(group)) {
            try {
                if (candidate.blocked().isEmpty()) {
                    printable.add(counted(candidate, policy.of(group.form()).way()));
                } else {
                    leftOut.add(new LeftOut(group.form(), group.name(), candidate.id(), candidate.blocked()));
                }
            } catch (PrintRefused e) {
                leftOut.add(new LeftOut(group.form(), group.name(), candidate.id(), List.of(e.finding())));
            }
        }
        return printable;
    }

    /** @throws PrintRefused if it is not there, or not what can be printed */
    Document counted(Candidate candidate, String way) {
        byte[] pdf = documents
                .read(candidate.source(), candidate.sha256())
                .orElseThrow(() -> new PrintRefused("P405_DOCUMENT_CHANGED", candidate.id()));
        List<Sheet> sheets = Sheeting.of(candidate.id(), pdf, way);
        return new Document(candidate.id(), candidate.source(), candidate.sha256(), candidate.pupil(), way, sheets);
    }

    /** The papers first, then the documents in the order of the class list. */
    Bundle bundle(String run, int number, Group group, List<Document> printable) {
        FormPolicy form = policy.of(group.form());
        int sheets = printable.stream()
                .mapToInt(document -> document.sheets().size())
                .sum();
        Front front =
                new Front(run, number, printable.stream().map(Document::id).toList(), sheets, form.steps());
        List<Document> all = new ArrayList<>();
        for (BundlePaper paper : BundlePaper.values()) {
            paper(paper, group, front).ifPresent(all::add);
        }
        all.addAll(printable);
        Bundle bundle = new Bundle(number, group, form, all);
        if (bundle.sheets() > MOST_SHEETS) {
            throw new PrintRefused("P406_TOO_MANY_SHEETS", group.name(), bundle.sheets() + "", MOST_SHEETS + "");
        }
        return bundle;
    }

    private Optional<Document> paper(BundlePaper paper, Group group, Front front) {
        return documents.paper(paper, group, front).map(pdf -> {
            String source = front.run().isEmpty() ? "" : shelf.put(front.run(), front.bundle(), paper, pdf);
            List<Sheet> sheets = Sheeting.of(paper.name(), pdf, "duplex");
            return new Document(id(paper, group), source, CanonicalJson.sha256(pdf), 0, "duplex", sheets);
        });
    }

    /** Of the shape of a document's id, and never the id of one. */
    private static String id(BundlePaper paper, Group group) {
        String name =
                String.join("|", paper.name(), group.school(), group.year().toString(), group.unit(), group.form());
        return PAPER
                + CanonicalJson.sha256("nienkhoa/bundle-paper/" + name)
                        .substring(0, 16)
                        .toUpperCase(java.util.Locale.ROOT);
    }

    /** What stops a run unless it is left out; what was never meant to be made stops nothing. */
    public static List<Finding> blockers(RunPlan plan) {
        return plan.leftOut().stream()
                .flatMap(left -> left.reasons().stream())
                .filter(reason -> reason.severity() == Finding.Severity.REJECT)
                .toList();
    }
}
