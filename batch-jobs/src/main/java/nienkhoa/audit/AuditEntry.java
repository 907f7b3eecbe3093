package nienkhoa.audit;

import java.time.Instant;

/** An act in the chain; {@code sha256} is over the canonical JSON of all but itself. */
public record AuditEntry(long number, Instant at, Act act, String previousSha256, String sha256) {}
