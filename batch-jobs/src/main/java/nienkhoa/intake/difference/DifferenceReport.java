package nienkhoa.intake.difference;

import java.io.IOException;
import nienkhoa.intake.evidence.DataYear;

/** Takes the lines of one difference and keeps them for people; whatever was there before stays until it is whole. */
public interface DifferenceReport extends AutoCloseable {

    void line(DifferenceLine line) throws IOException;

    /**
     * Writes what is left and puts the file in its place; without this nothing is left of it.
     *
     * @param year what the data of the load seem to be of
     */
    void finish(Difference difference, DataYear year) throws IOException;

    @Override
    void close() throws IOException;
}
