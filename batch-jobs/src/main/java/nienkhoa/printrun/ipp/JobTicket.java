package nienkhoa.printrun.ipp;

import static java.util.Locale.ROOT;

import com.hp.jipp.encoding.Attribute;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.KeywordOrName;
import com.hp.jipp.model.Finishing;
import com.hp.jipp.model.MediaCol;
import com.hp.jipp.model.PrintQuality;
import com.hp.jipp.model.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nienkhoa.printrun.PrintJob.Edge;
import nienkhoa.printrun.PrintJob.Paper;

/** What a job asks of the printer, in its words. Nothing is left to what the printer does when it is not told. */
record JobTicket(Abilities abilities, IppOptions options, Paper paper, Edge edge, String tray) {

    private static final Map<IppOptions.Quality, PrintQuality> QUALITIES = Map.of(
            IppOptions.Quality.DRAFT, PrintQuality.draft,
            IppOptions.Quality.NORMAL, PrintQuality.normal,
            IppOptions.Quality.HIGH, PrintQuality.high);

    /**
     * Puts it into a request. With fidelity (RFC 8011, section 4.2.1.1) a printer refuses what it cannot do instead of
     * printing it in another way.
     */
    IppPacket.Builder onto(IppPacket.Builder request) {
        request.getOperationAttributes().put(Types.ippAttributeFidelity, true);
        List<Attribute<?>> asked = new ArrayList<>();
        asked.add(Types.sides.of(Abilities.sides(edge)));
        asked.add(media());
        if (abilities.takes("copies")) {
            asked.add(Types.copies.of(1));
        }
        if (abilities.can("print-quality", options.quality().name().toLowerCase(ROOT))) {
            asked.add(Types.printQuality.of(QUALITIES.get(options.quality())));
        }
        keyword("print-scaling", "none", Types.printScaling.of("none"), asked);
        keyword("print-color-mode", "auto", Types.printColorMode.of("auto"), asked);
        String together = "separate-documents-collated-copies";
        keyword("multiple-document-handling", together, Types.multipleDocumentHandling.of(together), asked);
        if (abilities.takes("finishings")) {
            asked.add(Types.finishings.of(finishings()));
        }
        return request.putJobAttributes(asked);
    }

    private void keyword(String attribute, String value, Attribute<?> written, List<Attribute<?>> asked) {
        if (abilities.takes(attribute) && abilities.can(attribute, value)) {
            asked.add(written);
        }
    }

    private Attribute<?> media() {
        if (!abilities.sizesAndTrays()) {
            return Types.media.of(new KeywordOrName(Abilities.media(paper)));
        }
        MediaCol sheet = new MediaCol();
        sheet.setMediaSize(new MediaCol.MediaSize(PwgRaster.width(paper), PwgRaster.height(paper)));
        if (!tray.isEmpty()) {
            sheet.setMediaSource(new KeywordOrName(tray));
        }
        return Types.mediaCol.of(sheet);
    }

    private List<Finishing> finishings() {
        List<Finishing> asked = Finishing.all.values().stream()
                .filter(known -> options.finishing().contains(known.getName()))
                .toList();
        return asked.isEmpty() ? List.of(Finishing.none) : asked;
    }
}
