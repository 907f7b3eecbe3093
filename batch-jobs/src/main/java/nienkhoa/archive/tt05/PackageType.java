package nienkhoa.archive.tt05;

/** What a package is for (OAIS). */
public enum PackageType {
    /** Handed in to another archive; that archive adds what it does to preserve it. */
    SIP,
    /** Kept. */
    AIP,
    /** Given to somebody who asked. */
    DIP;

    /** The METS profile that the list of such a package keeps to; that of SIP is its own (E-ARK SIP, SIP2). */
    String metsProfile() {
        return this == SIP
                ? "https://earksip.dilcis.eu/profile/E-ARK-SIP.xml"
                : "https://earkcsip.dilcis.eu/profile/E-ARK-CSIP.xml";
    }

    boolean isPreserved() {
        return this != SIP;
    }
}
