package nienkhoa.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Set;
import nienkhoa.model.Finding;
import nienkhoa.model.Finding.Place;
import nienkhoa.model.Finding.Severity;
import org.junit.jupiter.api.Test;

class FindingCollectorTest {

    private final FindingCollector findings = new FindingCollector(2);

    private void add(String cell) {
        findings.add(new Finding(
                "I003_BAD_DATE", Severity.REJECT, new Place("a.xlsx", "5A", cell, ""), "", List.of("Ngày")));
    }

    @Test
    void keepsSoManyByPlaceAndCountsTheOthers() {
        add("D10");
        add("D9");
        add("D8");

        assertThat(findings.all())
                .extracting(Finding::code, finding -> finding.place().cell(), Finding::args)
                .containsExactly(
                        tuple("I003_BAD_DATE", "D9", List.of("Ngày")),
                        tuple("I003_BAD_DATE", "D10", List.of("Ngày")),
                        tuple("I099_MORE_FINDINGS", "", List.of("1")));
        assertThat(findings.total()).isEqualTo(3);
        assertThat(findings.byCode()).isEqualTo(Map.of("I003_BAD_DATE", 3L));
    }

    @Test
    void saysNothingMoreIfAllAreKept() {
        add("D9");
        add("D10");

        assertThat(findings.all()).extracting(Finding::code).containsOnly("I003_BAD_DATE");
    }

    @Test
    void passesOverMutedFiles() {
        findings.mute(Set.of("a.xlsx"));
        add("D9");

        assertThat(findings.all()).isEmpty();
        assertThat(findings.total()).isZero();
    }
}
