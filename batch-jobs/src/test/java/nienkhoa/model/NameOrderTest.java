package nienkhoa.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Collator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NameOrderTest {

    private static final List<String> IN_ORDER = List.of(
            "Đỗ Thị An",
            "Lê Văn An",
            "Nguyễn Anh An",
            "Nguyễn Văn An",
            "Trần Thị Ánh",
            "Nguyễn Văn Ăn",
            "Nguyễn Thị Ân",
            "Phạm Văn Dũng",
            "Phạm Văn Đức",
            "Lê Thị Oanh",
            "Lê Thị Ôn",
            "Lê Thị Ơn",
            "Hoàng Ư",
            "Ngô Y",
            "Vũ Thị Yến");

    private final NameOrder order = new NameOrder();

    @Test
    void sortsByGivenNameThenFamilyAndMiddleNamesFromTheLeft() {
        List<String> names = new ArrayList<>(IN_ORDER);
        Collections.shuffle(names, new Random(11));

        names.sort(order);

        assertThat(names).isEqualTo(IN_ORDER);
    }

    @Test
    void ordersTonesAsTheAlphabetDoes() {
        List<String> names = new ArrayList<>(List.of("Ạn", "Án", "Ãn", "Ản", "Àn", "An"));

        names.sort(order);

        assertThat(names).containsExactly("An", "Àn", "Ản", "Ãn", "Án", "Ạn");
    }

    @Test
    void comparesWordByWordSoThatSpacesCount() {
        assertThat(order.compare("Lê An Na", "Lê Anb Na")).isNegative();
        assertThat(order.compare("Lê Na", "Lê Thị Na")).isNegative();
    }

    @Test
    void doesNotMindHowANameIsSpelledInUnicodeOrSpaced() {
        String name = "Nguyễn Thị Ánh";

        assertThat(order.compare(name, Normalizer.normalize(name, Normalizer.Form.NFD)))
                .isZero();
        assertThat(order.compare(name, " Nguyễn\u00A0Thị  Ánh ")).isZero();
    }

    @Test
    void noticesARuntimeWithoutTheVietnameseOrder() {
        assertThat(new NameOrder(Collator.getInstance(Locale.ROOT)).fault()).hasValue("Đa < Ea");
    }

    @Test
    void thisRuntimeKnowsTheOrder() {
        assertThat(order.fault()).isEmpty();
    }
}
