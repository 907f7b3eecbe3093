package nienkhoa.intake;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The parts of a row that speaks of several assessment times at once: {@code Mức đạt được GK}, {@code … CK}. */
final class RowParts {

    private final Layout.Sheet sheet;
    private final Map<String, String> values;

    /** @param values of the whole row; those of parts have the part before the field: {@code GK.level} */
    RowParts(Layout.Sheet sheet, Map<String, String> values) {
        this.sheet = sheet;
        this.values = values;
    }

    /** Shows the values of each part that says something; of a row that says nothing the first part. */
    void each(Consumer<Map<String, String>> take) {
        boolean any = false;
        for (String part : sheet.parts().keySet()) {
            if (values.keySet().stream().anyMatch(field -> field.startsWith(part + "."))) {
                take.accept(part(part));
                any = true;
            }
        }
        if (!any) {
            take.accept(part(sheet.parts().keySet().iterator().next()));
        }
    }

    private Map<String, String> part(String part) {
        Map<String, String> own = new HashMap<>();
        values.forEach((field, value) -> {
            int dot = field.indexOf('.');
            String prefix = dot < 0 ? "" : field.substring(0, dot);
            if (prefix.equals(part)) {
                own.put(field.substring(dot + 1), value);
            } else if (!sheet.parts().containsKey(prefix) && !field.equals("semester")) {
                own.put(field, value);
            }
        });
        String time = sheet.parts().getOrDefault(part, Map.of()).get(values.getOrDefault("semester", ""));
        if (time != null) {
            own.put("time", time);
        }
        return own;
    }
}
