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
 * Texts that wait and are read again in any order: in memory, or on disk as soon as they are more than an export of some
 * schools has. The database would sort and send them, which costs more than all that it is asked about rows.
 *
 * <p>The file never outlives the process, even one that is killed: what the texts say is personal.
 */
final class FactSpool implements AutoCloseable {

    private static final int PIECE_BITS = 20;
    private static final int PIECE_BYTES = 1 << PIECE_BITS;

    /** More than a row's text takes; what is left has room for 32 GB. */
    private static final int LENGTH_BITS = 28;

    private final Path file;
    private final FileChannel channel;
    private final int mostPieces;

    /** All texts, while they are in memory; the file has them in the same places. */
    private final List<byte[]> pieces = new ArrayList<>();

    /** The piece that is being filled; on disk it follows what was written. */
    private byte[] piece = new byte[PIECE_BYTES];

    private int size;
    private long written;
    private boolean onDisk;
    private byte[] found = new byte[1 << 12];

    private FactSpool(Path file, FileChannel channel, int mostPieces) {
        this.file = file;
        this.channel = channel;
        this.mostPieces = mostPieces;
    }

    /**
     * @param folder on the disk that has room for a copy of all texts of an export
     * @param mostInMemory how much is kept in memory, in MiB; what is more goes to disk, all of it
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

    /**
     * Adds a text.
     *
     * @return what it is read again by: where it begins and, in the lowest bits, how many bytes it takes
     */
    long add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (piece.length - size < bytes.length) {
            endPiece(bytes.length);
        }
        long at = written + size;
        System.arraycopy(bytes, 0, piece, size, bytes.length);
        size += bytes.length;
        return at << LENGTH_BITS | bytes.length;
    }

    /** In memory a piece is full however much of it is used, so that the file can have it in the same place. */
    private void endPiece(int wanted) {
        if (!onDisk && wanted <= PIECE_BYTES && pieces.size() + 1 < mostPieces) {
            pieces.add(piece);
            written += PIECE_BYTES;
            piece = new byte[PIECE_BYTES];
            size = 0;
        } else {
            toDisk();
            piece = piece.length < wanted ? new byte[wanted] : piece;
        }
    }

    private void toDisk() {
        pieces.forEach(full -> write(full, PIECE_BYTES));
        pieces.clear();
        onDisk = true;
        write(piece, size);
        written += size;
        size = 0;
    }

    private void write(byte[] bytes, int count) {
        try {
            ByteBuffer rest = ByteBuffer.wrap(bytes, 0, count);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
        } catch (IOException e) {
            throw outOfReach(e);
        }
    }

    /** @param text as {@link #add} answered */
    String read(long text) {
        long at = text >> LENGTH_BITS;
        int bytes = (int) (text & ((1L << LENGTH_BITS) - 1));
        if (!onDisk) {
            int number = (int) (at >> PIECE_BITS);
            byte[] in = number < pieces.size() ? pieces.get(number) : piece;
            return new String(in, (int) (at & (PIECE_BYTES - 1)), bytes, StandardCharsets.UTF_8);
        }
        if (size > 0) {
            toDisk();
        }
        fill(at, bytes);
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
