package nienkhoa.forms;

import java.util.List;
import nienkhoa.forms.structure.Piece;

/** Writes the structure tree of one document: a {@code Sect} for each of its parts, in it the pages. */
final class StructureTree {

    static final int ROOT = PdfFinish.RESERVED - 2;
    private static final int DOCUMENT = PdfFinish.RESERVED - 1;

    private final PdfObjects objects;
    private final Kept kept;
    private final StringBuilder parts = new StringBuilder();
    private final StringBuilder parents = new StringBuilder();
    private final StringBuilder pagesOfPart = new StringBuilder();
    private int part;
    private int pages;
    private int levels;

    StructureTree(PdfObjects objects, Kept kept) {
        this.objects = objects;
        this.kept = kept;
    }

    /** What documents share. Safe for several threads. */
    static final class Kept {

        /** When pages of so many pieces are kept, all are forgotten: about 10 MB. */
        private static final int MOST_PIECES = 50_000;

        private final Forgetful<Look, PagePlan> plans = new Forgetful<>(MOST_PIECES);
        private final Forgetful<Place, PageTree> trees = new Forgetful<>(MOST_PIECES);

        private record Look(List<Piece> pieces, int pageWidth, boolean first) {}

        /** @param plan the same object for the same page */
        private record Place(PagePlan plan, int page, int part, int pageHeight, int levels) {}

        private PagePlan plan(Look look) {
            PagePlan known = plans.find(look);
            if (known == null) {
                known = new PagePlan(look.pieces(), look.pageWidth(), look.first());
                plans.keep(look, known, look.pieces().size());
            }
            return known;
        }

        private PageTree tree(Place place, PdfObjects objects) {
            PageTree known = trees.find(place);
            if (known == null) {
                known = PageTree.of(
                        objects, place.plan(), place.page(), place.part(), place.pageHeight(), place.levels());
                trees.keep(place, known, place.plan().size());
            }
            return known;
        }
    }

    /** The pages that are added from here on are of another part. */
    void beginPart() {
        endPart();
        part = objects.number();
    }

    private void endPart() {
        if (!pagesOfPart.isEmpty()) {
            parts.append(part).append(" 0 R ");
            objects.dictionary(part).add("<</S/Sect/P " + DOCUMENT + " 0 R/K[" + pagesOfPart + "]>>");
            pagesOfPart.setLength(0);
        }
    }

    PagePlan plan(List<Piece> pieces, int pageWidth) {
        return kept.plan(new Kept.Look(pieces, pageWidth, pages == 0));
    }

    /** Writes the elements of the next page; the answer is the number of the page. */
    int add(PagePlan plan, int pageHeight) {
        int page = objects.number();
        PageTree tree = kept.tree(new Kept.Place(plan, page, part, pageHeight, levels), objects);
        int first = objects.numbers(tree.objects());
        int holder = objects.number();
        objects.prepared(holder, tree.stored());
        objects.heldBy(holder, first, tree.objects());
        levels = tree.levels();
        pagesOfPart.append(first).append(" 0 R ");
        parents.append(pages).append(' ').append(tree.parents(page)).append(" 0 R ");
        pages++;
        return page;
    }

    void finish() {
        endPart();
        objects.dictionary(ROOT)
                .add("<</Type/StructTreeRoot/K " + DOCUMENT + " 0 R/ParentTreeNextKey " + pages + "/ParentTree<</Nums["
                        + parents + "]>>>>");
        objects.dictionary(DOCUMENT).add("<</S/Document/P " + ROOT + " 0 R/K[" + parts + "]>>");
    }
}
