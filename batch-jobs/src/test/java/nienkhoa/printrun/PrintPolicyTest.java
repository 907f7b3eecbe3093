package nienkhoa.printrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nienkhoa.model.SchoolYear;
import nienkhoa.printrun.WorkOrder.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintPolicyTest {

    @TempDir
    Path config;

    @ParameterizedTest(name = "{4}")
    @CsvSource(textBlock = """
            # form,               year, order,       locked while unsealed, why
            transcript-primary,    2023, PAPER_FIRST, true,  the year of the district's rule
            class-record-book,     2023, PAPER_FIRST, true,  the mark book too
            transcript-primary,    2022, UNKNOWN,     true,  the year before it
            transcript-primary,    2024, UNKNOWN,     true,  the year after it
            student-registry,      2023, UNKNOWN,     true,  the rule says nothing of signing a registry digitally
            """)
    void saysOnlyWhatIsKnown(String form, int year, Order order, boolean locked, String why) {
        WorkOrder said = WorkOrders.with(config.resolve("work-order.csv")).of(form, new SchoolYear(year));

        assertThat(said.order()).as(why).isEqualTo(order);
        assertThat(said.locksSigning(false)).as(why).isEqualTo(locked);
        assertThat(said.instrument().isEmpty()).isEqualTo(order == Order.UNKNOWN);
    }

    @Test
    void sealedPaperUnlocksOnlyWhereAnOrderIsKnown() {
        WorkOrders orders = WorkOrders.with(config.resolve("work-order.csv"));

        assertThat(orders.of("transcript-primary", new SchoolYear(2023)).locksSigning(true))
                .isFalse();
        assertThat(orders.of("transcript-primary", new SchoolYear(2024)).locksSigning(true))
                .isTrue();
    }

    @Test
    void aSchoolsOwnLineComesFirst() throws IOException {
        Path own = Files.writeString(config.resolve("work-order.csv"), """
                form,from,to,order,instrument,item,status,source
                transcript-primary,2023-2024,2030-2031,DIGITAL_FIRST,"QĐ 15/QĐ-TH",học bạ,confirmed,"ký số trước, in sau"
                """);

        WorkOrder said = WorkOrders.with(own).of("transcript-primary", new SchoolYear(2023));

        assertThat(said.order()).isEqualTo(Order.DIGITAL_FIRST);
        assertThat(said.locksSigning(false)).isFalse();
    }

    @Test
    void aWrongLineIsNamed() throws IOException {
        Path own = Files.writeString(config.resolve("work-order.csv"), """
                form,from,to,order,instrument,item,status,source
                transcript-primary,2023-2024,2023-2024,WHENEVER,a,b,c,d
                """);

        assertThatThrownBy(() -> WorkOrders.with(own))
                .hasMessageContaining("work-order.csv, 2")
                .hasMessageContaining("WHENEVER");
    }

    @Test
    void aSchoolMayForbidCodesOnAForm() throws IOException {
        Path own = Files.writeString(config.resolve("print-policy.yaml"), """
                forms:
                  - {form: student-registry, way: one-sided, codes: false, corners: diagonal, steps: [CHECKED, SHELVED]}
                """);

        PrintPolicy policy = PrintPolicy.with(own);

        assertThat(policy.of("student-registry").coded()).isFalse();
        assertThat(policy.of("transcript-primary").coded()).isTrue();
        assertThat(policy.alone()).isEqualTo(5);
        assertThat(policy.of("a-new-form").steps())
                .startsWith(PaperStep.CHECKED)
                .endsWith(PaperStep.SHELVED);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(textBlock = """
            '[SIGNED, CHECKED]',          not in their order
            '[SIGNED]',                   without checking
            '[CHECKED, SIGNED, SIGNED]',  one of them twice
            """)
    void stepsThatMakeNoSenseAreRefused(String steps, String why) throws IOException {
        Path own = Files.writeString(
                config.resolve("print-policy.yaml"),
                "forms: [{form: x, way: duplex, codes: true, corners: diagonal, steps: " + steps + "}]");

        assertThatThrownBy(() -> PrintPolicy.with(own)).as(why).isInstanceOf(IllegalArgumentException.class);
    }
}
