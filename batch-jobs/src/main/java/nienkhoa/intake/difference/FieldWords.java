package nienkhoa.intake.difference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nienkhoa.language.Messages;

/** Says fields and values of records in the words of people, from {@code messages/difference.properties}. */
public final class FieldWords {

    private static final String BUNDLE = "difference";

    private final Messages messages;

    public FieldWords(Messages messages) {
        this.messages = messages;
    }

    /** {@code year-result.assessments.END_2.subjects.TOAN.score} as {@code Cuối năm – Toán – điểm}. */
    public String field(String path) {
        List<String> words = new ArrayList<>();
        List<String> names = Arrays.asList(path.split("\\."));
        for (String name : names.size() == 1 ? names : names.subList(1, names.size())) {
            String word = isNumber(name) ? name : wordOrName(name);
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return String.join(" – ", words);
    }

    /** A code that has no word yet is better than none. */
    private String wordOrName(String name) {
        try {
            return word("field." + name);
        } catch (IllegalArgumentException e) {
            return name;
        }
    }

    private static boolean isNumber(String name) {
        return name.chars().allMatch(Character::isDigit);
    }

    public String what(What what) {
        return word("what." + what);
    }

    /** A value as it is, unless it is one of ours, such as a status. */
    public String value(String field, String value) {
        boolean ours = field.equals("enrolment.status") || value.equals("true") || value.equals("false");
        return ours && !value.isEmpty() ? word("value." + value) : value;
    }

    /** Any other text of the bundle. */
    public String text(String key, Object... args) {
        return messages.text(BUNDLE, key, args);
    }

    private String word(String key) {
        return messages.text(BUNDLE, key);
    }
}
