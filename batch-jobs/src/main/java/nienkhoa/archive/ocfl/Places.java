package nienkhoa.archive.ocfl;

import java.nio.file.Path;

/** Places inside an archive, written the same on every system. */
final class Places {

    private Places() {}

    static String relative(Path root, Path place) {
        return root.relativize(place).toString().replace('\\', '/');
    }
}
