package nienkhoa.forms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nienkhoa.forms.Labels.Label;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a home changes in one edition: the files of {@code config/forms/<form>/<edition>/}. Labels and code lists are put
 * over ours one by one, any other file takes the place of ours. All of them count in the edition's SHA-256.
 */
final class LocalForm {

    static final String LABELS = "labels.yaml";
    static final String FORM = "form.yaml";

    /** Under these names the merged files count in the edition's SHA-256. */
    static final String MERGED_FORM = "local/" + FORM;

    /** Mark of what a home says; nobody but its owner has to confirm it. */
    static final String LOCAL = "local";

    /** What file managers leave behind. */
    private static final Set<String> STRAY = Set.of("Thumbs.db", "desktop.ini");

    private final Form form;
    private final Map<String, LocalFile> files = new TreeMap<>();
    private final BadForm.All faults = new BadForm.All();

    private LocalForm(Form form) {
        this.form = form;
    }

    /** What a local {@code labels.yaml} may hold. */
    record LocalLabels(@Nullable Map<String, @Nullable Label> labels) {}

    /** What a local {@code form.yaml} may hold. */
    record LocalCodes(@Nullable Map<String, Map<String, List<String>>> codes) {}

    /**
     * The edition with what lies in the folder.
     *
     * @param folder need not exist
     * @throws BadForm with all that is wrong
     */
    static Form over(Form form, Path folder) {
        LocalForm local = new LocalForm(form);
        list(folder).forEach(file -> local.faults.tried(() -> local.add(file)));
        Form merged = local.files.isEmpty() ? form : local.merged();
        local.faults.raise();
        return merged;
    }

    /** @throws BadForm if there is a folder, or a file beside the folders, that is of no edition */
    static void checkFolders(List<Form> forms, Path overrides) {
        Set<Path> editions = new TreeSet<>();
        forms.forEach(form -> editions.add(form.folder(overrides)));
        String known = forms.stream()
                .map(form -> form.spec().form() + "/" + form.spec().edition())
                .collect(Collectors.joining(", "));
        BadForm.All faults = new BadForm.All();
        for (Path form : list(overrides)) {
            boolean isForm = editions.stream().anyMatch(edition -> edition.startsWith(form));
            List<Path> inside = isForm ? list(form) : List.of(form);
            inside.stream()
                    .filter(path -> !editions.contains(path))
                    .forEach(path -> faults.add(List.of(FormFault.of(FormFault.UNKNOWN_FORM, path.toString(), known))));
        }
        faults.raise();
    }

    /** What lies in a folder, by name, without what file managers leave behind; nothing if there is no such folder. */
    static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(path -> !isStray(path.getFileName().toString()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder.toString(), e);
        }
    }

    private static boolean isStray(String name) {
        return name.startsWith(".") || name.startsWith("~") || STRAY.contains(name);
    }

    /** The code lists that a home's {@code form.yaml} changes. */
    static Set<String> lists(byte[] yaml) {
        return orEmpty(Form.YAML.readValue(yaml, LocalCodes.class).codes()).keySet();
    }

    private void add(Path file) {
        String name = String.valueOf(file.getFileName());
        if (!form.files().containsKey(name) || Files.isDirectory(file)) {
            throw new BadForm(
                    FormFault.UNKNOWN_FILE,
                    file.toString(),
                    String.join(", ", form.files().keySet()));
        }
        LocalFile read = LocalFile.read(file);
        read.text();
        if (name.endsWith(".csv")) {
            LocalColumns.check(read, Objects.requireNonNull(form.files().get(name)));
        }
        files.put(name, read);
    }

    /** Ours stays in the place of what is wrong. */
    private Form merged() {
        Map<String, byte[]> merged = new TreeMap<>(form.files());
        files.forEach((name, file) ->
                merged.put(isMerged(name) ? "local/" + name : name, file.text().getBytes(StandardCharsets.UTF_8)));
        FormSpec spec = faults.tried(this::spec, form.spec());
        Map<String, Label> labels = faults.tried(this::labels, form.labels());
        Form result = form.with(spec, labels, merged);
        faults.add(new FormCheck(result, this::place).faults(this::isLocal));
        return result;
    }

    private static boolean isMerged(String name) {
        return name.equals(LABELS) || name.equals(FORM);
    }

    private boolean isLocal(FormSpec.Part part) {
        return files.keySet().stream().anyMatch(part::uses);
    }

    private String place(String name) {
        LocalFile file = files.get(name);
        return file == null ? form.place(name) : file.path().toString();
    }

    private Map<String, Label> labels() {
        Map<String, Label> labels = new TreeMap<>(form.labels());
        LocalFile file = files.get(LABELS);
        if (file != null) {
            Map<String, @Nullable Label> local = file.yaml(LocalLabels.class).labels();
            orEmpty(local)
                    .forEach((code, label) -> faults.tried(() -> {
                        labels.put(code, label(file, code, label));
                    }));
        }
        return labels;
    }

    private Label label(LocalFile file, String code, @Nullable Label label) {
        if (!form.labels().containsKey(code)) {
            throw new BadForm(FormFault.UNKNOWN_LABEL, file.at(code), code);
        }
        if (label == null || label.text() == null) {
            throw new BadForm(FormFault.NO_TEXT, file.at(code), code);
        }
        LocalFile.checkPrintable(label.text(), file.at(code), code);
        return new Label(label.text(), LOCAL, file.path().toString());
    }

    private FormSpec spec() {
        LocalFile file = files.get(FORM);
        if (file == null) {
            return form.spec();
        }
        ObjectNode tree = (ObjectNode) Form.YAML.readTree(form.files().get(FORM));
        orEmpty(file.yaml(LocalCodes.class).codes())
                .forEach((list, byGrade) -> faults.tried(() -> {
                    if (orEmpty(form.spec().codes().get(list)).isEmpty()) {
                        throw unknownCodes(file, list, list);
                    }
                    orEmpty(byGrade)
                            .forEach((grades, codes) -> faults.tried(() -> {
                                checkCodes(file, list, grades, codes);
                                ArrayNode order =
                                        ((ObjectNode) tree.path("codes").path(list)).putArray(grades);
                                codes.forEach(order::add);
                            }));
                }));
        return Form.YAML.treeToValue(tree, FormSpec.class);
    }

    /** A list may be ordered otherwise and leave codes out; it gets no codes that our templates and checks do not know. */
    private void checkCodes(LocalFile file, String list, String grades, @Nullable List<String> codes) {
        Map<String, List<String>> ours = orEmpty(form.spec().codes().get(list));
        if (!ours.containsKey(grades) || codes == null || codes.isEmpty()) {
            throw unknownCodes(file, list, list + " " + grades);
        }
        List<String> left = new ArrayList<>(
                new TreeSet<>(ours.values().stream().flatMap(List::stream).toList()));
        for (String code : codes) {
            if (!left.remove(code)) {
                throw new BadForm(FormFault.BAD_CODE, file.at(list), list, String.valueOf(code));
            }
        }
    }

    private BadForm unknownCodes(LocalFile file, String list, String name) {
        List<String> known = new ArrayList<>();
        new TreeMap<>(form.spec().codes())
                .forEach((ours, byGrade) -> byGrade.keySet().forEach(grades -> known.add(ours + " " + grades)));
        return new BadForm(FormFault.UNKNOWN_CODES, file.at(list), name, String.join(", ", known));
    }

    private static <V extends @Nullable Object> Map<String, V> orEmpty(@Nullable Map<String, V> map) {
        return map == null ? Map.of() : map;
    }
}
