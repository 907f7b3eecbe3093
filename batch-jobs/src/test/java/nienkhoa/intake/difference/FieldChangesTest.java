package nienkhoa.intake.difference;

import static org.assertj.core.api.Assertions.assertThat;

import nienkhoa.intake.difference.FieldChanges.Change;
import org.junit.jupiter.api.Test;

class FieldChangesTest {

    @Test
    void namesEveryFieldThatDiffersByItsPath() {
        String before = "{\"a\":1,\"b\":{\"c\":\"x\",\"d\":null},\"e\":[\"u\",\"v\"],\"f\":[{\"g\":1}]}";
        String after = "{\"a\":1,\"b\":{\"c\":\"y\",\"d\":true},\"e\":[\"u\"],\"f\":[{\"g\":1},{\"g\":2}]}";

        assertThat(FieldChanges.between(before, after))
                .containsExactly(
                        new Change("b.c", "x", "y"),
                        new Change("b.d", "", "true"),
                        new Change("e", "u; v", "u"),
                        new Change("f.2.g", "", "2"));
    }

    @Test
    void absentAndNullAndEmptyAreTheSame() {
        assertThat(FieldChanges.between("{\"a\":null,\"b\":\"\",\"c\":[]}", "{}"))
                .isEmpty();
    }
}
