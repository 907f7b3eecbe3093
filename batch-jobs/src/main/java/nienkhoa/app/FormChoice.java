package nienkhoa.app;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A form as asked for on the command line.
 *
 * @param form id of the form, for example {@code transcript-primary}
 * @param variant empty for the form's own year-end variant
 */
public record FormChoice(String form, Optional<String> variant) {

    private static final Pattern WRITTEN = Pattern.compile("[a-z0-9-]+(/[A-Za-z0-9_-]+)?");

    /**
     * Reads {@code transcript-primary} or {@code transcript-primary/year-pages}.
     *
     * @throws IllegalArgumentException if it is written in another way; whether the form exists is not asked here
     */
    public static FormChoice parse(String written) {
        if (!WRITTEN.matcher(written).matches()) {
            throw new IllegalArgumentException("not a form: " + written);
        }
        int slash = written.indexOf('/');
        return slash < 0
                ? new FormChoice(written, Optional.empty())
                : new FormChoice(written.substring(0, slash), Optional.of(written.substring(slash + 1)));
    }

    @Override
    public String toString() {
        return variant.map(chosen -> form + "/" + chosen).orElse(form);
    }
}
