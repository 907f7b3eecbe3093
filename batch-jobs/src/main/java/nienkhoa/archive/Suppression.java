package nienkhoa.archive;

/** Which dossiers have been destroyed under a decision. Nothing may bring one back: no copy, no repair, no restore. */
public interface Suppression {

    boolean isDestroyed(String dossierId);
}
