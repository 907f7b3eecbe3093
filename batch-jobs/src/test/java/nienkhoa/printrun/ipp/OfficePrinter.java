package nienkhoa.printrun.ipp;

import com.hp.jipp.encoding.MutableAttributeGroup;
import com.hp.jipp.encoding.Resolution;
import com.hp.jipp.encoding.ResolutionUnit;
import com.hp.jipp.model.Finishing;
import com.hp.jipp.model.Operation;
import com.hp.jipp.model.PrintQuality;
import com.hp.jipp.model.PrinterState;
import com.hp.jipp.model.Types;
import java.util.List;

/** What a printer of an office says about itself. */
final class OfficePrinter {

    private OfficePrinter() {}

    static void tell(MutableAttributeGroup says) {
        says.put(Types.ippVersionsSupported, "1.1", "2.0");
        says.put(
                Types.operationsSupported,
                Operation.printJob,
                Operation.validateJob,
                Operation.createJob,
                Operation.sendDocument,
                Operation.cancelJob,
                Operation.getJobAttributes,
                Operation.getJobs,
                Operation.getPrinterAttributes);
        says.put(Types.mediaSupported, "iso_a4_210x297mm", "iso_a3_297x420mm");
        says.put(Types.mediaReady, "iso_a4_210x297mm", "iso_a3_297x420mm");
        says.put(Types.mediaColSupported, "media-size", "media-source");
        says.put(Types.mediaSourceSupported, "auto", "tray-1", "tray-2");
        says.put(Types.sidesSupported, "one-sided", "two-sided-long-edge", "two-sided-short-edge");
        says.put(Types.printQualitySupported, PrintQuality.normal, PrintQuality.high);
        says.put(Types.finishingsSupported, Finishing.none, Finishing.stapleTopLeft);
        says.put(Types.printScalingSupported, "auto", "none");
        says.put(Types.documentFormatSupported, List.of("application/pdf", "image/pwg-raster"));
        says.put(Types.pwgRasterDocumentTypeSupported, "black_1", "sgray_8");
        says.put(Types.pwgRasterDocumentResolutionSupported, new Resolution(300, 300, ResolutionUnit.dotsPerInch));
        says.put(Types.whichJobsSupported, "completed", "not-completed", "all");
        says.put(
                Types.jobCreationAttributesSupported,
                "copies",
                "finishings",
                "media-col",
                "print-quality",
                "print-scaling",
                "sides");
        says.put(Types.printerIsAcceptingJobs, true);
        says.put(Types.printerState, PrinterState.idle);
        says.put(Types.printerStateReasons, "none");
    }
}
