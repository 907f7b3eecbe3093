package nienkhoa.printrun;

import static nienkhoa.printrun.PrintFixture.CLERK;
import static nienkhoa.printrun.PrintFixture.FORM;
import static nienkhoa.printrun.PrintFixture.FRI_2024_05_31;
import static nienkhoa.printrun.PrintFixture.HEAD;
import static nienkhoa.printrun.PrintFixture.TEACHER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import nienkhoa.language.Messages;
import nienkhoa.model.Finding;
import nienkhoa.printrun.SigningGate.Subject;
import nienkhoa.printrun.folder.FolderPrinter;
import nienkhoa.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which comes first, paper or digital signature, and what that forbids. */
class SigningGateTest {

    private static final Subject SUBJECT = new Subject(PrintFixture.SCHOOL, PrintFixture.YEAR, FORM, "1A");

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    Path home;

    @BeforeEach
    void clear() {
        DATABASE.clear();
    }

    private PrintFixture shop(String order) throws IOException {
        Files.writeString(
                home.resolve("work-order.csv"),
                "form,from,to,order,instrument,item,status,source\n" + FORM + ",2023-2024,2023-2024," + order
                        + ",QĐ 12/QĐ-TH,học bạ,confirmed,Điều 2\n");
        PrintFixture shop = new PrintFixture(DATABASE.dataSource(), home);
        shop.documents.add(FORM, "1A", 2);
        return shop;
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            PAPER_FIRST,   P462_PAPER_NOT_PRINTED, -
            DIGITAL_FIRST, -,                      -
            DIGITAL_ONLY,  -,                      P464_NO_PAPER
            UNKNOWN,       P461_NO_WORK_ORDER,     -
            """)
    void theOrderSaysWhatIsForbidden(String order, String signing, String paper) throws IOException {
        PrintFixture shop = shop(order);

        assertThat(shop.signing.againstSigning(SUBJECT).map(Finding::code)).isEqualTo(Optional.ofNullable(signing));
        assertThat(shop.signing.againstPaper(SUBJECT).map(Finding::code)).isEqualTo(Optional.ofNullable(paper));
    }

    @Test
    void signingIsLockedUntilThePaperIsSealedAndAgainWhenASheetIsPrintedAgain() throws IOException {
        PrintFixture shop = shop("PAPER_FIRST");
        PrintRun run = shop.open();
        Destination usb = new Destination("usb", new FolderPrinter(home.resolve("usb")), false, "");
        shop.loop().send(run.id(), usb, PrintFixture.NOBODY);

        assertThat(refusal(shop)).contains("QĐ 12/QĐ-TH; học bạ", run.id(), "tập 1", "Kiểm tra đủ tờ");

        shop.paper.check(run, 1, Optional.of(1), CLERK, FRI_2024_05_31);
        shop.paper.step(run, 1, PaperStep.SIGNED, TEACHER, FRI_2024_05_31, "");
        assertThat(refusal(shop)).contains("Hiệu trưởng");

        shop.paper.step(run, 1, PaperStep.SEALED, HEAD, FRI_2024_05_31, "");
        assertThat(shop.signing.againstSigning(SUBJECT)).isEmpty();

        Reprint again = new Reprint(1, 1, 1, 0, Reprint.Reason.STAINED, "", Optional.empty());
        shop.reprints.reprint(shop.desk.find(run.id()), again, CLERK);
        assertThat(refusal(shop)).contains(run.id());
    }

    private static String refusal(PrintFixture shop) {
        Finding finding = shop.signing.againstSigning(SUBJECT).orElseThrow();
        String sentence = Messages.vietnamese().of("print", finding);
        assertThat(sentence).doesNotContain("{", "@");
        assertThat(Messages.english().of("print", finding)).doesNotContain("{", "@");
        return sentence;
    }
}
