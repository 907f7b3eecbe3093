package nienkhoa.archive.copies.s3;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import nienkhoa.archive.copies.Pace;
import software.amazon.awssdk.core.exception.SdkException;

/** A stream at the speed of the bucket, whose failures are those of a medium. */
final class PacedStream extends FilterInputStream {

    private final Pace pace;

    PacedStream(InputStream in, Pace pace) {
        super(in);
        this.pace = pace;
    }

    @Override
    public int read() throws IOException {
        try {
            int read = super.read();
            pace.read(1);
            return read;
        } catch (SdkException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            int read = super.read(buffer, offset, length);
            pace.read(Math.max(0, read));
            return read;
        } catch (SdkException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
