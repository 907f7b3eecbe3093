package nienkhoa.archive.tt05;

/** What a package is for (OAIS). */
public enum PackageType {
    /** Handed in to another archive; that archive adds what it does to preserve it. */
    SIP,
    /** Kept. */
    AIP,
    /** Given to somebody who asked. */
    DIP;

    boolean isPreserved() {
        return this != SIP;
    }
}
