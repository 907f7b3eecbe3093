package nienkhoa.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * Everything that the files of one school are written from.
 *
 * @param folder the school's folder in the export
 */
record SchoolBooks(
        SchoolPlan plan,
        SchoolFacts facts,
        People people,
        Marks marks,
        SecondaryMarks secondary,
        Movements movements,
        Roll roll,
        Defects defects,
        Path folder) {

    static SchoolBooks open(SchoolPlan plan, SampleDistrict.Options options) {
        SchoolFacts facts = SchoolFacts.of(plan);
        People people = new People(facts, options.seed());
        Roll roll = new Roll(plan, people);
        return new SchoolBooks(
                plan,
                facts,
                people,
                new Marks(options.seed()),
                new SecondaryMarks(options.seed()),
                new Movements(options.seed()),
                roll,
                DefectPlan.of(plan, roll, people, facts.code(), options),
                options.out().resolve(facts.code()));
    }

    /** The day on which the export was made: after the end of the target year. */
    LocalDate exportedOn() {
        return LocalDate.of(plan.year().end(), plan.year().start() >= 2025 ? 7 : 6, 10);
    }

    /** Whether the export knows communes directly under the province, as the law has it since 1/7/2025. */
    boolean twoLevels() {
        return plan.year().start() >= 2025;
    }

    Quirks quirks(String sheet, long... keys) {
        return new Quirks(plan.dice().of("quirks " + sheet, keys));
    }

    /** @param path in the school's folder */
    Workbook workbook(String path) {
        return new Workbook(exportedOn(), path, true, defects);
    }

    /** For many rows: texts are not kept in memory. */
    Workbook bigWorkbook(String path) {
        return new Workbook(exportedOn(), path, false, defects);
    }

    void save(Workbook workbook) throws IOException {
        workbook.save(folder);
    }
}
