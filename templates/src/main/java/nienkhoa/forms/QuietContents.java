package nienkhoa.forms;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Set;
import org.apache.pdfbox.contentstream.PDContentStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * Reads the content of pages quickly, and without what they end with if that is nothing but lines in a stream of their own
 * ({@link CellLines}), which most pages of a form share. Such a stream is read once; the same bytes are quiet again. Safe for
 * several threads.
 */
final class QuietContents implements PageReader.Syntax {

    /** When so many bytes are kept, all are forgotten. */
    private static final int MOST = 1 << 23;

    private static final Set<String> QUIET = Set.of("m", "l", "S", "w", "J", "d", "RG", "BMC", "EMC");

    private final Forgetful<ByteBuffer, Boolean> quiet = new Forgetful<>(MOST);

    @Override
    public Operators of(PDContentStream content) throws IOException {
        COSArray streams = content instanceof PDPage page ? page.getCOSObject().getCOSArray(COSName.CONTENTS) : null;
        return streams != null && streams.size() == 2 && isQuiet(streams.getObject(1))
                ? new QuickOperators(PageContents.of(streams.getObject(0)))
                : QUICK.of(content);
    }

    private boolean isQuiet(COSBase content) throws IOException {
        if (!(content instanceof COSStream stream) || !PageContents.isPlain(stream)) {
            return false;
        }
        ByteBuffer stored = ByteBuffer.wrap(PageContents.stored(stream));
        if (quiet.find(stored) != null) {
            return true;
        }
        boolean isQuiet = isQuiet(new QuickOperators(PageContents.of(stream)));
        if (isQuiet) {
            quiet.keep(stored, true, stored.capacity());
        }
        return isQuiet;
    }

    /** Only lines in artifacts. */
    private static boolean isQuiet(Operators operators) throws IOException {
        ReadMarks marks = new ReadMarks();
        boolean draws = false;
        boolean isQuiet = true;
        while (isQuiet && operators.next()) {
            String operator = Operators.letters(operators.operator());
            draws |= operator.equals("S");
            isQuiet = QUIET.contains(operator);
            marks.read(operators);
        }
        return isQuiet && draws && operators.count() == 0 && marks.count() == 0;
    }
}
