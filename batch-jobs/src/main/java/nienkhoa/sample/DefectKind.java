package nienkhoa.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import nienkhoa.sample.ExpectedFinding.Place;

/** A kind of defect: what it is planted in, how, and what intake has to find. {@link DefectKinds} lists them all. */
sealed interface DefectKind {

    /** Its name in the list of defects. */
    String name();

    /**
     * In a row about a student, of the target year.
     *
     * @param sheet empty if the kind of row says it all
     * @param victim who may be one
     * @param plant changes the row and says what is to be found; returns rows to be written below
     */
    record InRow(
            String name,
            RowKind row,
            String sheet,
            Predicate<Life> victim,
            Function<StudentRow, List<StudentRow>> plant)
            implements DefectKind {}

    /**
     * A student's value also stands in the class list row of another one, so that nobody knows whose it is.
     *
     * @param label the column
     * @param code told at every row of a class list with the value
     */
    record Shared(String name, String label, String code) implements DefectKind {}

    /** In the photo of a student. */
    record InPhoto(String name, PhotoPlanter plant) implements DefectKind {}

    /**
     * In the rows above the data of a sheet of a class, which is refused for it.
     *
     * @param folder of the class's workbook in the school year's folder
     * @param text what becomes of each title and header label
     */
    record InSheet(String name, String folder, String sheet, UnaryOperator<String> text, String code, String cell)
            implements DefectKind {}

    /**
     * In the rows above the data of a sheet of a class, which is read all the same.
     *
     * @param grade of which grades the class may be
     * @param text what becomes of each title and header label; of one of them
     * @param cell of the finding: {@code A1}; {@code ?4} in the column of the header label; {@code ?} in the first row of
     *     that column that stands
     */
    record Warned(
            String name,
            String folder,
            String sheet,
            IntPredicate grade,
            UnaryOperator<String> text,
            String code,
            String cell)
            implements DefectKind {}

    /** One photo file for two students. */
    record SharedPhoto(String name, String code) implements DefectKind {}

    /** In a whole workbook of the year before: the comments of a class. */
    record InFile(String name, FilePlanter plant, String code) implements DefectKind {}

    /** In a file of its own. */
    record Stray(String name, StrayPlanter plant) implements DefectKind {}

    /** Changes the photo; what intake sees afterwards is added to {@code rows}. */
    interface PhotoPlanter {
        void plant(StudentRow photo, Path school, Dice dice, List<StudentRow> rows) throws IOException;
    }

    /** Changes a file that has been written. */
    interface FilePlanter {
        void plant(Path file) throws IOException;
    }

    /** Writes a file and says what is to be found, if anything is; paths are relative to the school's folder. */
    interface StrayPlanter {
        Optional<Finding> plant(SchoolBooks school, int number) throws IOException;
    }

    record Finding(String code, boolean reject, Place place) {}
}
