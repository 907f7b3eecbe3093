package nienkhoa.printrun.ipp;

import com.hp.jipp.encoding.Attribute;
import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.DelimiterTag;
import com.hp.jipp.encoding.IppPacket;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a printer says about itself or a job, as words: keywords, names, and enums by their names. */
final class Words {

    private final @Nullable AttributeGroup group;

    private Words(@Nullable AttributeGroup group) {
        this.group = group;
    }

    /** The first group of this kind; a group that is not there says nothing. */
    static Words of(IppPacket answer, DelimiterTag kind) {
        return new Words(answer.get(kind));
    }

    static Words of(AttributeGroup group) {
        return new Words(group);
    }

    /** All values of an attribute; empty if it is missing or has none. */
    List<String> all(String attribute) {
        Attribute<?> found = group == null ? null : group.get(attribute);
        return found == null
                ? List.of()
                : found.strings().stream().map(Words::bare).toList();
    }

    boolean has(String attribute, String value) {
        return all(attribute).contains(value);
    }

    /** The first value; empty if there is none. */
    String one(String attribute) {
        List<String> all = all(attribute);
        return all.isEmpty() ? "" : all.get(0);
    }

    Optional<Integer> number(String attribute) {
        return all(attribute).stream()
                .findFirst()
                .filter(value -> value.matches("\\d{1,9}"))
                .map(Integer::valueOf);
    }

    /** Names of all attributes of the group. */
    List<String> names() {
        return group == null
                ? List.of()
                : group.stream().map(Attribute::getName).toList();
    }

    /** {@code normal(4)} is how the library writes an enum. */
    private static String bare(String value) {
        return value.replaceFirst("\\(\\d+\\)$", "");
    }
}
