package nienkhoa.disposal;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nienkhoa.disposal.DueRecords.Objection;
import nienkhoa.model.Person;
import nienkhoa.model.Role;

/** What every step of a case asks before it is taken. Each question is answered by silence or a {@link DisposalRefused}. */
final class StepCheck {

    private final DueRecords due;

    StepCheck(DueRecords due) {
        this.due = due;
    }

    static void role(Person by, Role role) {
        if (!by.roles().contains(role)) {
            throw new DisposalRefused("D510_WRONG_ROLE", by.id(), "@ROLE_" + role);
        }
    }

    /** Maker, checker, approver and destroyer are different people. */
    static void other(Person by, String before) {
        if (by.id().equals(before)) {
            throw new DisposalRefused("D511_SAME_PERSON", by.id());
        }
    }

    static void stage(DisposalCase disposal, Stage... allowed) {
        if (!Arrays.asList(allowed).contains(disposal.stage())) {
            throw new DisposalRefused("D512_WRONG_STAGE", disposal.id(), "@STAGE_" + disposal.stage());
        }
    }

    /** A day may not lie in the future nor before the step before it. */
    static void day(LocalDate day, LocalDate today, String before) {
        if (day.isAfter(today) || (!before.isEmpty() && day.isBefore(LocalDate.parse(before)))) {
            throw new DisposalRefused(
                    "D513_BAD_DAY", day.toString(), before.isEmpty() ? "…" : before, today.toString());
        }
    }

    static void number(String number) {
        if (number.isBlank()) {
            throw new DisposalRefused("D514_NUMBER_MISSING");
        }
    }

    static void notLapsed(DisposalCase disposal, LocalDate today) {
        if (today.isAfter(disposal.lastDay())) {
            throw new DisposalRefused(
                    "D515_DECISION_LAPSED",
                    disposal.ruling().number(),
                    disposal.lastDay().toString(),
                    disposal.id());
        }
    }

    /** Rules and holds are asked again at every step, of every dossier whose destruction has not begun. */
    void stillDue(DisposalCase disposal, List<DisposalItem> items, LocalDate today) {
        List<String> against = items.stream()
                .filter(item -> due.objection(item, today).isPresent())
                .map(DisposalItem::dossierId)
                .toList();
        if (!against.isEmpty()) {
            Optional<Objection> first = items.stream()
                    .flatMap(item -> due.objection(item, today).stream())
                    .findFirst();
            throw new DisposalRefused(
                    first.map(Objection::code).orElse("D520_NOT_DUE"),
                    against.stream().limit(5).collect(Collectors.joining(", ")),
                    String.valueOf(against.size()),
                    disposal.id(),
                    first.map(Objection::detail).orElse(""));
        }
    }
}
