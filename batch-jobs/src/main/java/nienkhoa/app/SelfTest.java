package nienkhoa.app;

import nienkhoa.forms.VietnameseLetters;
import nienkhoa.model.NameOrder;

/** What a command that makes documents proves before it begins: that this runtime knows Vietnamese. */
final class SelfTest {

    private SelfTest() {}

    /** @throws Problem if the order of letters is wrong, or a bundled face lacks a letter */
    static void run() {
        new NameOrder().fault().ifPresent(probe -> {
            throw Problem.failed("S070_NO_VIETNAMESE_ORDER", probe);
        });
        VietnameseLetters.firstMissing().ifPresent(letter -> {
            throw Problem.failed("S071_FACES_LACK_LETTER", letter);
        });
    }
}
