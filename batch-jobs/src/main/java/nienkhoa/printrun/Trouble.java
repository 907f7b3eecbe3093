package nienkhoa.printrun;

import java.util.List;
import java.util.Set;

/**
 * Why a run does not go on by itself.
 *
 * @param args what its sentence is filled with; nothing personal
 */
public record Trouble(Kind kind, List<String> args) {

    public Trouble {
        args = List.copyOf(args);
    }

    static Trouble of(Kind kind, String... args) {
        return new Trouble(kind, List.of(args));
    }

    /** What stopped it. */
    public enum Kind {
        OUT_OF_PAPER(Set.of("media-empty", "media-needed")),
        JAM(Set.of("media-jam")),
        DOOR_OPEN(Set.of("door-open", "cover-open", "interlock-open")),
        OUT_OF_TONER(Set.of("toner-empty", "marker-supply-empty")),
        OUTPUT_FULL(Set.of("output-area-full", "output-tray-missing")),
        /** The printer stopped for a reason that we do not know. */
        STOPPED(Set.of()),
        /** It does not answer. */
        GONE(Set.of()),
        /** It answers and knows nothing of a job that may have been handed over. */
        FORGOTTEN(Set.of()),
        /** It gave a job up. */
        GIVEN_UP(Set.of()),
        /** It says that a job is done and counts fewer sheets. */
        TOO_FEW(Set.of()),
        /** It counts more sheets than were handed over. */
        TOO_MANY(Set.of()),
        /** Nothing has changed for a long time. */
        STANDS_STILL(Set.of()),
        /** It still holds a job that a person has already settled. */
        HOLDS_OLD_JOB(Set.of()),
        /** A document is no longer what it was when the run was opened. */
        DOCUMENT_CHANGED(Set.of()),
        /** It answers and did not take a job. */
        REFUSED(Set.of());

        @SuppressWarnings("ImmutableEnumChecker") // made by Set.of only
        private final Set<String> reasons;

        Kind(Set<String> reasons) {
            this.reasons = reasons;
        }

        /** The first kind that one of the printer's reasons stands for; {@link #STOPPED} if none is known. */
        static Kind of(List<String> reasons) {
            for (Kind kind : values()) {
                if (reasons.stream().map(Kind::plain).anyMatch(kind.reasons::contains)) {
                    return kind;
                }
            }
            return STOPPED;
        }

        /** RFC 8011 lets printers append how grave a reason is. */
        private static String plain(String reason) {
            return reason.replaceAll("-(error|warning|report)$", "");
        }
    }
}
