package nienkhoa.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nienkhoa.forms.Refusal;
import nienkhoa.model.Finding;
import nienkhoa.model.Finding.Place;
import nienkhoa.model.Finding.Severity;

/** Says about whom a form refused its data, and why. */
final class RefusalReason {

    /** Forms that demand a birth date have it under this name; the register may know the month or the year alone. */
    private static final String BIRTH_DATE = "birthDate";

    private static final Pattern IN_LIST = Pattern.compile("(\\w+)\\[(\\d+)].*");

    private RefusalReason() {}

    /** @param data the document's data, of which refusals name a path */
    static Finding of(PlannedDocument document, Map<String, Object> data, Refusal refusal) {
        String whom = document.studentId().isEmpty() ? student(document, data, refusal.place()) : document.studentId();
        List<String> args = new ArrayList<>(List.of(whom, document.form(), refusal.place()));
        args.addAll(refusal.args());
        Place place = new Place(document.form(), "", refusal.place(), whom);
        return new Finding(code(refusal), Severity.REJECT, place, "", args);
    }

    private static String code(Refusal refusal) {
        boolean ofBirth = refusal.code().equals(Refusal.EMPTY_MANDATORY)
                && (refusal.place().equals(BIRTH_DATE) || refusal.place().endsWith("." + BIRTH_DATE));
        return ofBirth ? "R111_BIRTH_DAY_UNKNOWN" : refusal.code();
    }

    /** The student of a row in the document of many; else the unit. */
    private static String student(PlannedDocument document, Map<String, Object> data, String place) {
        Matcher inList = IN_LIST.matcher(place);
        if (inList.matches() && data.get(inList.group(1)) instanceof List<?> rows) {
            int row = Integer.parseInt(inList.group(2));
            if (row < rows.size()
                    && rows.get(row) instanceof Map<?, ?> values
                    && values.get("id") instanceof String id) {
                return id;
            }
        }
        return document.unit().name();
    }
}
