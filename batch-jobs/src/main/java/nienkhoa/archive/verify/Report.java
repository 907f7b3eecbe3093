package nienkhoa.archive.verify;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import nienkhoa.model.Finding;

/**
 * What verification saw. No findings means that everything that was counted is sound.
 *
 * @param files of the newest versions
 * @param documents PDFs that were checked
 * @param bytes of the newest versions
 * @param findings in the order of dossiers and paths
 */
public record Report(int dossiers, int files, int documents, long bytes, List<Finding> findings) {

    private static final Comparator<Finding> BY_PLACE = Comparator.comparing(
                    (Finding finding) -> finding.place().subject())
            .thenComparing(finding -> finding.place().file())
            .thenComparing(Finding::code);

    public static final Report EMPTY = new Report(0, 0, 0, 0, List.of());

    public Report {
        findings = findings.stream().sorted(BY_PLACE).toList();
    }

    public boolean isSound() {
        return findings.isEmpty();
    }

    Report plus(Report other) {
        return new Report(
                dossiers + other.dossiers,
                files + other.files,
                documents + other.documents,
                bytes + other.bytes,
                Stream.concat(findings.stream(), other.findings.stream()).toList());
    }
}
