package nienkhoa.custody;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A hand-over between two organisations, as acts have left it.
 *
 * @param id for example {@code BG-31313401-2026-001}
 * @param openedBy id of the person who made the list, in the home of the giver
 * @param handOverSha256 of the list of packages; empty before it is written
 * @param receipt what the receiver said; empty before that
 * @param receiptSha256 of the receipt that closed it; empty before that
 * @param withdrawn by whom it was taken back; empty if it was not
 * @param items in the order of the list
 */
public record Transfer(
        String id,
        Place place,
        State state,
        Order order,
        String openedBy,
        String handOverSha256,
        Optional<Received> receipt,
        String receiptSha256,
        Optional<Withdrawn> withdrawn,
        List<Item> items) {

    public Transfer {
        items = List.copyOf(items);
    }

    /** Where the two sides work. */
    public enum Place {
        /** The receiver works in another home. */
        ELSEWHERE,
        /** Both work in this home. */
        HERE,
        /** The giver works in another home. */
        INCOMING
    }

    /** How far it is. */
    public enum State {
        OPEN,
        PACKED,
        RECEIVED,
        CLOSED,
        /** Taken back by the giver before a receipt came. */
        WITHDRAWN
    }

    /** Who gives what to whom by the decision of which number and day, and the day on which the list was made. */
    public record Order(String from, String to, String decision, LocalDate decided, LocalDate opened) {}

    /** @param entrySha256 of the act of receiving in the receiver's chain */
    public record Received(String by, LocalDate on, long entryNumber, String entrySha256) {}

    /** Who took it back when and why. */
    public record Withdrawn(String by, LocalDate on, String reason) {}

    /**
     * A dossier of a hand-over.
     *
     * @param version the newest one on the day of the list
     * @param manifestSha256 of that version
     * @param code why it was refused; empty if it was not
     * @param reason what {@code code} is about: a file, a version; may be empty
     */
    public record Item(
            String dossier, int version, String manifestSha256, Outcome outcome, String code, String reason) {

        static Item pending(String dossier, int version, String manifestSha256) {
            return new Item(dossier, version, manifestSha256, Outcome.PENDING, "", "");
        }

        Item accepted() {
            return new Item(dossier, version, manifestSha256, Outcome.ACCEPTED, "", "");
        }

        Item refused(String why, String about) {
            return new Item(dossier, version, manifestSha256, Outcome.REFUSED, why, about);
        }
    }

    /** What the receiver said of a dossier. */
    public enum Outcome {
        PENDING,
        ACCEPTED,
        REFUSED
    }

    public boolean closed() {
        return state == State.CLOSED;
    }

    /** Whether nothing comes of it any more: closed or withdrawn. */
    public boolean over() {
        return closed() || withdrawn.isPresent();
    }

    public long count(Outcome outcome) {
        return items.stream().filter(item -> item.outcome() == outcome).count();
    }
}
