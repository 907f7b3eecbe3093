package nienkhoa.forms;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfparser.PDFStreamParser;

/** Operators as PDFBox reads them: everything that ISO 32000-1 allows, with an object for each operand. */
final class ParsedOperators implements Operators {

    private final PDFStreamParser parser;
    private final List<COSBase> operands = new ArrayList<>();
    private int operator;

    /** @param content decoded */
    ParsedOperators(byte[] content) throws IOException {
        this.parser = new PDFStreamParser(content);
    }

    @Override
    public boolean next() throws IOException {
        operands.clear();
        for (Object token = parser.parseNextToken(); token != null; token = parser.parseNextToken()) {
            if (token instanceof Operator found) {
                operator = Operators.code(found.getName());
                return true;
            }
            operands.add((COSBase) token);
        }
        return false;
    }

    @Override
    public int operator() {
        return operator;
    }

    @Override
    public int count() {
        return operands.size();
    }

    @Override
    public float number(int at) {
        return at < operands.size() && operands.get(at) instanceof COSNumber number ? number.floatValue() : 0;
    }

    @Override
    public int markedId() {
        COSBase last = operands.isEmpty() ? null : operands.get(operands.size() - 1);
        return last instanceof COSDictionary properties && properties.getItem(COSName.MCID) instanceof COSInteger id
                ? id.intValue()
                : -1;
    }

    @Override
    public String name() throws IOException {
        if (!operands.isEmpty() && operands.get(0) instanceof COSName name) {
            return name.getName();
        }
        throw new IOException("operator without a name");
    }

    @Override
    public boolean isNamed() {
        return !operands.isEmpty() && operands.get(0) instanceof COSName;
    }

    @Override
    public byte[] shown() {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        COSBase last = operands.isEmpty() ? null : operands.get(operands.size() - 1);
        if (last instanceof COSString string) {
            shown.writeBytes(string.getBytes());
        } else if (last instanceof COSArray array) {
            array.forEach(item -> shown.writeBytes(item instanceof COSString string ? string.getBytes() : new byte[0]));
        }
        return shown.toByteArray();
    }
}
