package nienkhoa.archive.tt05;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import nienkhoa.archive.ArchiveCodes.Codes;
import nienkhoa.archive.DossierKind;
import nienkhoa.archive.DossierManifest;

/** How packages and what is in them are named: by what they are, so that the same package has the same names. */
final class Naming {

    /** The circular wants the time of Viet Nam, which keeps no summer time. */
    private static final ZoneOffset VIET_NAM = ZoneOffset.ofHours(7);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX", Locale.ROOT);

    private final DossierManifest manifest;
    private final PackageType type;

    Naming(DossierManifest manifest, PackageType type) {
        this.manifest = manifest;
        this.type = type;
    }

    /** OBJID of one version; {@code urn:<fonds>:uuid:…}, without the fonds if it is unknown. */
    String packageId(int version) {
        String tombstone = manifest.kind() == DossierKind.TOMBSTONE ? "tombstone/" : "";
        String uuid = uuid(tombstone + version);
        if (type == PackageType.SIP) {
            return "uuid-" + uuid;
        }
        Codes codes = manifest.codes();
        return codes.fonds().isEmpty() ? "urn:uuid:" + uuid : "urn:" + codes.fonds() + ":uuid:" + uuid;
    }

    /** An XML id for a thing of this dossier, unique by its name. */
    String id(String name) {
        return "uuid-" + uuid("id/" + name);
    }

    /** The same for a file; the circular sets them apart. */
    String fileId(String path) {
        return "ID-" + uuid("file/" + path);
    }

    /**
     * Mã hồ sơ: agency, year, and the dossier's own number and symbol. Where the agency's code is unknown, the dossier's
     * id alone, which begins with mã trường.
     */
    String fileCode() {
        Codes codes = manifest.codes();
        String own = manifest.id().replace('/', '.');
        if (codes.agency().isEmpty()) {
            return own;
        }
        String school = manifest.subject().schoolCode();
        String rest = !school.isEmpty() && own.startsWith(school + ".") ? own.substring(school.length() + 1) : own;
        return codes.agency() + "." + rest;
    }

    String documentCode(int number) {
        return "%s.%07d".formatted(fileCode(), number);
    }

    /** An instant as packages write it. */
    static String time(String instant) {
        return TIME.format(OffsetDateTime.ofInstant(Instant.parse(instant), VIET_NAM));
    }

    private String uuid(String name) {
        return UUID.nameUUIDFromBytes(
                        ("nienkhoa/package/" + manifest.id() + "/" + name).getBytes(StandardCharsets.UTF_8))
                .toString()
                .toUpperCase(Locale.ROOT);
    }
}
