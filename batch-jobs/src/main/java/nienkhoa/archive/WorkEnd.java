package nienkhoa.archive;

import java.time.LocalDate;
import java.util.OptionalInt;
import nienkhoa.retention.RecordFacts;
import nienkhoa.retention.Trigger;

/**
 * When the work that a dossier records was over, which is where periods begin (Luật Lưu trữ 2024, Điều 15: from the year
 * in which the work ends). The work of a school year ends with it, the work of a cohort with its last school year.
 */
public final class WorkEnd {

    private WorkEnd() {}

    /**
     * Adds the events that had happened by a day.
     *
     * @param year the calendar year in which the work ended; empty if that is not known from the dossier
     */
    public static RecordFacts tell(RecordFacts facts, DossierKind kind, OptionalInt year, LocalDate asOf) {
        if (year.isEmpty() || year.getAsInt() > asOf.getYear()) {
            return facts;
        }
        Trigger own = kind == DossierKind.COHORT_FORM ? Trigger.COHORT_END : Trigger.SCHOOL_YEAR_END;
        return facts.after(own, year.getAsInt()).after(Trigger.WORK_END, year.getAsInt());
    }
}
