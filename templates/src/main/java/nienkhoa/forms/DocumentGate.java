package nienkhoa.forms;

import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a finished document has to be before it is archived: PDF/A-3b that holds the very data it was made from. */
public final class DocumentGate {

    /** The attached data are missing or other ones. */
    private static final String DATA = "data";

    private static final String UNNAMED_RULE = "veraPDF";

    private final Function<byte[], PdfaGate.Verdict> pdfa;

    /** Asks veraPDF about every document. */
    public DocumentGate(PdfaGate pdfa) {
        this(pdfa::check);
    }

    /** Asks veraPDF about new shapes and a sample. */
    public DocumentGate(SampledGate pdfa) {
        this(pdfa::check);
    }

    private DocumentGate(Function<byte[], PdfaGate.Verdict> pdfa) {
        this.pdfa = pdfa;
    }

    /** Empty if it may pass; else {@code data}, or the rules of PDF/A that failed. */
    public List<String> failures(byte[] pdf, byte[] json) {
        if (!holds(pdf, json)) {
            return List.of(DATA);
        }
        PdfaGate.Verdict verdict = pdfa.apply(pdf);
        if (verdict.passed()) {
            return List.of();
        }
        return verdict.failedRules().isEmpty() ? List.of(UNNAMED_RULE) : verdict.failedRules();
    }

    private static boolean holds(byte[] pdf, byte[] json) {
        try {
            Optional<byte[]> attached = PdfReadback.embeddedJson(pdf);
            return attached.isPresent() && Arrays.equals(attached.get(), json);
        } catch (UncheckedIOException e) {
            return false;
        }
    }
}
