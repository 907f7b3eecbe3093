package nienkhoa.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nienkhoa.archive.DossierStore;
import nienkhoa.audit.Act;
import nienkhoa.custody.Transfer.Item;
import nienkhoa.custody.Transfer.Order;
import nienkhoa.custody.Transfer.Place;
import nienkhoa.custody.Transfer.Received;
import nienkhoa.custody.Transfer.State;
import nienkhoa.custody.Transfer.Withdrawn;
import nienkhoa.data.CanonicalJson;
import nienkhoa.language.Messages;
import nienkhoa.model.Finding;
import nienkhoa.model.Person;
import nienkhoa.model.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which receipts close a hand-over and which hand-overs may be withdrawn, case by case. */
class ReceiptTableTest {

    private static final String ID = "BG-A-2026-001";
    private static final LocalDate OPENED = LocalDate.of(2026, 1, 12);
    private static final LocalDate RECEIVED = LocalDate.of(2026, 1, 14);
    private static final Clock FRI_2026_01_16 = Clock.fixed(Instant.parse("2026-01-16T03:00:00Z"), ZoneOffset.UTC);
    private static final Person OPENER = new Person("p02", "Trần Thị Bình", Set.of(Role.ARCHIVIST));
    private static final Person OTHER = new Person("p01", "Nguyễn Văn An", Set.of(Role.HEAD));

    @TempDir
    private Path folder;

    private final List<Act> entered = new ArrayList<>();

    @ParameterizedTest(name = "{4}")
    @CsvSource({
        // place, state, what is other in the receipt, code, why
        "ELSEWHERE, PACKED, '', '', a receipt of what was packed closes it",
        "HERE, RECEIVED, '', '', the receipt of this home closes it",
        "INCOMING, RECEIVED, '', C762_NO_SUCH_TRANSFER, what came from another home is closed there",
        "ELSEWHERE, PACKED, handOver, C763_OTHER_HAND_OVER, packed again after the receiver looked",
        "ELSEWHERE, PACKED, manifest, C764_OTHER_DOSSIERS, another version of a dossier",
        "ELSEWHERE, PACKED, more, C764_OTHER_DOSSIERS, a dossier twice",
        "ELSEWHERE, OPEN, '', C765_NOT_PACKED, there is no list yet that it could be of",
        "ELSEWHERE, CLOSED, '', C766_CLOSED_BY_OTHER, another receipt came first",
        "ELSEWHERE, PACKED, from, C767_OTHER_PARTIES, another giver",
        "ELSEWHERE, PACKED, to, C767_OTHER_PARTIES, another receiver",
        "ELSEWHERE, PACKED, early, C767_OTHER_PARTIES, received on the day before it was opened",
        "ELSEWHERE, PACKED, late, C767_OTHER_PARTIES, received tomorrow",
        "HERE, RECEIVED, entry, C769_NOT_RECEIVED_HERE, an act of receiving that this home does not have",
        "HERE, PACKED, '', C769_NOT_RECEIVED_HERE, nobody has received it here",
        "ELSEWHERE, WITHDRAWN, '', C773_WITHDRAWN, the giver took it back"
    })
    void closesOnlyByItsOwnReceipt(Place place, State state, String other, String code, String why) throws IOException {
        Transfer transfer = transfer(place, state);
        Path file = Files.write(folder.resolve("receipt.json"), CanonicalJson.bytes(receipt(transfer, other)));
        ReceiptOffice office = new ReceiptOffice(knows(transfer), nothing(DossierStore.class), FRI_2026_01_16);

        if (code.isEmpty()) {
            office.close(file, OPENER);
            assertThat(entered).extracting(Act::action).containsExactly(CustodyActs.CLOSED);
        } else {
            assertRefused(() -> office.close(file, OPENER), code);
        }
    }

