package nienkhoa.archive.verify;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Verifies an archive with nothing but its folder, object by object, on as many threads as it is given. */
public final class Verifier {

    private final DossierCheck check;
    private final int threads;

    public Verifier(PdfProof proof, int threads) {
        this.check = new DossierCheck(new DocumentCheck(proof));
        this.threads = threads;
    }

    /** Is told after each object; called by several threads. */
    @FunctionalInterface
    public interface Progress {
        void verified(int done, int total);
    }

    public Report verify(ArchiveFolder folder, Progress progress) {
        ArchiveFolder.Contents contents = folder.read();
        Report report = new Report(0, 0, 0, 0, contents.findings());
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            for (Future<Report> part : start(workers, contents.objects(), progress)) {
                report = report.plus(await(part));
            }
        } finally {
            workers.shutdownNow();
        }
        return report;
    }

    private List<Future<Report>> start(ExecutorService workers, List<StoredObject> objects, Progress progress) {
        Iterator<StoredObject> queue = objects.iterator();
        AtomicInteger done = new AtomicInteger();
        List<Future<Report>> parts = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            parts.add(workers.submit(() -> work(queue, done, objects.size(), progress)));
        }
        return parts;
    }

    private Report work(Iterator<StoredObject> queue, AtomicInteger done, int total, Progress progress) {
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
            progress.verified(done.incrementAndGet(), total);
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
