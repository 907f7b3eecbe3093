package nienkhoa.forms;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sf.jasperreports.engine.JRExpression;
import net.sf.jasperreports.engine.JRExpressionChunk;
import net.sf.jasperreports.engine.JRExpressionCollector;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.JasperReportsContext;

/**
 * Prints of templates that show nothing but words of their edition, like a page of instructions: the same in every
 * document, so filled once. Nobody may change such a print.
 */
final class ConstantPages {

    private static final Pattern LABEL = Pattern.compile("\\$P\\{labels}\\.text\\(\"([^\"]+)\"\\)");

    /** Setting of such a print. */
    private static final String CONSTANT = "nienkhoa.constant";

    private final JasperReportsContext context;
    private final Map<Key, JasperPrint> prints = new ConcurrentHashMap<>();
    private final Map<Key, Boolean> constant = new ConcurrentHashMap<>();

    ConstantPages(JasperReportsContext context) {
        this.context = context;
    }

    private record Key(String edition, String template, int step) {}

    /** The print of a part: the kept one if the template is constant, else what {@code fill} makes. */
    JasperPrint print(PartData part, int step, JasperReport template, Supplier<JasperPrint> fill) {
        Key key = new Key(part.form().edition().sha256(), part.part().template(), step);
        boolean same = constant.computeIfAbsent(key, any -> isConstant(part.form(), part.part(), template));
        return same ? prints.computeIfAbsent(key, any -> marked(fill.get())) : fill.get();
    }

    private static JasperPrint marked(JasperPrint print) {
        print.setProperty(CONSTANT, "true");
        return print;
    }

    /** Whether a print, and each of its pages, is the same object for every document that it is in. */
    static boolean isConstant(JasperPrint print) {
        return print.hasProperties() && print.getProperty(CONSTANT) != null;
    }

    private boolean isConstant(Form form, FormSpec.Part part, JasperReport template) {
        List<JRExpression> expressions = JRExpressionCollector.collectExpressions(context, template);
        return part.rows() == null && expressions.stream().allMatch(expression -> isConstant(form, expression));
    }

    /** A label without places for data, or an expression that reads nothing but the step of the size. */
    private static boolean isConstant(Form form, JRExpression expression) {
        Matcher label = LABEL.matcher(expression.getText().strip());
        if (label.matches()) {
            Labels.Label words = form.labels().get(label.group(1));
            return words != null && !words.text().contains("{");
        }
        JRExpressionChunk[] chunks = expression.getChunks();
        return chunks != null
                && Arrays.stream(chunks)
                        .allMatch(chunk -> chunk.getType() == JRExpressionChunk.TYPE_TEXT
                                || (chunk.getType() == JRExpressionChunk.TYPE_PARAMETER
                                        && chunk.getText().equals("step")));
    }
}
