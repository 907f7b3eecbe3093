package nienkhoa.forms;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import nienkhoa.forms.Labels.Label;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * One edition as loaded: its description, its words, its files.
 *
 * @param files bytes by file name, for every file of the edition that decides the look
 */
record Form(Edition edition, FormSpec spec, Map<String, Label> labels, Map<String, byte[]> files) {

    static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /** What {@code labels.yaml} holds. */
    record LabelFile(Map<String, String> sources, Map<String, Label> labels) {}

    /** @param folder for example {@code forms/transcript-primary/tt27-2020} */
    static Form load(Resources resources, String folder) {
        Map<String, byte[]> files = new TreeMap<>();
        FormSpec spec = YAML.readValue(resources.bytes(folder + "/form.yaml"), FormSpec.class);
        LabelFile labels = YAML.readValue(resources.bytes(folder + "/labels.yaml"), LabelFile.class);
        files.put("form.yaml", resources.bytes(folder + "/form.yaml"));
        files.put("labels.yaml", resources.bytes(folder + "/labels.yaml"));
        for (FormSpec.Section section : spec.sections()) {
            for (FormSpec.Part part : section.parts()) {
                files.put(part.template(), resources.bytes(spec.templateFolder() + "/" + part.template()));
                Stream.of(part.columns(), part.facing())
                        .flatMap(Stream::ofNullable)
                        .forEach(file -> files.put(file, resources.bytes(folder + "/" + file)));
            }
        }
        spec.files().forEach(file -> files.put(file, resources.bytes(folder + "/" + file)));
        return new Form(edition(resources, spec, files), spec, labels.labels(), files);
    }

    /** The same edition as a home changes it. */
    Form with(FormSpec spec, Map<String, Label> labels, Map<String, byte[]> files) {
        return new Form(edition(Resources.CLASS_PATH, spec, files), spec, labels, files);
    }

    /** The edition's folder in a folder of overrides. */
    Path folder(Path overrides) {
        return overrides.resolve(spec.form()).resolve(spec.edition());
    }

    /** Where a file of ours lies. */
    String place(String file) {
        String own = "forms/" + spec.form() + "/" + spec.edition();
        return (file.endsWith(".jrxml") ? spec.templateFolder() : own) + "/" + file;
    }

    private static Edition edition(Resources resources, FormSpec spec, Map<String, byte[]> files) {
        return new Edition(
                spec.form(),
                spec.edition(),
                sha256(resources, files),
                spec.variants(),
                spec.yearEndVariant(),
                spec.recordClass());
    }

    private static String sha256(Resources resources, Map<String, byte[]> files) {
        StringBuilder lines = new StringBuilder();
        files.forEach((name, bytes) ->
                lines.append(name).append('\t').append(Sha256.hex(bytes)).append('\n'));
        for (String shared : Faces.FILES) {
            lines.append(shared)
                    .append('\t')
                    .append(Sha256.hex(resources.bytes(shared)))
                    .append('\n');
        }
        lines.append(PdfExport.PROFILE).append('\t').append(Sha256.hex(resources.bytes(PdfExport.PROFILE)));
        return Sha256.hex(lines.toString().getBytes(StandardCharsets.UTF_8));
    }
}
