package nienkhoa.language;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import nienkhoa.model.Finding;

/**
 * The sentences that users read. One bundle a stage lies in {@code messages/<stage>.properties} (Vietnamese) and
 * {@code messages/<stage>_en.properties}; numbers are written the same in every locale.
 */
public final class Messages {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Locale locale;

    private Messages(Locale locale) {
        this.locale = locale;
    }

    public static Messages vietnamese() {
        return new Messages(Locale.ROOT);
    }

    public static Messages english() {
        return new Messages(Locale.ENGLISH);
    }

    /**
     * A sentence of a stage.
     *
     * @param stage the bundle, for example {@code intake}
     * @param args put in as they are; numbers should be given as text where grouping is unwanted. What begins with {@code @}
     *     names another sentence of the stage, which is put in instead: {@code @STAGE_DECIDED}; several may stand there,
     *     with {@code ", "} between them
     * @throws IllegalArgumentException if the stage has no such sentence
     */
    public String text(String stage, String key, Object... args) {
        try {
            ResourceBundle bundle =
                    ResourceBundle.getBundle("messages." + stage, locale, Messages.class.getClassLoader(), NO_FALLBACK);
            Object[] said = Arrays.stream(args).map(arg -> named(bundle, arg)).toArray();
            return new MessageFormat(bundle.getString(key), Locale.ROOT).format(said);
        } catch (MissingResourceException e) {
            throw new IllegalArgumentException("no message " + key + " in " + stage, e);
        }
    }

    private static Object named(ResourceBundle bundle, Object arg) {
        if (!(arg instanceof String text) || !text.startsWith("@")) {
            return arg;
        }
        return Arrays.stream(text.split(", ", -1))
                .map(part -> part.startsWith("@") && bundle.containsKey(part.substring(1))
                        ? bundle.getString(part.substring(1))
                        : part)
                .collect(Collectors.joining(", "));
    }

    /** What a finding says, without its place: the sentence and what to do. */
    public String of(String stage, Finding finding) {
        return text(stage, finding.code(), finding.args().toArray());
    }
}
