package nienkhoa.forms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VietnameseLettersTest {

    @Test
    void everyFaceHasEveryLetter() {
        assertThat(VietnameseLetters.firstMissing()).isEmpty();
    }

    @Test
    void askForTheLettersWithTwoMarksToo() {
        assertThat(VietnameseLetters.all())
                .contains("ẵ", "Ự", "đ", "Đ", "ỡ", "Ễ", "ỵ")
                .hasSizeGreaterThan(178);
    }
}
