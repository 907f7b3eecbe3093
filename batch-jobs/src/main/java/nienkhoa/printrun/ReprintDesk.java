package nienkhoa.printrun;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nienkhoa.audit.Act;
import nienkhoa.model.Person;
import nienkhoa.printrun.PrintSheets.Known;
import nienkhoa.printrun.PrintSheets.Printing;
import nienkhoa.printrun.PrintableDocuments.Candidate;
import nienkhoa.printrun.PrintableDocuments.Group;
import nienkhoa.printrun.Reprint.Reason;
import nienkhoa.printrun.RunPlan.Document;

/** Sheets that are printed again, each with its reason, and what becomes of the paper that is void by that. */
public final class ReprintDesk {

    private final PrintRuns runs;
    private final Printings printings;
    private final PrintSheets sheets;
    private final PrintableDocuments documents;
    private final RunPlanner planner;
    private final PrintPolicy policy;
    private final PaperDesk paper;
    private final SecondPerson others;

    public ReprintDesk(
            PrintRuns runs,
            Printings printings,
            PrintSheets sheets,
            PrintableDocuments documents,
            RunPlanner planner,
            PrintPolicy policy,
            PaperDesk paper) {
        this.runs = runs;
        this.printings = printings;
        this.sheets = sheets;
        this.documents = documents;
        this.planner = planner;
        this.policy = policy;
        this.paper = paper;
        this.others = new SecondPerson(policy);
    }

    /**
     * Voids the printings of sheets and plans the sheets again. A bundle whose paper was already checked is opened again.
     *
     * @return the voided printings
     */
    public List<Printing> reprint(PrintRun run, Reprint asked, Person by) {
        PrintDesk.works(by);
        if (run.ended()) {
            throw new PrintRefused("P415_RUN_ENDED", run.id());
        }
        if (asked.reason() == Reason.OTHER && asked.note().isBlank()) {
            throw new PrintRefused("P433_NOTE_MISSING");
        }
        BundleState bundle = paper.bundle(run, asked.bundle());
        List<Known> chosen = chosen(run, asked);
        notOnTheirWay(run, chosen);
        second(asked, chosen.size(), by);
        paper.reopen(run, bundle, by);
        if (asked.reason() == Reason.DATA_CORRECTED) {
            corrected(run, bundle, asked, chosen, by);
        } else {
            List<Printing> which = chosen.stream().map(Known::printing).toList();
            printings.voidThem(run.id(), which, asked.reason().name(), act(run, asked, which, by));
        }
        return chosen.stream().map(Known::printing).toList();
    }

    /**
     * Voids single printings that a person holds in hand; a sheet whose newest printing is among them is planned again.
     *
     * @param written as a person reads them on the sheets
     */
    public List<Printing> voidThem(PrintRun run, List<String> written, Reprint terms, Person by) {
        PrintDesk.works(by);
        if (run.ended()) {
            throw new PrintRefused("P415_RUN_ENDED", run.id());
        }
        SheetRef ref = new SheetRef(sheets, run.id());
        List<Known> chosen = written.stream()
                .map(one -> ref.find(one, Optional.empty()))
                .filter(known -> !known.state().equals("VOID"))
                .toList();
        List<Printing> which = chosen.stream().map(Known::printing).distinct().toList();
        if (which.isEmpty()) {
            throw new PrintRefused("P434_NOTHING_TO_VOID", run.id());
        }
        notOnTheirWay(run, chosen);
        second(terms, which.size(), by);
        which.stream()
                .map(Printing::bundle)
                .distinct()
                .forEach(bundle -> paper.reopen(run, paper.bundle(run, bundle), by));
        printings.voidThem(run.id(), which, terms.reason().name(), act(run, terms, which, by));
        return which;
    }

    private List<Known> chosen(PrintRun run, Reprint asked) {
        List<Integer> pupil = asked.pupil() == 0 ? List.of() : sheets.ofPupil(run.id(), asked.bundle(), asked.pupil());
        List<Known> chosen = sheets.valid(run.id(), Optional.of(asked.bundle())).stream()
                .filter(known -> asked.wholeBundle()
                        || pupil.contains(known.printing().sheet())
                        || (asked.first() > 0
                                && known.printing().sheet() >= asked.first()
                                && known.printing().sheet() <= asked.last()))
                .toList();
        if (chosen.isEmpty()) {
            throw new PrintRefused("P434_NOTHING_TO_VOID", run.id());
        }
        return chosen;
    }

    private void notOnTheirWay(PrintRun run, List<Known> chosen) {
        List<Integer> open =
                sheets.jobs(run.id(), SheetJob.State.PREPARED, SheetJob.State.SENT, SheetJob.State.ENDED).stream()
                        .map(SheetJob::number)
                        .toList();
        chosen.stream().filter(known -> open.contains(known.job())).findFirst().ifPresent(known -> {
            throw new PrintRefused("P435_ON_ITS_WAY", known.front().readable());
        });
    }

