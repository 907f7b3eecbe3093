package nienkhoa.intake;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import nienkhoa.data.CanonicalJson;
import nienkhoa.language.Messages;
import nienkhoa.model.Finding;

/** The folder of a school year in which each export has its workbook of rejects and the same as JSON. */
final class FindingsFolder {

    private static final String STAGE = "intake";

    /** The JSON begins with the digest of its workbook. */
    private static final int JSON_HEAD = 100;

    private final Path folder;
    private final FindingsReport report;
    private final Messages messages = Messages.vietnamese();

    FindingsFolder(Path folder, FindingsReport report) {
        this.folder = folder;
        this.report = report;
    }

    /** Writes both, or takes both away if nothing was found. */
    IntakeResult write(IntakeResult result, RejectedRows rows) {
        String name = result.exportSha256().substring(0, Origin.EXPORT_DIGITS);
        Path workbook = folder.resolve(name + "-rejects.xlsx");
        Path json = folder.resolve(name + "-findings.json");
        try {
            if (result.findings().isEmpty()) {
                setAsideIfEdited(workbook, json);
                Files.deleteIfExists(workbook);
                Files.deleteIfExists(json);
                return result;
            }
            Files.createDirectories(folder);
            Path unfinished = folder.resolve(name + "-rejects.part.xlsx");
            report.write(unfinished, result, rows);
            setAsideIfEdited(workbook, json);
            json(json, result, sha256(unfinished));
            Files.move(unfinished, workbook, StandardCopyOption.REPLACE_EXISTING);
            return result.with(workbook);
        } catch (IOException e) {
            throw new UncheckedIOException("findings cannot be written to " + folder, e);
        }
    }

    /** Somebody may have begun to correct rows where the workbook lies; the JSON knows how it was written. */
    private static void setAsideIfEdited(Path workbook, Path json) throws IOException {
        if (!Files.exists(workbook) || (Files.exists(json) && head(json).contains(sha256(workbook)))) {
            return;
        }
        String name = workbook.getFileName().toString().replace(".xlsx", "");
        int number = 1;
        while (Files.exists(workbook.resolveSibling(name + "-old-" + number + ".xlsx"))) {
            number++;
        }
        Files.move(workbook, workbook.resolveSibling(name + "-old-" + number + ".xlsx"));
    }

    private static String head(Path json) throws IOException {
        try (InputStream in = Files.newInputStream(json)) {
            return new String(in.readNBytes(JSON_HEAD), StandardCharsets.UTF_8);
        }
    }

    private static String sha256(Path file) throws IOException {
        return CanonicalJson.sha256(Files.readAllBytes(file));
    }

    /** One object, written finding by finding; first the digest of the workbook. */
    private void json(Path file, IntakeResult result, String workbookSha256) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        try (BufferedWriter out = Files.newBufferedWriter(unfinished)) {
            out.write("{\"workbookSha256\":" + CanonicalJson.write(workbookSha256));
            out.write(",\"byCode\":" + CanonicalJson.write(result.byCode()));
            out.write(",\"counts\":" + CanonicalJson.write(result.counts()));
            out.write(",\"export\":" + CanonicalJson.write(result.exportSha256()));
            out.write(",\"findings\":[");
            String between = "";
            for (Finding finding : result.findings()) {
                out.write(between);
                out.write(CanonicalJson.write(told(finding)));
                between = ",";
            }
            out.write("],\"stopped\":" + result.stopped());
            out.write(",\"supplement\":" + result.supplement() + "}");
        }
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private Map<String, Object> told(Finding finding) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("code", finding.code());
        told.put("severity", finding.severity());
        told.put("place", finding.place());
        told.put("row", CellAddress.row(finding.place().cell()));
        told.put("value", finding.value());
        told.put("args", finding.args());
        told.put("sentence", messages.of(STAGE, finding));
        told.put("do", messages.text(STAGE, finding.code() + ".do"));
        return told;
    }
}
