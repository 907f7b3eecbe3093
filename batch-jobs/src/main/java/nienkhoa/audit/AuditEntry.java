package nienkhoa.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import nienkhoa.data.CanonicalJson;
import org.jspecify.annotations.Nullable;

/**
 * An act in its place in the chain.
 *
 * @param number from 1, without gaps
 * @param at to the millisecond
 * @param previousSha256 of the entry before; {@link #NONE_BEFORE} for the first
 * @param sha256 over the canonical JSON of all but itself
 */
public record AuditEntry(long number, Instant at, Act act, String previousSha256, String sha256) {

    /** What the first entry names as the one before it. */
    public static final String NONE_BEFORE = "0".repeat(64);

    /** What the digest is taken of. */
    private record Content(long number, Instant at, Act act, String previousSha256) {}

    /** The entry that comes after {@code last}, or the first one if there is none. */
    public static AuditEntry after(@Nullable AuditEntry last, Instant at, Act act) {
        return last == null ? after(0, NONE_BEFORE, at, act) : after(last.number, last.sha256, at, act);
    }

    /** The same, where only number and digest of the entry before are known. */
    public static AuditEntry after(long number, String sha256, Instant at, Act act) {
        Content content = new Content(number + 1, at.truncatedTo(ChronoUnit.MILLIS), act, sha256);
        return new AuditEntry(content.number, content.at, act, sha256, digest(content));
    }

    /** Whether the entry is as it was when it was entered. */
    public boolean isWhole() {
        return sha256.equals(digest(new Content(number, at, act, previousSha256)));
    }

    /** Whether this entry was entered right after {@code last}; the first one if {@code last} is null. */
    public boolean follows(@Nullable AuditEntry last) {
        return last == null
                ? number == 1 && previousSha256.equals(NONE_BEFORE)
                : number == last.number + 1 && previousSha256.equals(last.sha256);
    }

    private static String digest(Content content) {
        return CanonicalJson.sha256(CanonicalJson.bytes(content));
    }
}
