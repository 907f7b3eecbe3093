package nienkhoa.intake.difference;

/** Takes a comparison as it comes from the register: first all sizes, then all rows, ordered by class and student. */
public interface DifferenceRows {

    /**
     * @param registered students whom the register has in the class
     * @param listed places in the class that the export gives
     * @param results results of the class in the export
     */
    void size(ClassKey place, long registered, long listed, long results);

    void row(DifferenceRow row);
}
