package nienkhoa.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nienkhoa.custody.Custody;
import nienkhoa.disposal.DisposalItem;
import nienkhoa.disposal.DisposalItem.Fate;
import nienkhoa.disposal.DueRecords;
import nienkhoa.language.Messages;
import org.junit.jupiter.api.Test;

/** What is on its way to another organisation is not destroyed. */
class SettledRecordsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 12);
    private static final DueRecords ALL = new DueRecords() {

        @Override
        public List<DisposalItem> dueOn(LocalDate day) {
            return List.of(item("A/going"), item("A/staying"));
        }

        @Override
        public Optional<Objection> objection(DisposalItem listed, LocalDate day) {
            return Optional.empty();
        }
    };

    @Test
    void leavesOutAndRefusesWhatLiesInAHandOver() {
        DueRecords settled = new SettledRecords(ALL, underWay(Map.of("A/going", "BG-A-2026-001")));

        assertThat(settled.dueOn(DAY)).extracting(DisposalItem::dossierId).containsExactly("A/staying");
        assertThat(settled.objection(item("A/staying"), DAY)).isEmpty();
        assertThat(settled.objection(item("A/going"), DAY))
                .contains(new DueRecords.Objection("D526_UNDER_WAY", "BG-A-2026-001"));
        assertThat(Messages.vietnamese().text("disposal", "D526_UNDER_WAY", "A/going", "1", "", "BG-A-2026-001"))
                .contains("A/going", "BG-A-2026-001", "biên nhận");
    }

    @Test
    void refusesNothingWhenTheHandOverIsOver() {
        DueRecords settled = new SettledRecords(ALL, underWay(Map.of()));

        assertThat(settled.dueOn(DAY)).isEqualTo(ALL.dueOn(DAY));
        assertThat(settled.objection(item("A/going"), DAY)).isEmpty();
    }

    private static DisposalItem item(String dossier) {
        return new DisposalItem(dossier, "", 1, 1, "x.rule", "08/2025", "2022-01-01", "", Fate.PROPOSED, "", List.of());
    }

    private static Custody underWay(Map<String, String> transfers) {
        return (Custody) Proxy.newProxyInstance(
                Custody.class.getClassLoader(), new Class<?>[] {Custody.class}, (proxy, call, args) -> transfers);
    }
}
