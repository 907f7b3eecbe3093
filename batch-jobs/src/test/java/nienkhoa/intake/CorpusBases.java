package nienkhoa.intake;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import nienkhoa.forms.FormCatalogue;
import nienkhoa.intake.assessment.AssessmentRules;
import nienkhoa.intake.assessment.Regimes;

/** The exports that cases differ from, by the name of their folder in the corpus. */
final class CorpusBases {

    /** Class 5A with a few subjects, read without rules of assessment. */
    static final String ORDINARY = "base";

    private static final AssessmentRules NO_RULES = AssessmentRules.bundled(Regimes.UNTOLD);
    private static final AssessmentRules RULES = AssessmentRules.bundled(FormCatalogue.bundled()::regimeIfKnown);

    private CorpusBases() {}

    /** Made anew at each call, as an export can be changed. */
    static Map<String, TestExport> all() {
        Map<String, TestExport> all = new TreeMap<>();
        all.put(ORDINARY, TestExport.standard());
        all.put("base-1A", SecondaryIntakeTest.primary());
        all.put("base-7A", inGrade(SecondaryExport.withPortal(), "7", "2011"));
        TestExport of9 = inGrade(SecondaryExport.old(), "9", "2009");
        all.put(
                "base-9A",
                of9.set("2023-2024/tong-hop/9A.xlsx", "CN", "O3", "Hoá học")
                        .set("2023-2024/tong-hop/9A.xlsx", "CN", "O4", 8));
        return all;
    }

    static Path folder(String base) {
        return CorpusCase.CORPUS.resolve(base);
    }

    static AssessmentRules rules(String base) {
        return base.equals(ORDINARY) ? NO_RULES : RULES;
    }

    /** The export of class 6A with the class, its grade and the years of birth of another one. */
    private static TestExport inGrade(TestExport of6A, String grade, String bornIn) {
        TestExport export = new TestExport();
        of6A.workbooks.forEach((file, sheets) -> {
            Map<String, Object[][]> renamed = new LinkedHashMap<>();
            sheets.forEach((name, rows) -> renamed.put(inGrade(name, grade, bornIn), inGrade(rows, grade, bornIn)));
            export.workbooks.put(inGrade(file, grade, bornIn), renamed);
        });
        return export.set(TestExport.SCHOOL_SHEET, "Lớp học", "C2", Integer.valueOf(grade));
    }

    private static Object[][] inGrade(Object[][] rows, String grade, String bornIn) {
        return Arrays.stream(rows)
                .map(row -> Arrays.stream(row)
                        .map(cell -> cell instanceof String text ? inGrade(text, grade, bornIn) : cell)
                        .toArray())
                .toArray(Object[][]::new);
    }

    private static String inGrade(String text, String grade, String bornIn) {
        return text.replace("6A", grade + "A")
                .replace("Khối 6", "Khối " + grade)
                .replace("/2012", "/" + bornIn);
    }
}
