package nienkhoa.forms;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.verapdf.core.EncryptedPdfException;
import org.verapdf.core.ModelParsingException;
import org.verapdf.core.ValidationException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Asks veraPDF whether a document is PDF/A-3b and, if it says that it is PDF/UA-1, whether that is so. Safe for several threads, one document a thread at a time. */
public final class PdfaGate {

    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    /**
     * @param failedRules clause and test number of each rule that failed, for example {@code 6.2.11.4.2-2}; sorted. Clauses
     *     of PDF/UA-1 begin with 5 or 7
     */
    public record Verdict(boolean passed, List<String> failedRules) {

        public Verdict {
            failedRules = List.copyOf(failedRules);
        }
    }

    /** A file that is no PDF at all fails with the one rule {@code unreadable}. */
    public Verdict check(byte[] pdf) {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf))) {
            List<PDFAFlavour> flavours = parser.getFlavours().contains(PDFAFlavour.PDFUA_1)
                    ? List.of(PDFAFlavour.PDFA_3_B, PDFAFlavour.PDFUA_1)
                    : List.of(PDFAFlavour.PDFA_3_B);
            parser.setFlavours(flavours);
            try (PDFAValidator validator = Foundries.defaultInstance().createValidator(flavours)) {
                List<ValidationResult> results = validator.validateAll(parser);
                return new Verdict(results.stream().allMatch(ValidationResult::isCompliant), failedRules(results));
            }
        } catch (ModelParsingException | EncryptedPdfException e) {
            return new Verdict(false, List.of("unreadable"));
        } catch (ValidationException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> failedRules(List<ValidationResult> results) {
        return results.stream()
                .flatMap(result -> result.getTestAssertions().stream())
                .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                .map(TestAssertion::getRuleId)
                .map(rule -> rule.getClause() + "-" + rule.getTestNumber())
                .distinct()
                .sorted()
                .toList();
    }
}