    private void second(Reprint asked, int count, Person by) {
        if (count <= policy.alone()) {
            return;
        }
        if (asked.second().isEmpty()) {
            throw new PrintRefused("P436_TOO_MANY_ALONE", count + "", policy.alone() + "", others.roles());
        }
        others.check(asked.second(), by);
    }

    /** New versions of the documents of which sheets were chosen; of the whole bundle with new papers. */
    private void corrected(PrintRun run, BundleState bundle, Reprint asked, List<Known> chosen, Person by) {
        Group group = new Group(run.school(), run.year(), bundle.form(), bundle.unit(), bundle.group());
        List<Printing> which = chosen.stream().map(Known::printing).toList();
        Act act = act(run, asked, which, by);
        String way = policy.of(bundle.form()).way();
        List<Candidate> now = documents.of(group);
        if (asked.wholeBundle()) {
            List<Document> printable = now.stream()
                    .filter(candidate -> candidate.blocked().isEmpty())
                    .map(candidate -> planner.counted(candidate, way))
                    .toList();
            runs.replace(
                    run.id(),
                    planner.bundle(run.id(), bundle.number(), group, printable),
                    asked.reason().name(),
                    act);
            return;
        }
        List<String> codes = chosen.stream()
                .map(known -> known.front().document())
                .distinct()
                .toList();
        if (codes.size() != 1) {
            throw new PrintRefused("P437_CORRECT_ONE_BY_ONE");
        }
        Known first = chosen.get(0);
        Candidate candidate = now.stream()
                .filter(one -> SheetCode.shortened(one.id()).equals(codes.get(0))
                        && one.blocked().isEmpty())
                .findFirst()
                .orElseThrow(() -> new PrintRefused("P405_DOCUMENT_CHANGED", codes.get(0)));
        if (SheetCode.digest(candidate.sha256()).equals(first.front().digest())) {
            throw new PrintRefused("P438_NOT_CORRECTED", candidate.id());
        }
        Document document = planner.counted(candidate, way);
        if (document.sheets().size() != sheets.sheetsOf(run.id(), bundle.number(), candidate.id())) {
            throw new PrintRefused("P439_OTHER_LENGTH", candidate.id(), bundle.number() + "");
        }
        runs.replace(run.id(), bundle.number(), document, asked.reason().name(), act);
    }

    private static Act act(PrintRun run, Reprint asked, List<Printing> which, Person by) {
        TreeMap<String, String> details = new TreeMap<>(Map.of(
                "why", asked.reason().name(),
                "note", asked.note(),
                "printings", PrintActs.written(which),
                "second", asked.second().map(Person::id).orElse("")));
        return PrintDesk.act(by, PrintActs.VOIDED, run.id(), details);
    }

    /**
     * What became of voided printings. Two people see to it.
     *
     * @param found as read on the sheets that were shredded; what else the list names was not found
     * @param all whether everything that the list names was found and shredded
     */
    public int shred(PrintRun run, List<String> found, boolean all, Person by, Person second) {
        PrintDesk.works(by);
        if (by.id().equals(second.id())) {
            throw new PrintRefused("P441_SAME_PERSON", second.id());
        }
        List<Printing> open =
                sheets.toShred(run.id()).stream().map(Known::printing).toList();
        List<Printing> shredded = all ? open : named(run, found);
        List<Printing> missing =
                open.stream().filter(one -> !shredded.contains(one)).toList();
        settle(run, shredded, "SHREDDED", by, second);
        settle(run, missing, "NOT_FOUND", by, second);
        return open.size();
    }

    private List<Printing> named(PrintRun run, List<String> found) {
        SheetRef ref = new SheetRef(sheets, run.id());
        List<Known> named =
                found.stream().map(one -> ref.find(one, Optional.empty())).toList();
        named.stream().filter(one -> !one.state().equals("VOID")).findFirst().ifPresent(one -> {
            throw new PrintRefused("P440_NOT_TO_SHRED", one.front().readable());
        });
        return named.stream()
                .filter(one -> one.settled().isEmpty())
                .map(Known::printing)
                .distinct()
                .toList();
    }

    private void settle(PrintRun run, List<Printing> which, String how, Person by, Person second) {
        if (!which.isEmpty()) {
            Map<String, String> details =
                    Map.of("how", how, "printings", PrintActs.written(which), "second", second.id());
            printings.settle(run.id(), which, how, PrintDesk.act(by, PrintActs.SHREDDED, run.id(), details));
        }
    }
}
