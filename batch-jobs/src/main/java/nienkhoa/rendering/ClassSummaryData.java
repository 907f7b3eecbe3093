package nienkhoa.rendering;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import nienkhoa.model.AssessmentTime;
import nienkhoa.model.ClassSection;
import nienkhoa.model.Enrolment;
import nienkhoa.model.Student;
import nienkhoa.model.YearResult;
import nienkhoa.model.YearResult.Assessment;
import org.jspecify.annotations.Nullable;

/** The data of a class summary: schema {@code nienkhoa/class-summary/1}. */
final class ClassSummaryData {

    private ClassSummaryData() {}

    static Map<String, Object> json(
            UnitData unit,
            ClassSection section,
            List<Enrolment> classList,
            AssessmentTime time,
            Map<String, Object> document,
            YearEndPapers papers,
            LocalDate issued) {
        Map<String, Object> data = new LinkedHashMap<>(Signatures.on(unit.school(), issued));
        data.put("schema", "nienkhoa/class-summary/1");
        data.put("document", document);
        data.put("department", Signatures.department(unit.school(), issued));
        data.put("superior", Signatures.office(unit.school(), issued));
        data.put("school", Signatures.nameOn(unit.school(), issued).name());
        data.put("className", section.name());
        data.put("grade", section.grade());
        data.put("schoolYear", section.year().toString());
        data.put("time", time.name());
        data.put("foreignLanguage", papers.foreignLanguage());
        data.put("homeroomTeacher", section.homeroomTeacher());
        data.put("students", students(unit, classList, time));
        return data;
    }

    /** The students who were assessed at this time: who left later stands in the earlier summaries, who left before not. */
    private static List<Map<String, Object>> students(UnitData unit, List<Enrolment> classList, AssessmentTime time) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Enrolment place : classList) {
            Assessment assessment = assessment(unit, place, time);
            if (assessment != null) {
                rows.add(row(
                        Objects.requireNonNull(unit.students().get(place.studentId())), place.ordinal(), assessment));
            }
        }
        return rows;
    }

    private static @Nullable Assessment assessment(UnitData unit, Enrolment place, AssessmentTime time) {
        if (place.status() == Enrolment.Status.CHANGED_CLASS) {
            return null;
        }
        return unit.result(place)
                .map(YearResult::assessments)
                .map(assessments -> assessments.get(time))
                .orElse(null);
    }

    private static Map<String, Object> row(Student student, int ordinal, Assessment assessment) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("ordinal", ordinal);
        row.put("id", student.id().value());
        row.put("moetCode", student.moetCode());
        row.put("name", student.name());
        row.put("birthDate", student.knownBirthDate());
        row.put("female", "Nữ".equals(student.gender()));
        row.put("subjects", subjects(assessment));
        row.put("competences", assessment.competences());
        row.put("qualities", assessment.qualities());
        row.put("overall", assessment.overall());
        row.put("awardedAtYearEnd", assessment.awardedAtYearEnd());
        row.put("awardedSuddenly", assessment.awardedSuddenly());
        row.put("promoted", assessment.promoted());
        row.put("note", assessment.note());
        return row;
    }

    private static Map<String, Object> subjects(Assessment assessment) {
        Map<String, Object> subjects = new TreeMap<>();
        assessment.subjects().forEach((code, result) -> {
            Map<String, Object> cell = new LinkedHashMap<>();
            cell.put("level", result.level());
            cell.put("score", result.score());
            subjects.put(code, cell);
        });
        return subjects;
    }
}
