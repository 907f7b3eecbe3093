package nienkhoa.app;

import nienkhoa.intake.ProgressListener;
import org.jspecify.annotations.Nullable;

/** Shows how far intake has come. */
final class IntakeProgress implements ProgressListener {

    private final Progress progress;
    private ProgressListener.@Nullable Stage shown;
    private long done;

    IntakeProgress(Progress progress) {
        this.progress = progress;
    }

    @Override
    public synchronized void progress(ProgressListener.Stage stage, long soFar, long total) {
        if (stage != shown) {
            progress.begin(Progress.Stage.INTAKE, total);
            shown = stage;
            done = 0;
        }
        progress.done(Math.max(0, soFar - done));
        done = Math.max(done, soFar);
    }
}
