package nienkhoa.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import nienkhoa.forms.Edition;
import nienkhoa.forms.FormCatalogue;
import nienkhoa.forms.FormItem;
import nienkhoa.forms.FormReview;
import nienkhoa.forms.Proofs;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code templates proof}: the samples of each form as documents and pictures, for the person who approves the form. */
@Command(name = "proof", sortOptions = false)
final class TemplatesProofCommand implements Callable<Integer> {

    private final RootCommand root;

    @Option(names = "--form", paramLabel = "transcript-primary", descriptionKey = "templates-form")
    private @Nullable String form;

    TemplatesProofCommand(RootCommand root) {
        this.root = root;
    }

    /** What {@code --json} prints. */
    record Result(List<Pack> packs) {}

    /**
     * The proof of one edition.
     *
     * @param index the page to open
     */
    record Pack(String form, String edition, String index, int documents, int pages, int refused) {}

    @Override
    public Integer call() {
        Console console = root.console();
        FormChoices.check(form);
        Home home = root.home();
        HomeLock lock = HomeLock.take(home);
        try {
            FormCatalogue catalogue = FormCatalogue.with(home.forms());
            Proofs proofs = new Proofs(catalogue);
            List<Pack> packs = new ArrayList<>();
            for (Edition edition : catalogue.editions()) {
                if (form == null || form.equals(edition.form())) {
                    packs.add(pack(catalogue, proofs, edition, home.out().resolve("proof"), console));
                }
            }
            console.result(new Result(packs), text(packs, console));
            boolean refused = packs.stream().anyMatch(pack -> pack.refused() > 0);
            return (refused ? ExitCode.FINDINGS : ExitCode.DONE).number();
        } finally {
            lock.close();
        }
    }

    private static Pack pack(FormCatalogue catalogue, Proofs proofs, Edition edition, Path out, Console console) {
        List<FormItem> open = FormReview.items(catalogue, edition).stream()
                .filter(FormItem::isOpen)
                .toList();
        Path folder = out.resolve(edition.form()).resolve(edition.edition());
        return new ProofPack(folder, edition, console).write(proofs.of(edition), open);
    }

    private static String text(List<Pack> packs, Console console) {
        List<String> lines = new ArrayList<>();
        for (Pack pack : packs) {
            lines.add(console.text(
                    "PROOF_DONE",
                    pack.form() + "/" + pack.edition(),
                    Integer.toString(pack.documents()),
                    Integer.toString(pack.pages()),
                    pack.index()));
            if (pack.refused() > 0) {
                lines.add(console.text("PROOF_REFUSED", Integer.toString(pack.refused())));
            }
        }
        return String.join(System.lineSeparator(), lines);
    }
}
