package nienkhoa.archive;

/**
 * Where things lie in a version of a dossier. Each version is an archive package as Thông tư 05/2025/TT-BNV and E-ARK
 * CSIP lay it out, so a package to hand over is a zip of what is there.
 */
public final class PackagePath {

    public static final String METS = "METS.xml";
    public static final String EAD = "metadata/descriptive/EAD.xml";
    public static final String PREMIS = "metadata/preservation/PREMIS.xml";

    /** The only representation of a package. */
    public static final String REPRESENTATION = "representations/rep1/";

    public static final String REPRESENTATION_METS = REPRESENTATION + METS;
    public static final String REPRESENTATION_PREMIS = REPRESENTATION + "metadata/preservation/PREMIS_rep1.xml";

    /** The records themselves. */
    public static final String DATA = REPRESENTATION + "data/";

    /** What replaced what, by version. */
    public static final String HISTORY = "metadata/other/history.json";

    private static final String SCHEMAS = "schemas/";
    private static final String OTHER = "metadata/other/";
    private static final String DOCUMENTATION = "documentation/";

    private PackagePath() {}

    /** A record. */
    public static String data(String name) {
        return DATA + name;
    }

    /** What is known of the dossier beside what the circular asks for. */
    public static String other(String name) {
        return OTHER + name;
    }

    /** What helps people with the dossier and is no record. */
    public static String documentation(String name) {
        return DOCUMENTATION + name;
    }

    /** The description of one document. */
    public static String description(String documentId) {
        return REPRESENTATION + "metadata/descriptive/EAD_doc_" + documentId + ".xml";
    }

    public static String schema(String name) {
        return SCHEMAS + name;
    }
}
