package nienkhoa.forms;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import nienkhoa.forms.Labels.Label;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * One edition as loaded: its description, its words, its files.
 *
 * @param files bytes by file name, for every file of the edition that decides the look
 */
record Form(Edition edition, FormSpec spec, Map<String, Label> labels, Map<String, byte[]> files) {

    private static final YAMLMapper YAML = YAMLMapper.builder()
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
                files.put(part.template(), resources.bytes(folder + "/" + part.template()));
                if (part.columns() != null) {
                    files.put(part.columns(), resources.bytes(folder + "/" + part.columns()));
                }
                if (part.continued() != null) {
                    String template = part.continued().template();
                    files.put(template, resources.bytes(folder + "/" + template));
                }
            }
        }
        spec.files().forEach(file -> files.put(file, resources.bytes(folder + "/" + file)));
        Edition edition = new Edition(
                spec.form(),
                spec.edition(),
                sha256(resources, files),
                spec.variants(),
                spec.yearEndVariant(),
                spec.recordClass());
        return new Form(edition, spec, labels.labels(), files);
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
