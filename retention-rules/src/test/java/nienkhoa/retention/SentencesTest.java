package nienkhoa.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SentencesTest {

    private static final RetentionRules RULES = RetentionRules.bundled();
    private static final LocalDate MON_2025_06_30 = LocalDate.of(2025, 6, 30);
    private static final LocalDate SUN_2026_11_22 = LocalDate.of(2026, 11, 22);

    @Test
    void saysHowLongAndWhy() {
        Decision decision = RULES.decide(
                RecordFacts.of("SO_DAU_BAI", Medium.PAPER).after(Trigger.SCHOOL_YEAR_END, 2024), MON_2025_06_30);

        assertThat(Sentences.vietnamese(RULES).of(decision))
                .isEqualTo("Lưu trữ đến hết ngày 31/12/2029. Căn cứ: Thông tư 27/2016/TT-BGDĐT, mục 58"
                        + " (văn bản đã được thay thế, cần đối chiếu văn bản mới).");
        assertThat(Sentences.english(RULES).of(decision))
                .isEqualTo("Kept until the end of 31 December 2029. Basis: Thông tư 27/2016/TT-BGDĐT, mục 58"
                        + " (replaced since; to be compared with the new text).");
    }

    @Test
    void saysWhatIsOnlyRecalled() {
        Decision decision = RULES.decide(
                RecordFacts.of("SO_DANG_BO", Medium.PAPER).after(Trigger.COHORT_END, 2024), SUN_2026_11_22);

        assertThat(Sentences.vietnamese(RULES).of(decision))
                .isEqualTo("Tiếp tục lưu trữ, không đưa vào danh mục xét hủy, vì thời hạn chưa được xác nhận."
                        + " Căn cứ: Thông tư 08/2025/TT-BGDĐT (chưa xác nhận);"
                        + " Thông tư 27/2016/TT-BGDĐT (chưa xác nhận; tham khảo: Vĩnh viễn).");
    }

    @Test
    void namesTheRecordThatNoRuleNames() {
        Decision decision = RULES.decide(
                RecordFacts.of("BAN_XUAT_CSDL", Medium.DATA).heldBy(List.of("thanh tra 3")), SUN_2026_11_22);

        assertThat(Sentences.vietnamese(RULES).of(decision))
                .isEqualTo("Tạm dừng hủy theo: thanh tra 3. Tiếp tục lưu trữ, không đưa vào danh mục xét hủy,"
                        + " vì chưa có quy định nào về thời hạn của:"
                        + " Bản xuất cơ sở dữ liệu ngành (như khi nhận).");
    }

    @Test
    void hasASentenceForEveryDecisionAndEveryTrigger() {
        List<Citation> none = List.of();
        Stream<Decision> plain = Stream.of(
                new Decision.Permanent(none),
                new Decision.KeepUntil(SUN_2026_11_22, none),
                new Decision.DueForReview(SUN_2026_11_22, none),
                new Decision.ReturnToStudent(SUN_2026_11_22, none),
                new Decision.UnconfirmedKeep(Optional.empty(), none),
                new Decision.UnconfirmedKeep(Optional.of(SUN_2026_11_22), none),
                new Decision.UnruledKeep(List.of("X"), none),
                new Decision.Held(List.of("X"), new Decision.Permanent(none)));
        Stream<Decision> waiting = Arrays.stream(Trigger.values()).map(t -> new Decision.AwaitsTrigger(t, none));
        List<Decision> all = Stream.concat(plain, waiting).toList();

        assertThat(all.stream().map(Decision::getClass).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(cast(Decision.class.getPermittedSubclasses()));
        assertThat(all).allSatisfy(decision -> {
            assertThat(Sentences.vietnamese(RULES).of(decision)).endsWith(".").doesNotContain("{");
            assertThat(Sentences.english(RULES).of(decision)).endsWith(".").doesNotContain("{");
        });
    }

    @SuppressWarnings("unchecked")
    private static Class<? extends Decision>[] cast(Class<?>[] classes) {
        return (Class<? extends Decision>[]) classes;
    }
}
