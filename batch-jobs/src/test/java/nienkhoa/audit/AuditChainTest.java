package nienkhoa.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nienkhoa.audit.AuditChain.Break;
import nienkhoa.audit.AuditChain.Fault;
import nienkhoa.audit.AuditChain.Witness;
import nienkhoa.data.CanonicalJson;
import org.junit.jupiter.api.Test;

class AuditChainTest {

    private static final Instant WED_2026_11_25 = Instant.parse("2026-11-25T01:00:00.123456789Z");

    private final List<AuditEntry> chain = chain(5);

    @Test
    void aWholeChainHasNoFaultInAnyOrder() {
        List<AuditEntry> backwards = new ArrayList<>(chain);
        java.util.Collections.reverse(backwards);

        assertThat(AuditChain.check(backwards, Optional.of(Witness.of(chain.get(4))))).isEmpty();
        assertThat(AuditChain.check(List.of(), Optional.empty())).isEmpty();
    }

    @Test
    void anEntryReadsBackAsItWasWritten() {
        AuditEntry entry = chain.get(2);

        AuditEntry read = CanonicalJson.read(CanonicalJson.write(entry), AuditEntry.class);

        assertThat(read).isEqualTo(entry);
        assertThat(read.isWhole()).isTrue();
        assertThat(read.at()).isEqualTo(Instant.parse("2026-11-25T01:00:00.123Z"));
    }

    @Test
    void findsAnEntryThatWasChanged() {
        AuditEntry old = chain.get(1);
        chain.set(1, new AuditEntry(2, old.at(), act("p99"), old.previousSha256(), old.sha256()));

        assertThat(AuditChain.check(chain, Optional.empty())).containsExactly(new Break(Fault.CHANGED, 2));
    }

    @Test
    void findsAChangedEntryThatWasGivenANewDigest() {
        AuditEntry old = chain.get(1);
        chain.set(1, AuditEntry.after(chain.get(0), old.at(), act("p99")));

        assertThat(AuditChain.check(chain, Optional.empty())).containsExactly(new Break(Fault.BROKEN, 3));
    }

    @Test
    void findsEntriesThatAreMissingInTheMiddleAndAtTheBeginning() {
        assertThat(AuditChain.check(List.of(chain.get(0), chain.get(3)), Optional.empty()))
                .containsExactly(new Break(Fault.MISSING, 4));
        assertThat(AuditChain.check(chain.subList(1, 5), Optional.empty()))
                .containsExactly(new Break(Fault.MISSING, 2));
    }

    @Test
    void findsEntriesThatChangedPlaces() {
        AuditEntry second = chain.get(1);
        AuditEntry third = chain.get(2);
        chain.set(1, new AuditEntry(2, third.at(), third.act(), third.previousSha256(), third.sha256()));
        chain.set(2, new AuditEntry(3, second.at(), second.act(), second.previousSha256(), second.sha256()));

        assertThat(AuditChain.check(chain, Optional.empty()))
                .contains(new Break(Fault.CHANGED, 2), new Break(Fault.CHANGED, 3));
    }

    @Test
    void findsAForkAndAChainThatWasShortened() {
        List<AuditEntry> forked = new ArrayList<>(chain);
        forked.add(AuditEntry.after(chain.get(3), WED_2026_11_25, act("p99")));

        assertThat(AuditChain.check(forked, Optional.empty())).containsExactly(new Break(Fault.FORKED, 5));
        assertThat(AuditChain.check(chain.subList(0, 3), Optional.of(Witness.of(chain.get(4)))))
                .containsExactly(new Break(Fault.SHORTENED, 5));
        assertThat(AuditChain.check(chain, Optional.of(new Witness(4, "0".repeat(64)))))
                .containsExactly(new Break(Fault.FORKED, 4));
    }

    private static List<AuditEntry> chain(int length) {
        List<AuditEntry> entries = new ArrayList<>();
        AuditEntry last = null;
        for (int i = 0; i < length; i++) {
            last = AuditEntry.after(last, WED_2026_11_25, act("p0" + i));
            entries.add(last);
        }
        return entries;
    }

    private static Act act(String person) {
        return Act.of(person, "HOLD_PLACED", "case-1", "", Map.of("reason", "INSPECTION"));
    }
}
