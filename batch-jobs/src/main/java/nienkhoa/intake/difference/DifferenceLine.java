package nienkhoa.intake.difference;

/**
 * One line for people: a student and a field.
 *
 * @param field path in the canonical JSON, the record's kind first: {@code student.father.name}; the kind alone if the
 *     record as a whole is new, moved or vanished
 * @param before empty if there was nothing
 * @param after empty if there is nothing
 */
public record DifferenceLine(ClassKey place, String student, What what, String field, String before, String after) {

    public String kind() {
        int dot = field.indexOf('.');
        return dot < 0 ? field : field.substring(0, dot);
    }
}
