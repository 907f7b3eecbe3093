package nienkhoa.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RegistryCellsTest {

    private static final Node BOOK = Node.parse("{\"years\":[\"2022-2023\",\"2023-2024\"]}");
    private static final Node REPEATER = Node.parse("""
            {"gender":"Nữ","note":"Khuyết tật","years":[
              {"schoolYear":"2023-2024","className":"2A","result":"Ở lại lớp"},
              {"schoolYear":"2024-2025","className":"2B","result":"Lên lớp"}]}
            """);

    @Test
    void putsAYearUnderTheBooksYear() {
        assertThat(RegistryCells.year(BOOK, REPEATER, 0)).isEmpty();
        assertThat(RegistryCells.year(BOOK, REPEATER, 1)).isEqualTo("2A\nỞ lại lớp");
        assertThat(RegistryCells.heading("{years.1}", BOOK, new Labels(java.util.Map.of(), BOOK))).isEqualTo("2023-2024");
    }

    @Test
    void remarksTheYearsThatTheBookHasNoColumnFor() {
        assertThat(RegistryCells.remark(BOOK, REPEATER)).isEqualTo("Khuyết tật\n2024-2025: 2B Lên lớp");
    }

    @Test
    void countsStudentsAndGirls() {
        Node boy = Node.parse("{\"gender\":\"Nam\",\"leftOn\":\"2024-05-31\"}");

        assertThat(RegistryCells.counted("NN (nữ MM)", List.of(REPEATER, boy))).isEqualTo("2 (nữ 1)");
        assertThat(RegistryCells.present(List.of(REPEATER, boy))).containsExactly(REPEATER);
        assertThat(RegistryCells.gone(List.of(REPEATER, boy))).containsExactly(boy);
    }
}
