package nienkhoa.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nienkhoa.archive.deposit.Deposits;
import nienkhoa.archive.verify.FileDigest;
import nienkhoa.model.Finding;
import nienkhoa.model.Finding.Place;
import nienkhoa.model.Finding.Severity;
import nienkhoa.printrun.BundleState;
import nienkhoa.printrun.PaperDesk;
import nienkhoa.printrun.PaperStep;
import nienkhoa.printrun.PrintRun;
import nienkhoa.printrun.SheetCode;
import nienkhoa.printrun.scan.ScannedPages.Scan;
import org.springframework.util.FileSystemUtils;

/** Puts scans of signed bundles into the archive, as deposits of the dossier that the bundle belongs to. */
final class SignedScans {

    /** In the folder for work. */
    static final String FOLDER = "signed-scans";

    private static final String KIND = "signed-scan";

    private final Deposits deposits;

    SignedScans(Deposits deposits) {
        this.deposits = deposits;
    }

    /** @param files that lie in the archive now, new or as before */
    record Taken(int files, List<Finding> findings) {}

    /**
     * A file is taken if all that is read in it is of one bundle that is signed and sealed. Called again with the same
     * files, nothing changes.
     */
    Taken take(PrintRun run, PaperDesk paper, List<Path> files, Scan scan, Path work) {
        Path folder = work.resolve(FOLDER);
        List<Finding> findings = new ArrayList<>();
        try {
            FileSystemUtils.deleteRecursively(folder);
            for (Path file : files) {
                lay(run, paper, file, bundles(run, file, scan), folder).ifPresent(findings::add);
            }
            Deposits.Taken taken = new Deposits.Taken(0, 0, 0, 0, List.of());
            if (Files.exists(folder)) {
                taken = deposits.take(folder, run.school(), run.year());
            }
            findings.addAll(taken.findings());
            FileSystemUtils.deleteRecursively(folder);
            return new Taken(taken.taken(), findings);
        } catch (IOException e) {
            throw Problem.failedBy(e, "S074_NOT_WRITTEN", folder.toString());
        }
    }

    private static Set<Integer> bundles(PrintRun run, Path file, Scan scan) {
        List<SheetCode> codes = new ArrayList<>();
        for (int i = 0; i < scan.origins().size(); i++) {
            if (scan.origins().get(i).file().equals(file)) {
                scan.sides().get(i).code().ifPresent(codes::add);
            }
        }
        return codes.stream()
                .filter(code -> code.run().equals(run.id()))
                .map(SheetCode::bundle)
                .collect(Collectors.toSet());
    }

    /** Why a file is not taken; empty if it lies where deposits are taken from. */
    private static Optional<Finding> lay(PrintRun run, PaperDesk paper, Path file, Set<Integer> bundles, Path folder)
            throws IOException {
        String name = file.getFileName().toString();
        if (bundles.size() != 1) {
            return Optional.of(refusal("P504_NOT_ONE_BUNDLE", name, bundles.size() + ""));
        }
        BundleState bundle = paper.bundle(run, bundles.iterator().next());
        Optional<PaperStep> open = paper.next(bundle).filter(step -> step.compareTo(PaperStep.SEALED) <= 0);
        if (open.isPresent()) {
            return Optional.of(refusal("P505_NOT_SEALED", name, bundle.number() + "", run.id()));
        }
        lay(file, folder, bundle, run);
        return Optional.empty();
    }

    private static Finding refusal(String code, String name, String... more) {
        List<String> args = new ArrayList<>(List.of(name));
        args.addAll(List.of(more));
        return new Finding(code, Severity.REJECT, Place.ofFile(name), "", args);
    }

    /** Named by run and bundle and the file's own digest, so that two scans of a bundle lie side by side. */
    private static void lay(Path file, Path folder, BundleState bundle, PrintRun run) throws IOException {
        String dossier = DossierAssembly.key(PrintedDossiers.group(run, bundle), run.year())
                .id();
        String name = file.getFileName().toString();
        String ending = name.contains(".") ? name.substring(name.lastIndexOf('.')) : "";
        Path to = folder.resolve(KIND).resolve(dossier);
        Files.createDirectories(to);
        String digest = FileDigest.sha256(file).substring(0, 12);
        String laid = run.id() + "-%03d-%s%s".formatted(bundle.number(), digest, ending);
        Files.copy(file, to.resolve(laid), StandardCopyOption.REPLACE_EXISTING);
    }
}
