package nienkhoa.printrun.ipp;

import java.awt.geom.AffineTransform;
import nienkhoa.printrun.PrintJob.Edge;

/**
 * How the picture of the back of a sheet has to be turned, so that a printer which lays it down as it is gets it right
 * ({@code pwg-raster-document-sheet-back}, PWG 5102.4).
 *
 * @param across 1, or -1 if left and right are exchanged
 * @param along 1, or -1 if top and bottom are exchanged
 */
record BackSide(int across, int along) {

    static final BackSide NONE = new BackSide(1, 1);

    private static final BackSide ROTATED = new BackSide(-1, -1);

    static BackSide of(String sheetBack, Edge edge) {
        boolean tumble = edge == Edge.SHORT;
        return switch (sheetBack) {
            case "flipped" -> tumble ? new BackSide(-1, 1) : new BackSide(1, -1);
            case "rotated" -> tumble ? NONE : ROTATED;
            case "manual-tumble" -> tumble ? ROTATED : NONE;
            default -> NONE;
        };
    }

    AffineTransform transform(int width, int height) {
        return new AffineTransform(across, 0, 0, along, across < 0 ? width : 0, along < 0 ? height : 0);
    }
}
