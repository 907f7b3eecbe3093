package nienkhoa.custody;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import nienkhoa.audit.Act;
import nienkhoa.custody.Transfer.Place;
import nienkhoa.custody.Transfer.State;
import nienkhoa.model.Person;

/** Takes back a hand-over that nobody answers. Its dossiers were the giver's all the time; from then on they are free again. */
public final class WithdrawalOffice {

    private final Custody custody;
    private final Clock clock;

    public WithdrawalOffice(Custody custody, Clock clock) {
        this.custody = custody;
        this.clock = clock;
    }

    /** @throws CustodyRefused if this home did not send such a hand-over */
    public Transfer find(String transfer) {
        return custody.find(transfer)
                .filter(known -> known.place() != Place.INCOMING)
                .orElseThrow(() -> CustodyRefused.of("C762_NO_SUCH_TRANSFER", transfer));
    }

    /**
     * Withdraws a hand-over. What lies in its folder stays there.
     *
     * @param reason nothing personal: it stays in the chain of acts
     * @return as it is now; a second call changes nothing, whoever gives it and for whatever reason
     * @throws CustodyRefused if there is a receipt of it, or the person opened it
     */
    public Transfer withdraw(String id, String reason, Person by) {
        Transfer transfer = find(id);
        if (transfer.withdrawn().isPresent()) {
            return transfer;
        }
        if (transfer.closed()) {
            throw CustodyRefused.of("C770_HAS_RECEIPT", id);
        }
        if (transfer.state() == State.RECEIVED) {
            throw CustodyRefused.of("C771_RECEIVED_HERE", id);
        }
        if (transfer.openedBy().equals(by.id())) {
            throw CustodyRefused.of("C772_OPENED_BY_SAME", by.id(), id);
        }
        Map<String, String> details = Map.of("day", LocalDate.now(clock).toString(), "reason", reason);
        custody.enter(Act.of(by.id(), CustodyActs.WITHDRAWN, id, "", details), () -> {});
        return find(id);
    }
}
