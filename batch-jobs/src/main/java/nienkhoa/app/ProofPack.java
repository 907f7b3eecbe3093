package nienkhoa.app;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nienkhoa.app.TemplatesProofCommand.Pack;
import nienkhoa.forms.Edition;
import nienkhoa.forms.FormItem;
import nienkhoa.forms.FormRenderer.Outcome;
import nienkhoa.forms.PagePictures;
import nienkhoa.forms.Proofs.Proof;
import nienkhoa.forms.Refusal;

/** The folder that a person opens to look at a form: documents, a picture of every page, and a page that shows them all. */
final class ProofPack {

    private static final Pattern WRITTEN = Pattern.compile(".+\\.(pdf|png)|index\\.html");

    private final Path folder;
    private final Console console;
    private final Edition edition;
    private int documents;
    private int pages;
    private int refused;

    ProofPack(Path folder, Edition edition, Console console) {
        this.folder = folder;
        this.edition = edition;
        this.console = console;
    }

    Pack write(List<Proof> proofs, List<FormItem> open) {
        OutFolder.empty(folder, WRITTEN);
        String name = edition.form() + "/" + edition.edition();
        Html index = new Html(console.text("LANGUAGE"), console.text("PROOF_TITLE", name));
        index.text(console.text("PROOF_ASK")).text(console.text("PROOF_EDITION", edition.sha256()));
        proofs.forEach(proof -> add(index, proof));
        index.heading(console.text("PROOF_OPEN", Integer.toString(open.size())));
        index.table(table(open));
        Path page = folder.resolve("index.html");
        OutFolder.write(page, index.end().getBytes(StandardCharsets.UTF_8));
        return new Pack(edition.form(), edition.edition(), page.toString(), documents, pages, refused);
    }

    private void add(Html index, Proof proof) {
        index.heading(proof.about());
        if (proof.outcome() instanceof Outcome.Rendered rendered) {
            String pdf = proof.name() + ".pdf";
            OutFolder.write(folder.resolve(pdf), rendered.pdf());
            index.link(pdf, console.text("PROOF_PDF", Integer.toString(rendered.pages())));
            index.pictures("pages", pictures(proof.name(), PagePictures.of(rendered.pdf())));
            documents++;
            pages += rendered.pages();
        } else if (proof.outcome() instanceof Outcome.Refused why) {
            why.refusals().forEach(refusal -> index.text(sentence(proof.about(), refusal)));
            refused++;
        }
    }

    private String sentence(String subject, Refusal refusal) {
        List<String> args = new ArrayList<>(List.of(subject, edition.form(), refusal.place()));
        args.addAll(refusal.args());
        return console.messages().text("rendering", refusal.code(), args.toArray());
    }

    private List<String> pictures(String name, List<BufferedImage> pictures) {
        List<String> files = new ArrayList<>();
        for (int i = 0; i < pictures.size(); i++) {
            String file = "%s-%02d.png".formatted(name, i + 1);
            OutFolder.write(folder.resolve(file), PagePictures.png(pictures.get(i)));
            files.add(file);
        }
        return files;
    }

    private List<List<String>> table(List<FormItem> open) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(Stream.of("KIND", "NAME", "TEXT", "MARK")
                .map(column -> console.text("CHECK_" + column))
                .toList());
        open.forEach(item -> rows.add(List.of(
                console.text("CHECK_KIND_" + item.kind()),
                item.name(),
                item.text(),
                console.text("CHECK_MARK_" + item.standing()))));
        return rows;
    }
}
