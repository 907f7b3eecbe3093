package nienkhoa.custody;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import nienkhoa.archive.DossierManifest.FileLine;
import nienkhoa.archive.holds.Hold;
import nienkhoa.data.CanonicalJson;

/** Whether a list of a hand-over that somebody else wrote can be worked with. */
final class HandOverCheck {

    private HandOverCheck() {}

    static boolean isSound(HandOver handOver) {
        return !CanonicalJson.write(handOver).contains(":null")
                && handOver.transfer().matches("BG-[A-Za-z0-9._-]{1,60}")
                && !handOver.dossiers().isEmpty()
                && areDays(handOver)
                && handOver.dossiers().stream().allMatch(HandOverCheck::isSound)
                && handOver.dossiers().stream()
                                .map(HandOver.Line::dossier)
                                .distinct()
                                .count()
                        == handOver.dossiers().size()
                && staysInside(handOver);
    }

    private static boolean areDays(HandOver handOver) {
        try {
            LocalDate.parse(handOver.opened());
            LocalDate.parse(handOver.instrument().decided());
            handOver.dossiers().stream()
                    .flatMap(line -> line.moves().stream())
                    .forEach(move -> LocalDate.parse(move.since()));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isSound(HandOver.Line line) {
        return !line.dossier().isBlank()
                && !line.packages().isEmpty()
                && line.holds().stream()
                        .allMatch(held -> !held.caseId().isBlank()
                                && Stream.of(Hold.Reason.values())
                                        .anyMatch(reason -> reason.name().equals(held.reason())));
    }

    private static boolean staysInside(HandOver handOver) {
        List<String> paths = Stream.concat(
                        handOver.papers().stream().map(FileLine::path),
                        handOver.dossiers().stream()
                                .flatMap(line -> line.packages().stream())
                                .map(HandOver.VersionPackage::file))
                .toList();
        return paths.stream().allMatch(path -> path.matches("[A-Za-z0-9-]+/[A-Za-z0-9._-]+"));
    }
}
