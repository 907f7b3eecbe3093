package nienkhoa.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import nienkhoa.model.Cohort;
import nienkhoa.model.Level;
import nienkhoa.model.SchoolYear;
import nienkhoa.retention.RetentionRules;
import org.junit.jupiter.api.Test;

class RulesAdviceTest {

    private final RulesAdvice advice = new RulesAdvice(RetentionRules.bundled(), ArchiveFixture.FRI_2024_05_31);

    @Test
    void classSummaryIsKeptSinceNoRuleIsConfirmed() {
        List<Retention> answers = advice.of(ArchiveFixture.CLASS_5A, "BANG_TONG_HOP");

        assertThat(answers).extracting(Retention::medium).containsExactly("PAPER", "SIGNED_FILE", "DATA");
        assertThat(answers).extracting(Retention::decision).containsOnly("UNCONFIRMED_KEEP");
        assertThat(answers.get(0).rules())
                .extracting(Retention.Basis::instrument, Retention.Basis::status)
                .contains(tuple("27/2016/TT-BGDĐT", "UNCONFIRMED"));
    }

    @Test
    void registryOfACohortThatHasNotEndedIsKept() {
        DossierKey key = new DossierKey.CohortForm(
                "31313401", new Cohort(Level.PRIMARY, new SchoolYear(2023)), "student-registry");

        assertThat(advice.of(key, "SO_DANG_BO"))
                .allSatisfy(answer -> assertThat(answer.keptUntil()).isIn("unconfirmed", "not-started"));
    }

    @Test
    void exportIsDataOnlyAndKept() {
        List<Retention> answers = advice.of(new DossierKey.Export("a".repeat(64)), ReceivedExport.RECORD_CLASS);

        assertThat(answers).singleElement().satisfies(answer -> {
            assertThat(answer.medium()).isEqualTo("DATA");
            assertThat(answer.decision()).endsWith("_KEEP");
        });
    }
}
