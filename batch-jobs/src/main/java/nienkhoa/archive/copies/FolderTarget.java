package nienkhoa.archive.copies;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import nienkhoa.archive.copies.UnreachableCopy.Reason;

/**
 * A copy in a folder: of another disk, or of a disk that comes and goes and may turn up in one of several places.
 *
 * <p>Layout: {@code nienkhoa-copy.json}, {@code archive/} (an OCFL storage root, readable without this program),
 * {@code work/} (files on their way and files set aside).
 *
 * <p>A folder without the marker is never written to: an empty mount point is not the disk that belongs there.
 *
 * @param places where it may be; the first that carries the marker is it
 */
record FolderTarget(String id, Kind kind, List<String> places, CopyMarker marker) implements CopyTarget {

    FolderTarget {
        places = List.copyOf(places);
    }

    @Override
    public String where() {
        return String.join(", ", places);
    }

    @Override
    public CopyMedium open() throws IOException {
        Reason reason = Reason.ABSENT;
        for (String place : places) {
            Path folder = folder(place);
            if (!Files.isDirectory(folder)) {
                continue;
            }
            Path file = folder.resolve(CopyMarker.FILE);
            if (Files.notExists(file)) {
                reason = reason == Reason.ABSENT ? Reason.NOT_MARKED : reason;
            } else if (marker.isIn(Files.readAllBytes(file))) {
                return medium(folder);
            } else {
                reason = Reason.WRONG_COPY;
            }
        }
        throw new UnreachableCopy(reason, where());
    }

    private static CopyMedium medium(Path folder) throws IOException {
        Path work = Files.createDirectories(folder.resolve("work"));
        Folders.remove(work.resolve("incoming"));
        return new FolderMedium(Files.createDirectories(folder.resolve("archive")), work);
    }

    @Override
    public void mark(String at) throws IOException {
        String place = at.isEmpty() && places.size() == 1 ? places.get(0) : at;
        if (!places.contains(place) || !Files.isDirectory(folder(place))) {
            throw new UnreachableCopy(Reason.ABSENT, place.isEmpty() ? where() : place);
        }
        Path file = folder(place).resolve(CopyMarker.FILE);
        if (Files.exists(file)) {
            if (!marker.isIn(Files.readAllBytes(file))) {
                throw new UnreachableCopy(Reason.WRONG_COPY, place);
            }
            return;
        }
        Path fresh = Files.write(file.resolveSibling(CopyMarker.FILE + ".new"), marker.bytes());
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public Optional<String> markedArchive() throws IOException {
        for (String place : places) {
            Path file = folder(place).resolve(CopyMarker.FILE);
            Optional<String> archive =
                    Files.exists(file) ? CopyMarker.archiveIn(Files.readAllBytes(file), id) : Optional.empty();
            if (archive.isPresent()) {
                return archive;
            }
        }
        return Optional.empty();
    }

    private static Path folder(String place) throws UnreachableCopy {
        try {
            return Path.of(place);
        } catch (InvalidPathException e) {
            // E:/ on a system without drive letters is a place that is not there.
            throw new UnreachableCopy(Reason.ABSENT, place);
        }
    }
}
