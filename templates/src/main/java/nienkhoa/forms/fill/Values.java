package nienkhoa.forms.fill;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.sf.jasperreports.engine.JRDataSource;
import net.sf.jasperreports.engine.JRDataset;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRExpression;
import net.sf.jasperreports.engine.JRField;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JRVariable;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.fill.AbstractValueProvider;
import net.sf.jasperreports.engine.fill.JRBaseFiller;
import net.sf.jasperreports.engine.fill.JREvaluator;
import net.sf.jasperreports.engine.fill.JRFillField;
import net.sf.jasperreports.engine.fill.JRFillObjectFactory;
import net.sf.jasperreports.engine.fill.JRFillParameter;
import net.sf.jasperreports.engine.fill.JRFillVariable;
import net.sf.jasperreports.engine.type.ResetTypeEnum;
import org.jspecify.annotations.Nullable;

/**
 * The parameters, fields and variables of one template, and its expressions as the engine compiled them. Used by one fill
 * at a time. Variables are counted as the engine's calculator counts them, so far as {@link Known} lets them through.
 */
final class Values {

    /** Old, estimated and present values, by the engine's codes. */
    static final byte NOW = JRExpression.EVALUATION_DEFAULT;

    static final byte OLD = JRExpression.EVALUATION_OLD;
    static final byte NEXT = JRExpression.EVALUATION_ESTIMATED;

    private final JREvaluator evaluator;
    private final List<JRFillParameter> parameters = new ArrayList<>();
    private final List<JRFillField> fields = new ArrayList<>();
    private final List<JRFillVariable> variables = new ArrayList<>();
    private @Nullable JRDataSource rows;

    Values(JasperReportsContext context, JasperReport report) throws JRException {
        JRFillObjectFactory factory = new JRFillObjectFactory((JRBaseFiller) null, null);
        JRDataset dataset = report.getMainDataset();
        for (JRParameter parameter : dataset.getParameters()) {
            parameters.add(new Parameter(parameter, factory));
        }
        if (dataset.getFields() != null) {
            for (JRField field : dataset.getFields()) {
                fields.add(new Field(field, factory));
            }
        }
        for (JRVariable variable : dataset.getVariables()) {
            variables.add(factory.getVariable(variable));
        }
        evaluator = JasperCompileManager.getInstance(context).getEvaluator(report);
        evaluator.init(
                byName(parameters, JRFillParameter::getName),
                byName(fields, JRFillField::getName),
                byName(variables, JRFillVariable::getName),
                dataset.getWhenResourceMissingType(),
                true);
    }

    private static <T> Map<String, T> byName(List<T> all, Function<T, String> name) {
        return all.stream().collect(Collectors.toMap(name, one -> one));
    }

    private static final class Parameter extends JRFillParameter {

        Parameter(JRParameter parameter, JRFillObjectFactory factory) {
            super(parameter, factory);
        }
    }

    private static final class Field extends JRFillField {

        private static final long serialVersionUID = 1;

        Field(JRField field, JRFillObjectFactory factory) {
            super(field, factory);
        }
    }

    /** Begins a fill. */
    void begin(Map<String, Object> given, JRDataSource source) {
        rows = source;
        parameters.forEach(parameter -> parameter.setValue(given.get(parameter.getName())));
        clear();
    }

    /** Forgets the data of a document. */
    void end() {
        rows = null;
        parameters.forEach(parameter -> parameter.setValue(null));
        clear();
    }

    private void clear() {
        for (JRFillField field : fields) {
            field.setValue(null);
            field.setOldValue(null);
            field.setPreviousOldValue(null);
        }
        for (JRFillVariable variable : variables) {
            variable.setValue(null);
            variable.setOldValue(null);
            variable.setPreviousOldValue(null);
            variable.setEstimatedValue(null);
            variable.setIncrementedValue(null);
            variable.setPreviousIncrementedValue(null);
            variable.setInitialized(false);
        }
    }

    @Nullable Object of(@Nullable JRExpression expression, byte at) throws JRException {
        return switch (at) {
            case OLD -> evaluator.evaluateOld(expression);
            case NEXT -> evaluator.evaluateEstimated(expression);
            default -> evaluator.evaluate(expression);
        };
    }

    /** Whether a condition holds; one that is null does not, an absent one does. */
    boolean holds(@Nullable JRExpression condition, byte at) throws JRException {
        return condition == null || Boolean.TRUE.equals(of(condition, at));
    }

    boolean next() throws JRException {
        JRDataSource source = rows;
        if (source == null || !source.next()) {
            return false;
        }
        for (JRFillField field : fields) {
            field.setPreviousOldValue(field.getOldValue());
            field.setOldValue(field.getValue());
            field.setValue(source.getFieldValue(field));
        }
        for (JRFillVariable variable : variables) {
            variable.setPreviousOldValue(variable.getOldValue());
            variable.setOldValue(variable.getValue());
        }
        estimate();
        return true;
    }

    void estimate() throws JRException {
        for (JRFillVariable variable : variables) {
            Object value = evaluator.evaluateEstimated(variable.getExpression());
            variable.setEstimatedValue(variable.getIncrementer()
                    .increment(variable, value, AbstractValueProvider.getEstimatedValueProvider()));
        }
    }

    /** Counts the row. */
    void calculate() throws JRException {
        for (JRFillVariable variable : variables) {
            Object value = evaluator.evaluate(variable.getExpression());
            variable.setValue(variable.getIncrementer()
                    .increment(variable, value, AbstractValueProvider.getCurrentValueProvider()));
            variable.setInitialized(false);
            variable.setPreviousIncrementedValue(variable.getIncrementedValue());
            variable.setIncrementedValue(variable.getValue());
        }
    }

    /** Counts the row again, because it moved to another page. */
    void recalculate() throws JRException {
        for (JRFillVariable variable : variables) {
            variable.setValue(variable.getOldValue());
            variable.setOldValue(variable.getPreviousOldValue());
            variable.setIncrementedValue(variable.getPreviousIncrementedValue());
        }
        calculate();
    }

    void beginReport() throws JRException {
        for (JRFillVariable variable : variables) {
            variable.setIncrementedValue(variable.getValue());
            initialize(variable);
        }
    }

    void beginPage() throws JRException {
        for (JRFillVariable variable : variables) {
            variable.setIncrementedValue(variable.getValue());
            if (variable.getResetType() == ResetTypeEnum.PAGE || variable.getResetType() == ResetTypeEnum.COLUMN) {
                initialize(variable);
                variable.setOldValue(variable.getValue());
                variable.setPreviousIncrementedValue(null);
            }
        }
    }

    /** @param changed names of the groups that begin anew */
    void beginGroups(Set<String> changed) throws JRException {
        for (JRFillVariable variable : variables) {
            variable.setIncrementedValue(variable.getValue());
            if (variable.getResetType() == ResetTypeEnum.GROUP && changed.contains(variable.getResetGroup())) {
                initialize(variable);
            }
        }
    }

    private void initialize(JRFillVariable variable) throws JRException {
        variable.setValue(evaluator.evaluate(variable.getInitialValueExpression()));
        variable.setInitialized(true);
        variable.setIncrementedValue(null);
    }

    /** One page more, as the engine counts them. */
    void countPage() {
        for (JRFillVariable variable : variables) {
            if (variable.getName().equals(JRVariable.PAGE_NUMBER)) {
                variable.setValue(((Number) variable.getValue()).intValue() + 1);
                variable.setOldValue(variable.getValue());
            }
        }
    }
}
