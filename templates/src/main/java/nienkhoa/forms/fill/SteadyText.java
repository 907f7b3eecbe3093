package nienkhoa.forms.fill;

import net.sf.jasperreports.engine.JRDefaultStyleProvider;
import net.sf.jasperreports.engine.JRStaticText;
import net.sf.jasperreports.engine.JRStyle;
import net.sf.jasperreports.engine.JRTextElement;
import net.sf.jasperreports.engine.JRTextField;
import net.sf.jasperreports.engine.fill.JRTemplateText;
import net.sf.jasperreports.engine.type.RotationEnum;
import org.jspecify.annotations.Nullable;

/**
 * The engine's template element of a text, which only a subclass may make from an element. Nobody changes it after it was
 * asked first, so what all texts of all documents ask is worked out from its styles once. Safe for several threads.
 */
final class SteadyText extends JRTemplateText {

    private static final long serialVersionUID = 1;

    private transient @Nullable Answers answers;

    private SteadyText(JRDefaultStyleProvider styles, JRTextField field) {
        super(null, styles, field);
    }

    private SteadyText(JRDefaultStyleProvider styles, JRStaticText text) {
        super(null, styles, text);
    }

    private record Answers(boolean bold, boolean italic, float size, String markup, RotationEnum rotation, int hash) {}

    static JRTemplateText of(JRTextElement element, JRDefaultStyleProvider styles, @Nullable JRStyle style) {
        SteadyText text = element instanceof JRTextField field
                ? new SteadyText(styles, field)
                : new SteadyText(styles, (JRStaticText) element);
        text.copyParagraph(element.getParagraph());
        text.copyLineBox(element.getLineBox());
        text.setStyle(style);
        return text;
    }

    private Answers answers() {
        Answers known = answers;
        if (known == null) {
            known = new Answers(
                    super.isBold(),
                    super.isItalic(),
                    super.getFontSize(),
                    super.getMarkup(),
                    super.getRotation(),
                    super.getHashCode());
            answers = known;
        }
        return known;
    }

    @Override
    public boolean isBold() {
        return answers().bold();
    }

    @Override
    public boolean isItalic() {
        return answers().italic();
    }

    @Override
    public float getFontSize() {
        return answers().size();
    }

    @Override
    public String getMarkup() {
        return answers().markup();
    }

    @Override
    public RotationEnum getRotation() {
        return answers().rotation();
    }

    @Override
    public int getHashCode() {
        return answers().hash();
    }
}
