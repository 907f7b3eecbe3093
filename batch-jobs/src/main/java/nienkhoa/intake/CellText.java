package nienkhoa.intake;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import nienkhoa.intake.CellValue.Step;

/**
 * The text of a cell in plain form, with every step that led there.
 *
 * @param isDoubtful whether the text may be in letters of the time before Unicode, so that it stays as it is
 */
record CellText(String text, List<Step> steps, boolean isDoubtful) {

    /** @param evidence what is known about the column */
    static CellText of(String written, LegacyEvidence.Column evidence) {
        List<Step> steps = new ArrayList<>(2);
        LegacyText.Verdict verdict = LegacyText.judge(written, evidence);
        String text = step(steps, verdict.rule(), written, verdict.text());
        text = step(steps, ChangeRule.LETTERS_COMPOSED, text, Normalizer.normalize(text, Normalizer.Form.NFC));
        text = step(steps, ChangeRule.LETTER_D, text, text.replace('Ð', 'Đ').replace('ð', 'đ'));
        text = step(steps, ChangeRule.SPACES, text, PlainText.of(text));
        return new CellText(text, steps, verdict.isDoubtful());
    }

    private static String step(List<Step> steps, ChangeRule rule, String before, String after) {
        if (!before.equals(after)) {
            steps.add(new Step(rule, before, after));
        }
        return after;
    }
}
