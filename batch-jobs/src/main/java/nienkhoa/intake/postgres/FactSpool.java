package nienkhoa.intake.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Texts that wait on disk and are read again in any order. The database would sort and send them, which costs more than all
 * that it is asked about rows.
 *
 * <p>The file never outlives the process, even one that is killed: what the texts say is personal.
 */
final class FactSpool implements AutoCloseable {

    private static final int PIECE_BYTES = 1 << 20;

    private final Path file;
    private final FileChannel channel;
    private byte[] piece = new byte[PIECE_BYTES];
    private int size;
    private long written;
    private byte[] found = new byte[1 << 12];

    private FactSpool(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** @param folder on the disk that has room for a copy of all texts of an export */
    static FactSpool in(Path folder) {
        try {
            Path file = Files.createDirectories(folder).resolve("intake-rows.tmp");
            return new FactSpool(
                    file,
                    FileChannel.open(
                            file,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.DELETE_ON_CLOSE));
        } catch (IOException e) {
            throw new UncheckedIOException("rows cannot wait in " + folder, e);
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Adds a text.
     *
     * @return where it begins, in bytes
     */
    long add(byte[] text) {
        long at = written + size;
        if (piece.length - size < text.length) {
            flush();
            piece = piece.length < text.length ? new byte[text.length] : piece;
        }
        System.arraycopy(text, 0, piece, size, text.length);
        size += text.length;
        return at;
    }

    private void flush() {
        try {
            ByteBuffer rest = ByteBuffer.wrap(piece, 0, size);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            written += size;
            size = 0;
        } catch (IOException e) {
            throw outOfReach(e);
        }
    }

    /** The text of so many bytes that begins there. */
    String read(long at, int bytes) {
        if (size > 0) {
            flush();
        }
        if (found.length < bytes) {
            found = new byte[bytes];
        }
        ByteBuffer into = ByteBuffer.wrap(found, 0, bytes);
        try {
            while (into.hasRemaining()) {
                if (channel.read(into, at + into.position()) < 0) {
                    throw new IOException("the file was cut off");
                }
            }
        } catch (IOException e) {
            throw outOfReach(e);
        }
        return new String(found, 0, bytes, StandardCharsets.UTF_8);
    }

    private UncheckedIOException outOfReach(IOException e) {
        return new UncheckedIOException("rows that wait in " + file, e);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw outOfReach(e);
        }
    }
}