    @ParameterizedTest(name = "{4}")
    @CsvSource({
        "ELSEWHERE, OPEN, p01, '', before it is packed",
        "ELSEWHERE, PACKED, p01, '', while the receiver does not answer",
        "HERE, PACKED, p01, '', the same in one home",
        "ELSEWHERE, PACKED, p02, C772_OPENED_BY_SAME, who opened it may not",
        "HERE, RECEIVED, p01, C771_RECEIVED_HERE, the receiver has answered",
        "ELSEWHERE, CLOSED, p01, C770_HAS_RECEIPT, the dossiers are the receiver's",
        "INCOMING, RECEIVED, p01, C762_NO_SUCH_TRANSFER, it is not this home's"
    })
    void isWithdrawnByASecondPersonUntilAReceiptCame(Place place, State state, String by, String code, String why) {
        WithdrawalOffice office = new WithdrawalOffice(knows(transfer(place, state)), FRI_2026_01_16);
        Person person = by.equals("p02") ? OPENER : OTHER;

        if (code.isEmpty()) {
            office.withdraw(ID, "không trả lời", person);
            assertThat(entered).singleElement().satisfies(act -> {
                assertThat(act.action()).isEqualTo(CustodyActs.WITHDRAWN);
                assertThat(act.details()).containsEntry("day", "2026-01-16").containsEntry("reason", "không trả lời");
            });
        } else {
            assertRefused(() -> office.withdraw(ID, "không trả lời", person), code);
        }
    }

    @Test
    void whatIsWithdrawnStaysAsItWas() {
        Transfer withdrawn = transfer(Place.ELSEWHERE, State.WITHDRAWN);

        Transfer again = new WithdrawalOffice(knows(withdrawn), FRI_2026_01_16).withdraw(ID, "lý do khác", OPENER);

        assertThat(again).isEqualTo(withdrawn);
        assertThat(entered).isEmpty();
    }

    private void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String code) {
        assertThatThrownBy(call).isInstanceOfSatisfying(CustodyRefused.class, refused -> {
            assertThat(refused.findings()).extracting(Finding::code).containsExactly(code);
            assertThat(List.of(
                            Messages.vietnamese()
                                    .of("custody", refused.findings().get(0)),
                            Messages.english().of("custody", refused.findings().get(0))))
                    .allMatch(said -> said.contains(ID) && !said.contains("{"));
        });
        assertThat(entered).isEmpty();
    }

    private static Transfer transfer(Place place, State state) {
        boolean received = state == State.RECEIVED || state == State.CLOSED;
        return new Transfer(
                ID,
                place,
                state,
                new Order("A", "B", "1/QĐ", OPENED, OPENED),
                OPENER.id(),
                "packed",
                received ? Optional.of(new Received("p03", RECEIVED, 7, "entry")) : Optional.empty(),
                state == State.CLOSED ? "of before" : "",
                state == State.WITHDRAWN
                        ? Optional.of(new Withdrawn("p01", RECEIVED, "không trả lời"))
                        : Optional.empty(),
                List.of(Item.pending("A/x", 2, "manifest")));
    }

    /** The receipt that the receiver writes, sealed, with one thing that is other. */
    private static Receipt receipt(Transfer transfer, String other) {
        Receipt.Line line = new Receipt.Line(
                "A/x", false, other.equals("manifest") ? "x" : "manifest", "C750_PACKAGE_MISSING", "g", "");
        LocalDate on =
                other.equals("early") ? OPENED.minusDays(1) : other.equals("late") ? OPENED.plusDays(5) : RECEIVED;
        Order order = transfer.order();
        Transfer said = new Transfer(
                ID,
                transfer.place(),
                State.RECEIVED,
                new Order(
                        other.equals("from") ? "X" : order.from(),
                        other.equals("to") ? "X" : order.to(),
                        order.decision(),
                        order.decided(),
                        order.opened()),
                transfer.openedBy(),
                other.equals("handOver") ? "x" : transfer.handOverSha256(),
                Optional.of(new Received("p03", on, 7, other.equals("entry") ? "x" : "entry")),
                "",
                Optional.empty(),
                transfer.items());
        return Receipt.of(said, other.equals("more") ? List.of(line, line) : List.of(line));
    }

    /** A custody that knows one hand-over and remembers what is entered. */
    private Custody knows(Transfer transfer) {
        return (Custody) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Custody.class}, (proxy, call, args) -> {
                    if (call.getName().equals("enter")) {
                        entered.add((Act) args[0]);
                        return null;
                    }
                    return Optional.of(transfer);
                });
    }

    private static <T> T nothing(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, call, args) -> {
            throw new AssertionError(call);
        }));
    }
}
