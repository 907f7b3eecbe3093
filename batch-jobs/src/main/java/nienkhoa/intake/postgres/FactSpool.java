package nienkhoa.intake.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Texts that wait and are read again in any order: those of an export of some schools in memory, what is more than that on
 * disk. The database would sort and send them, which costs more than all that it is asked about rows.
 *
 * <p>The file never outlives the process, even one that is killed: what the texts say is personal.
 */
final class FactSpool implements AutoCloseable {

    private static final int PIECE_BITS = 20;
    private static final int PIECE_BYTES = 1 << PIECE_BITS;

    /** A text lies in memory below this, on disk from here on. */
    private final long inMemory;

    private final Path file;
    private final FileChannel channel;
    private final List<byte[]> pieces = new ArrayList<>();
    private int pieceSize = PIECE_BYTES;
    private byte[] waiting = new byte[PIECE_BYTES];
    private int size;
    private long written;
    private byte[] found = new byte[1 << 12];

    private FactSpool(Path file, FileChannel channel, int mostInMemory) {
        this.file = file;
        this.channel = channel;
        this.inMemory = (long) mostInMemory << PIECE_BITS;
    }

    /**
     * @param folder on the disk that has room for a copy of all texts of an export
     * @param mostInMemory how much is kept in memory, in MiB
     */
    static FactSpool in(Path folder, int mostInMemory) {
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
                            StandardOpenOption.DELETE_ON_CLOSE),
                    mostInMemory);
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
     * @return where it begins, to be read by
     */
    long add(byte[] text) {
        return hasRoom(text.length) ? keep(text) : inMemory + write(text);
    }

    /** Whether the text goes into the last piece in memory or a new one. */
    private boolean hasRoom(int bytes) {
        if (pieceSize + bytes <= PIECE_BYTES) {
            return true;
        }
        if (bytes > PIECE_BYTES || (long) pieces.size() << PIECE_BITS >= inMemory) {
            return false;
        }
        pieces.add(new byte[PIECE_BYTES]);
        pieceSize = 0;
        return true;
    }

    private long keep(byte[] text) {
        int piece = pieces.size() - 1;
        System.arraycopy(text, 0, pieces.get(piece), pieceSize, text.length);
        long at = ((long) piece << PIECE_BITS) + pieceSize;
        pieceSize += text.length;
        return at;
    }

    private long write(byte[] text) {
        long at = written + size;
        if (waiting.length - size < text.length) {
            flush();
            waiting = waiting.length < text.length ? new byte[text.length] : waiting;
        }
        System.arraycopy(text, 0, waiting, size, text.length);
        size += text.length;
        return at;
    }

    private void flush() {
        try {
            ByteBuffer rest = ByteBuffer.wrap(waiting, 0, size);
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
        if (at < inMemory) {
            byte[] piece = pieces.get((int) (at >> PIECE_BITS));
            return new String(piece, (int) (at & (PIECE_BYTES - 1)), bytes, StandardCharsets.UTF_8);
        }
        if (size > 0) {
            flush();
        }
        fill(at - inMemory, bytes);
        return new String(found, 0, bytes, StandardCharsets.UTF_8);
    }

    private void fill(long at, int bytes) {
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
