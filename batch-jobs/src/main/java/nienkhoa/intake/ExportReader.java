package nienkhoa.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import nienkhoa.data.CanonicalJson;
import nienkhoa.intake.ProgressListener.Stage;
import nienkhoa.model.Finding;
import nienkhoa.model.Finding.Place;
import nienkhoa.model.Finding.Severity;

/** Reads the files of an export on several threads and hands over their facts on the caller's thread. */
final class ExportReader implements Iterator<List<Fact>>, AutoCloseable {

    /** Batches that may wait for the database; more would only fill the memory. */
    private static final int WAITING_BATCHES = 64;

    private final TakenExport export;
    private final WorkbookReader workbooks;
    private final Workbooks format;
    private final FindingCollector findings;
    private final ExportFiles files;
    private final ProgressListener progress;
    private final ExecutorService threads;
    private final BlockingQueue<List<Fact>> queue = new ArrayBlockingQueue<>(WAITING_BATCHES);
    private final List<Future<?>> running = new ArrayList<>();
    private long bytesDone;
    private List<Fact> next = List.of();
    private boolean ended;

    ExportReader(
            TakenExport export,
            WorkbookReader workbooks,
            Workbooks format,
            FindingCollector findings,
            ExportFiles files,
            ProgressListener progress,
            int threadCount) {
        this.export = export;
        this.workbooks = workbooks;
        this.format = format;
        this.findings = findings;
        this.files = files;
        this.progress = progress;
        this.threads = Executors.newFixedThreadPool(threadCount);
        for (int file = 0; file < export.files().size(); file++) {
            int number = file;
            running.add(threads.submit(() -> read(number)));
        }
        threads.shutdown();
    }

    private void read(int file) {
        TakenExport.TakenFile taken = export.files().get(file);
        Path path = export.locate(file);
        if (PhotoFile.isNamedLikeOne(taken.path())) {
            photo(file, taken, path);
        } else if (format.looksLikeWorkbook(path)) {
            workbooks.read(file, path, this::hand);
        }
        done(taken.bytes());
    }

    private synchronized void done(long bytes) {
        bytesDone += bytes;
        progress.progress(Stage.READ, bytesDone, export.bytes());
    }

    private void photo(int file, TakenExport.TakenFile taken, Path path) {
        try {
            Optional<PhotoName> name = PhotoName.of(taken.path());
            PhotoFile.Outcome outcome = PhotoFile.read(path);
            if (name.isEmpty()) {
                refuse(taken, "I033_PHOTO_OF_NO_STUDENT");
            } else if (outcome instanceof PhotoFile.Outcome.Refused refused) {
                refuse(taken, refused.code());
            } else if (outcome instanceof PhotoFile.Outcome.Usable usable) {
                Fact photo = photo(file, name.get(), usable);
                files.photos().add(file, name.get().code(), photo.value("sha256"), usable.look());
                files.row(photo, List.of());
                hand(List.of(photo));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(taken.path(), e);
        }
    }

    private void refuse(TakenExport.TakenFile taken, String finding) {
        findings.add(new Finding(finding, Severity.REJECT, Place.ofFile(taken.path()), "", List.of()));
    }

    /** Digest and size are those of the picture that is kept, without its metadata. */
    private static Fact photo(int file, PhotoName name, PhotoFile.Outcome.Usable photo) {
        Map<String, String> values = Map.of(
                "sha256", CanonicalJson.sha256(photo.bytes()),
                "widthPx", String.valueOf(photo.widthPx()),
                "heightPx", String.valueOf(photo.heightPx()),
                "bytes", String.valueOf(photo.bytes().length));
        return new Fact(
                file, 0, 0, FactKind.PHOTO, 0, "", name.moetCode(), name.identityNumber(), false, name.with(values));
    }

    private void hand(List<Fact> facts) {
        try {
            if (!facts.isEmpty()) {
                queue.put(facts);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("intake was stopped");
        }
    }

    @Override
    public boolean hasNext() {
        while (next.isEmpty() && !ended) {
            try {
                boolean allRead = threads.isTerminated();
                List<Fact> batch = queue.poll(20, TimeUnit.MILLISECONDS);
                next = batch == null ? List.of() : batch;
                ended = allRead && batch == null;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("intake was stopped");
            }
        }
        return !next.isEmpty();
    }

    @Override
    public List<Fact> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        List<Fact> batch = next;
        next = List.of();
        return batch;
    }

    /**
     * After the last batch.
     *
     * @throws IllegalStateException if a thread failed
     */
    void proveComplete() {
        for (Future<?> each : running) {
            try {
                each.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("intake was stopped");
            } catch (ExecutionException e) {
                throw new IllegalStateException("a file could not be read to its end", e.getCause());
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
