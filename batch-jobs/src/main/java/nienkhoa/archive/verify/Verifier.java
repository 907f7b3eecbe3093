package nienkhoa.archive.verify;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import nienkhoa.archive.tt05.Profile;
import nienkhoa.audit.AuditChain;

/** Verifies an archive with nothing but its folder, object by object, on as many threads as it is given. */
public final class Verifier {

    private final PdfProof proof;
    private final int threads;
    private final Optional<AuditChain.Witness> witness;
    private final List<Profile> profiles;

    public Verifier(PdfProof proof, int threads) {
        this(proof, threads, Optional.empty(), List.of());
    }

    /**
     * @param witness an entry that the audit chain is known to have held; empty if none is known
     * @param profiles rules that packages are judged by beside their schemas
     */
    public Verifier(PdfProof proof, int threads, Optional<AuditChain.Witness> witness, List<Profile> profiles) {
        this.profiles = List.copyOf(profiles);
        this.proof = proof;
        this.threads = threads;
        this.witness = witness;
    }

    /** Is told after each object; called by several threads. */
    @FunctionalInterface
    public interface Progress {
        void verified(int done, int total);
    }

    public Report verify(ArchiveFolder folder, Progress progress) {
        ArchiveFolder.Contents contents = folder.read();
        Report report = new Report(0, 0, 0, 0, contents.findings());
        AuditCheck audit = new AuditCheck(witness);
        DossierCheck check = new DossierCheck(new DocumentCheck(proof), audit, new PackageCheck(profiles));
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            for (Future<Report> part : start(workers, contents.objects(), check, progress)) {
                report = report.plus(await(part));
            }
        } finally {
            workers.shutdownNow();
        }
        return report.plus(new Report(0, 0, 0, 0, audit.findings()));
    }

    private List<Future<Report>> start(
            ExecutorService workers, List<StoredObject> objects, DossierCheck check, Progress progress) {
        Iterator<StoredObject> queue = objects.iterator();
        AtomicInteger done = new AtomicInteger();
        List<Future<Report>> parts = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            parts.add(workers.submit(
                    () -> work(queue, check, object -> progress.verified(done.incrementAndGet(), objects.size()))));
        }
        return parts;
    }

    private static Report work(Iterator<StoredObject> queue, DossierCheck check, Consumer<StoredObject> done) {
        Report report = Report.EMPTY;
        while (true) {
            StoredObject object;
            synchronized (queue) {
                if (!queue.hasNext()) {
                    return report;
                }
                object = queue.next();
            }
            report = report.plus(check.of(object));
            done.accept(object);
        }
    }

    private static Report await(Future<Report> part) {
        try {
            return part.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
