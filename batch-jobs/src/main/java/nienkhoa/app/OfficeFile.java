package nienkhoa.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nienkhoa.disposal.DisposalPapers.Office;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The office that keeps this archive, from {@code <home>/config/office.yaml}, as its papers name it. */
final class OfficeFile {

    private static final String FILE = "office.yaml";

    private static final String EXAMPLE =
            "{name: Trường Tiểu học Hoa Sen, superior: Sở GD&ĐT Hải Phòng, place: Hải Phòng}";

    private OfficeFile() {}

    private record Written(
            @Nullable String name,
            @Nullable String superior,
            @Nullable String place) {}

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
