package nienkhoa.archive;

import java.util.Map;

/**
 * The codes by which archives know each other and whose records they hold. They are given by authorities and written in
 * the configuration; what is not written there stays empty and is never made up.
 *
 * @param archive mã cơ quan lưu trữ
 * @param office the office that keeps the archive
 * @param schools by mã trường
 */
public record ArchiveCodes(String archive, Agency office, Map<String, Agency> schools) {

    public static final ArchiveCodes UNKNOWN = new ArchiveCodes("", Agency.UNKNOWN, Map.of());

    public ArchiveCodes {
        schools = Map.copyOf(schools);
    }

    /**
     * @param code mã định danh cơ quan, for example {@code H49.64.33}
     * @param fonds mã phông
     */
    public record Agency(String code, String fonds) {
        public static final Agency UNKNOWN = new Agency("", "");
    }

    /** The codes of one dossier; empty = unknown. */
    public record Codes(String archive, String agency, String fonds) {
        public static final Codes UNKNOWN = new Codes("", "", "");
    }

    /** @param schoolCode empty for what is no school's */
    public Codes of(String schoolCode) {
        Agency agency = schoolCode.isEmpty() ? office : schools.getOrDefault(schoolCode, Agency.UNKNOWN);
        return new Codes(archive, agency.code(), agency.fonds());
    }
}
