package nienkhoa.archive.tt05;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import nienkhoa.archive.DossierKind;
import nienkhoa.archive.DossierManifest;
import nienkhoa.archive.DossierManifest.DocumentLine;
import nienkhoa.archive.DossierManifest.FileLine;
import nienkhoa.archive.PackagePath;
import nienkhoa.data.CanonicalJson;

/**
 * What a package describes on its own: a rendered document, a file that was handed in, or an export as a whole.
 *
 * @param id at most 25 characters, safe in file names
 * @param name what tells it from its neighbours; empty if it has none
 * @param edition of the form; empty if it was not rendered here
 * @param pages 0 = unknown
 * @param verdict of the PDF/A gate; empty if it was not asked
 * @param files the first one is the document itself, the others say the same in other formats
 */
record PackagedDocument(String id, String name, String edition, int pages, String verdict, List<FileLine> files) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,24}");
    private static final int DIGITS_OF_DIGEST = 16;

    PackagedDocument {
        files = List.copyOf(files);
    }

    /** In the order of the manifest. */
    static List<PackagedDocument> of(DossierManifest manifest) {
        List<PackagedDocument> all = new ArrayList<>();
        manifest.documents().forEach(line -> all.add(rendered(line)));
        List<FileLine> files = manifest.files().stream()
                .filter(file -> file.path().startsWith(PackagePath.DATA))
                .toList();
        boolean together = manifest.kind() == DossierKind.EXPORT || manifest.kind() == DossierKind.SETTINGS;
        if (together && !files.isEmpty()) {
            String prefix = manifest.kind() == DossierKind.EXPORT ? "BX-" : "CH-";
            all.add(new PackagedDocument(id(prefix, manifest.id()), "", "", 0, "", files));
        } else {
            files.forEach(file -> all.add(handedIn(file)));
        }
        return all;
    }

    boolean isRendered() {
        return !edition.isEmpty();
    }

    FileLine main() {
        return files.get(0);
    }

    /** Changes when any of the files does. */
    String sha256() {
        return files.size() == 1
                ? main().sha256()
                : CanonicalJson.sha256(
                        String.join("\n", files.stream().map(FileLine::sha256).toList()));
    }

    private static PackagedDocument rendered(DocumentLine line) {
        String id = ID.matcher(line.id()).matches() ? line.id() : id("VB-", line.id());
        return new PackagedDocument(
                id,
                line.id(),
                line.edition(),
                line.pages(),
                line.verdict(),
                line.allFiles().toList());
    }

    private static PackagedDocument handedIn(FileLine file) {
        String name = file.path().substring(PackagePath.DATA.length());
        return new PackagedDocument(id("NL-", file.path()), name, "", 0, "", List.of(file));
    }

    private static String id(String prefix, String name) {
        return prefix
                + CanonicalJson.sha256(name.getBytes(StandardCharsets.UTF_8))
                        .substring(0, DIGITS_OF_DIGEST)
                        .toUpperCase(java.util.Locale.ROOT);
    }
}
