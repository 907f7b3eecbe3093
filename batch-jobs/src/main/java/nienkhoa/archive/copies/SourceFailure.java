package nienkhoa.archive.copies;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reading failed where the bytes come from, not where they go to. */
final class SourceFailure extends IOException {

    private SourceFailure(IOException cause) {
        super(cause.getMessage(), cause);
    }

    /** Something that reads from a source. */
    @FunctionalInterface
    interface Reading<T> {
        T read() throws IOException;
    }

    static <T> T guard(Reading<T> reading) throws SourceFailure {
        try {
            return reading.read();
        } catch (IOException e) {
            throw new SourceFailure(e);
        }
    }

    /** A stream all of whose failures are the source's. */
    static InputStream stream(Reading<InputStream> opening) throws SourceFailure {
        return new FilterInputStream(guard(opening)) {
            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                return guard(() -> super.read(buffer, offset, length));
            }

            @Override
            public int read() throws IOException {
                return guard(super::read);
            }
        };
    }
}
