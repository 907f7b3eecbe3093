package nienkhoa.app;

import java.time.LocalDate;
import java.util.List;
import nienkhoa.intake.LoadOutcome;
import nienkhoa.intake.difference.Counts;
import nienkhoa.intake.evidence.YearWords;
import nienkhoa.language.Messages;
import nienkhoa.model.Finding;

/**
 * A load in the JSON of a command.
 *
 * @param outcome COMMITTED or DRY_RUN
 * @param dataSeemOf the school year that the data seem to be of
 * @param latestDate in the data; empty if there is none
 * @param evidence why, one line a reason
 * @param stops codes of what stops such a load unless it is confirmed
 * @param confirmed the reason for going on; empty if none was needed
 * @param at when, in UTC
 * @param students places in classes
 * @param differenceWorkbook empty if nothing that the register knew became different
 */
record LoadSummary(
        String outcome,
        String dataSeemOf,
        String latestDate,
        List<String> evidence,
        List<String> stops,
        String confirmed,
        String by,
        String at,
        Counts students,
        Counts results,
        String differenceWorkbook) {

    static LoadSummary of(LoadOutcome load, Messages messages) {
        return new LoadSummary(
                load.entry().outcome().name(),
                load.dataYear().seems().toString(),
                load.dataYear().latest().map(LocalDate::toString).orElse(""),
                new YearWords(messages).reasons(load.dataYear()),
                load.stops().stream().map(Finding::code).toList(),
                load.entry().confirmed(),
                load.entry().by(),
                load.entry().at().toString(),
                load.difference().students(),
                load.difference().results(),
                load.workbook().map(Object::toString).orElse(""));
    }
}
