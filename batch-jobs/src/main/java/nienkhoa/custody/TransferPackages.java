package nienkhoa.custody;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nienkhoa.archive.DossierManifest;
import nienkhoa.archive.DossierManifest.DocumentLine;
import nienkhoa.archive.DossierManifest.FileLine;
import nienkhoa.archive.Retention;
import nienkhoa.archive.holds.Holds;
import nienkhoa.archive.tt05.ArchivePackage;
import nienkhoa.archive.tt05.PackageFile;
import nienkhoa.archive.tt05.PackageType;
import nienkhoa.archive.tt05.StoredVersion;
import nienkhoa.archive.verify.FileDigest;
import nienkhoa.audit.AuditChain.Witness;
import nienkhoa.custody.Transfer.Item;
import nienkhoa.data.CanonicalJson;

/**
 * Writes the folder of a hand-over: a package for each version of each dossier, papers, and the list of all. What depends on
 * the day is the hand-over's own day, so the same call makes the same folder; packages that are there are kept.
 */
public final class TransferPackages {

    private final Versions versions;
    private final Holds holds;
    private final Custody custody;
    private final Organisations organisations;
    private final TransferPapers papers;

    public TransferPackages(
            Versions versions, Holds holds, Custody custody, Organisations organisations, TransferPapers papers) {
        this.versions = versions;
        this.holds = holds;
        this.custody = custody;
        this.organisations = organisations;
        this.papers = papers;
    }

    /** The versions of a dossier as they lie in the archive, oldest first. */
    @FunctionalInterface
    public interface Versions {
        List<StoredVersion> of(String dossier);
    }

    /**
     * What was written.
     *
     * @param papers of both copies
     */
    public record Written(HandOver handOver, List<TransferPapers.Paper> papers) {
        public Written {
            papers = List.copyOf(papers);
        }
    }

    /**
     * Writes what is missing of it; the list of all comes last.
     *
     * @param done called after each dossier
     * @throws IOException if a dossier cannot be read or the folder cannot be written
     */
    public Written write(Transfer transfer, Path folder, Runnable done) throws IOException {
        TransferFolder to = new TransferFolder(folder);
        List<HandOver.Line> lines = new ArrayList<>();
        for (Item item : transfer.items()) {
            lines.add(line(item, lines.size() + 1, to));
            done.run();
        }
        HandOver bare = handOver(transfer, lines);
        List<TransferPapers.Paper> made = papers.ofGiver(bare);
        List<FileLine> written = new ArrayList<>();
        for (TransferPapers.Paper paper : made) {
            String path = TransferFolder.paper(paper.variant(), paper.copy());
            to.write(path, paper.pdf());
            written.add(to.line(path));
        }
        HandOver complete = bare.with(written);
        to.write(HandOver.FILE, CanonicalJson.bytes(complete));
        return new Written(complete, made);
    }

    private HandOver handOver(Transfer transfer, List<HandOver.Line> lines) {
        Transfer.Order order = transfer.order();
        return new HandOver(
                HandOver.SCHEMA,
                transfer.id(),
                party(order.from(), order.decided()),
                party(order.to(), order.opened()),
                new HandOver.Instrument(order.decision(), order.decided().toString()),
                order.opened().toString(),
                transfer.openedBy(),
                Witness.of(custody.acts(transfer.id()).get(0)),
                transfer.place() == Transfer.Place.HERE,
                lines,
                List.of());
    }

    private HandOver.Party party(String code, LocalDate day) {
        return new HandOver.Party(code, organisations.name(code, day));
    }

    private HandOver.Line line(Item item, int ordinal, TransferFolder to) throws IOException {
        List<StoredVersion> stored = versions.of(item.dossier()).stream()
                .filter(version -> version.number() <= item.version())
                .toList();
        if (stored.isEmpty() || stored.get(stored.size() - 1).number() != item.version()) {
            throw new IOException(item.dossier());
        }
        StoredVersion newest = stored.get(stored.size() - 1);
        List<HandOver.VersionPackage> packages = new ArrayList<>();
        for (StoredVersion version : stored) {
            packages.add(pack(version, newest, ordinal, to));
        }
        ArchivePackage described = new ArchivePackage(newest.manifest(), newest.number(), PackageType.SIP);
        return new HandOver.Line(
                item.dossier(),
                described.title(),
                packages,
                held(item.dossier()),
                custody.moves(item.dossier()),
                facts(described, newest.manifest()));
    }

    private List<HandOver.Held> held(String dossier) {
        return holds.on(dossier).stream()
                .map(hold -> new HandOver.Held(hold.caseId(), hold.reason().name()))
                .toList();
    }

    private static HandOver.VersionPackage pack(
            StoredVersion version, StoredVersion newest, int ordinal, TransferFolder to) throws IOException {
        String prefix = ordinal + "_";
        Path zip = PackageFile.place(version, PackageType.SIP, to.packages(), prefix);
        if (!Files.exists(zip)) {
            PackageFile.write(version, newest, PackageType.SIP, to.packages(), prefix);
        }
        return new HandOver.VersionPackage(
                version.number(),
                TransferFolder.PACKAGES + "/" + zip.getFileName(),
                Files.size(zip),
                FileDigest.sha256(zip),
                CanonicalJson.sha256(CanonicalJson.bytes(version.manifest())));
    }

    private static HandOver.Facts facts(ArchivePackage described, DossierManifest manifest) {
        return new HandOver.Facts(
                described.fileCode(),
                manifest.subject().period(),
                described.documents(),
                manifest.documents().stream().mapToInt(DocumentLine::pages).sum(),
                (int) manifest.allFiles().count(),
                manifest.allFiles().mapToLong(FileLine::bytes).sum(),
                kept(manifest));
    }

    /** How long the file is kept; the data, for what is nothing else. Left open if no confirmed rule says it. */
    private static String kept(DossierManifest manifest) {
        return Stream.of("SIGNED_FILE", "DATA")
                .flatMap(medium -> manifest.retention().stream()
                        .filter(retention -> retention.medium().equals(medium)))
                .findFirst()
                .filter(Retention::isConfirmed)
                .map(Retention::period)
                .orElse("");
    }
}
