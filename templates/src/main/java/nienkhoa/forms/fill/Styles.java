package nienkhoa.forms.fill;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import net.sf.jasperreports.engine.JRConditionalStyle;
import net.sf.jasperreports.engine.JRElement;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRStyle;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.base.JRBaseStyle;
import net.sf.jasperreports.engine.util.StyleUtil;
import org.jspecify.annotations.Nullable;

/** The styles of a template. Their conditions ask nothing but parameters, so they hold for a whole fill or not at all. */
final class Styles {

    private static final char HOLDS = '1';
    private static final char DOES_NOT = '0';

    private final List<JRConditionalStyle> conditional = new ArrayList<>();
    private final Map<String, JRStyle> named = new HashMap<>();
    private final @Nullable JRStyle basic;
    private final Map<String, JRStyle> merged = new ConcurrentHashMap<>();

    Styles(JasperReport report) {
        this.basic = report.getDefaultStyle();
        if (report.getStyles() != null) {
            for (JRStyle style : report.getStyles()) {
                conditional.addAll(conditions(style));
                named.put(style.getName(), style);
            }
        }
    }

    static List<JRConditionalStyle> conditions(JRStyle style) {
        return style.getConditionalStyles() == null ? List.of() : List.of(style.getConditionalStyles());
    }

    /** Which conditions hold: one character each. */
    String state(Values values) throws JRException {
        StringBuilder state = new StringBuilder();
        for (JRConditionalStyle style : conditional) {
            state.append(values.holds(style.getConditionExpression(), Values.NOW) ? HOLDS : DOES_NOT);
        }
        return state.toString();
    }

    /** The style that an element has of its own or names; null if it has none. */
    private @Nullable JRStyle own(JRElement element) {
        return element.getStyle() == null && element.getStyleNameReference() != null
                ? Objects.requireNonNull(named.get(element.getStyleNameReference()), element.getStyleNameReference())
                : element.getStyle();
    }

    /** The style of an element; null: it has none but the template's default style, which has no condition that holds. */
    @Nullable JRStyle of(JRElement element, String state) {
        JRStyle own = own(element);
        JRStyle style = own == null ? basic : own;
        if (style == null) {
            return null;
        }
        List<JRStyle> applied = new ArrayList<>();
        StringBuilder code = new StringBuilder(style.getName()).append('|');
        boolean any = false;
        for (JRStyle ancestor = style; ancestor != null; ancestor = ancestor.getStyle()) {
            for (JRConditionalStyle condition : conditions(ancestor)) {
                boolean holds = state.charAt(conditional.indexOf(condition)) == HOLDS;
                code.append(holds ? HOLDS : DOES_NOT);
                any |= holds;
                if (holds) {
                    applied.add(condition);
                }
            }
            applied.add(ancestor);
        }
        return any ? merged.computeIfAbsent(code.toString(), name -> merge(style, name, applied)) : own;
    }

    private static JRStyle merge(JRStyle style, String name, List<JRStyle> applied) {
        JRStyle merged = new JRBaseStyle(style.getDefaultStyleProvider(), name);
        for (int i = applied.size() - 1; i >= 0; i--) {
            StyleUtil.appendStyle(merged, applied.get(i));
        }
        return merged;
    }
}
