package nienkhoa.intake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Name and birth date in the form in which persons are compared: two spellings of one name are one, see {@link HeaderKey}.
 *
 * @param name key of the name
 * @param birthDate {@code 2014-05-12}; empty if not known
 */
public record PersonKey(String name, String birthDate) {

    /** Nothing is known. */
    public static final PersonKey NOBODY = new PersonKey("", "");

    public static PersonKey of(String name, @Nullable LocalDate birthDate) {
        return new PersonKey(HeaderKey.of(name), birthDate == null ? "" : birthDate.toString());
    }

    /** As it is kept: {@code name|date}; empty for {@link #NOBODY}. */
    public static PersonKey parse(String text) {
        int bar = text.lastIndexOf('|');
        return bar < 0 ? NOBODY : new PersonKey(text.substring(0, bar), text.substring(bar + 1));
    }

    /** Whether both parts are known, so that two who are equal may be one. */
    boolean isWhole() {
        return !name.isEmpty() && !birthDate.isEmpty();
    }

    /** Another name and another birth date; one of them alone may be a correction. */
    boolean isOther(PersonKey other) {
        return !name.equals(other.name) && !birthDate.equals(other.birthDate);
    }

    @Override
    public String toString() {
        return name.isEmpty() && birthDate.isEmpty() ? "" : name + "|" + birthDate;
    }
}
