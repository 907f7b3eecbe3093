package nienkhoa.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import nienkhoa.archive.ArchiveCodes;
import nienkhoa.archive.ArchiveCodes.Agency;
import nienkhoa.disposal.DisposalPapers.Office;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The office that keeps this archive, from {@code <home>/config/office.yaml}, as its papers name it. */
final class OfficeFile {

    static final String FILE = "office.yaml";

    private static final String EXAMPLE =
            "{name: Trường Tiểu học Hoa Sen, superior: Sở GD&ĐT Hải Phòng, place: Hải Phòng}";

    private static final String CODES_EXAMPLE =
            "codes: {archive: A01, office: {code: H49.64, fonds: P1}, schools: {'31313401': {code: H49.64.33, fonds: P2}}}";

    /** What is safe in a URN, a file name and a field; empty = unknown. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._-]{0,50}");

    private OfficeFile() {}

    private record WithCodes(@Nullable WrittenCodes codes) {}

    private record WrittenCodes(
            @Nullable String archive,
            @Nullable WrittenAgency office,
            @Nullable Map<String, WrittenAgency> schools) {}

    private record WrittenAgency(
            @Nullable String code, @Nullable String fonds) {

        Agency agency() {
            return new Agency(given(code), given(fonds));
        }
    }

    /**
     * The codes that archive packages bear, from {@code codes} in the same file; without them, nothing is known.
     *
     * @throws Problem if the file cannot be read or a code cannot be part of a name
     */
    static ArchiveCodes codes(Home home) {
        Path file = home.config().resolve(FILE);
        if (Files.notExists(file)) {
            return ArchiveCodes.UNKNOWN;
        }
        try {
            WithCodes read = new YAMLMapper().readValue(Files.readString(file), WithCodes.class);
            return read == null || read.codes == null ? ArchiveCodes.UNKNOWN : codes(read.codes);
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            throw Problem.wrongUse("S264_BAD_CODES", file.toString(), CODES_EXAMPLE);
        }
    }

    private static ArchiveCodes codes(WrittenCodes written) {
        Map<String, Agency> schools = new HashMap<>();
        if (written.schools != null) {
            written.schools.forEach((school, agency) -> schools.put(school, agency.agency()));
        }
        Agency office = written.office == null ? Agency.UNKNOWN : written.office.agency();
        return new ArchiveCodes(given(written.archive), office, schools);
    }

    private static String given(@Nullable String code) {
        String given = code == null ? "" : code.strip();
        if (!CODE.matcher(given).matches()) {
            throw new IllegalArgumentException("not a code: " + given);
        }
        return given;
    }

    private record Written(
            @Nullable String name,
            @Nullable String superior,
            @Nullable String place) {}

    /**
     * Empty if there is no such file.
     *
     * @throws Problem if it says too little
     */
    static Optional<Office> find(Home home) {
        return Files.exists(home.config().resolve(FILE)) ? Optional.of(read(home)) : Optional.empty();
    }

    /** @throws Problem if the file is missing or says too little */
    static Office read(Home home) {
        Path file = home.config().resolve(FILE);
        try {
            if (Files.exists(file)) {
                Written written = new YAMLMapper().readValue(Files.readString(file), Written.class);
                if (written != null && written.name != null && written.superior != null && written.place != null) {
                    return new Office(written.name, written.superior, written.place);
                }
            }
        } catch (IOException | JacksonException e) {
            // What cannot be read and what says too little is the same to the person who has to write it.
        }
        throw Problem.wrongUse("S260_NO_OFFICE", file.toString(), EXAMPLE);
    }
}
