package nienkhoa.printrun;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nienkhoa.model.Role;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * How forms are printed, from {@code printing/policy.yaml} and what a home says otherwise.
 *
 * @param alone most sheets that one person may have printed again
 * @param second who may be the second person above that
 */
public record PrintPolicy(Map<String, FormPolicy> forms, Map<PaperStep, Set<Role>> steps, int alone, Set<Role> second) {

    private static final String BUNDLED = "/printing/policy.yaml";

    public PrintPolicy {
        forms = Map.copyOf(forms);
        steps = Map.copyOf(steps);
        second = Set.copyOf(second);
    }

    private record WrittenForm(String form, String way, boolean codes, String corners, List<PaperStep> steps) {

        FormPolicy policy() {
            if (!Set.of("duplex", "one-sided", "two-up", "booklet").contains(way)) {
                throw new IllegalArgumentException(form + ": way " + way);
            }
            return new FormPolicy(form, way, codes, SheetStamp.Corners.of(corners), steps);
        }
    }

    private record Reprint(int alone, List<Role> second) {}

    private record Written(
            @Nullable Map<PaperStep, List<Role>> steps,
            @Nullable Reprint reprint,
            @Nullable List<WrittenForm> forms) {}

    /**
     * @param own a file of the home; it may be missing
     * @throws IllegalArgumentException if the home's file cannot be read or says nonsense; the message says what
     */
    public static PrintPolicy with(Path own) {
        try (InputStream bundled = Objects.requireNonNull(PrintPolicy.class.getResourceAsStream(BUNDLED))) {
            PrintPolicy ours = of(new YAMLMapper().readValue(bundled, Written.class), null);
            return Files.exists(own)
                    ? of(new YAMLMapper().readValue(Files.readString(own), Written.class), ours)
                    : ours;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
    }

    private static PrintPolicy of(Written written, @Nullable PrintPolicy before) {
        Map<String, FormPolicy> forms = new LinkedHashMap<>(before == null ? Map.of() : before.forms);
        if (written.forms != null) {
            written.forms.forEach(form -> forms.put(form.form(), form.policy()));
        }
        Map<PaperStep, Set<Role>> steps = new EnumMap<>(PaperStep.class);
        if (before != null) {
            steps.putAll(before.steps);
        }
        if (written.steps != null) {
            written.steps.forEach((step, roles) -> steps.put(step, EnumSet.copyOf(roles)));
        }
        Reprint reprint = written.reprint;
        if (reprint != null) {
            return new PrintPolicy(forms, steps, reprint.alone(), EnumSet.copyOf(reprint.second()));
        }
        PrintPolicy last = Objects.requireNonNull(before, "no reprint");
        return new PrintPolicy(forms, steps, last.alone, last.second);
    }

    /** Of a form that no file names: both sides, with codes, all steps but gluing. */
    public FormPolicy of(String form) {
        return forms.getOrDefault(form, FormPolicy.of(form));
    }
}
