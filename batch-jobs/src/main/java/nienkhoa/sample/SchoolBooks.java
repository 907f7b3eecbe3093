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
        Path folder) {

    static SchoolBooks open(SchoolPlan plan, SampleDistrict.Options options) {
        SchoolFacts facts = SchoolFacts.of(plan);
        People people = new People(facts, options.seed());
        return new SchoolBooks(
                plan,
                facts,
                people,
                new Marks(options.seed()),
                new SecondaryMarks(options.seed()),
                new Movements(options.seed()),
                new Roll(plan, people),
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

    Workbook workbook() {
        return new Workbook(exportedOn(), true);
    }

    void save(Workbook workbook, String path) throws IOException {
        workbook.save(folder.resolve(path));
    }
}
