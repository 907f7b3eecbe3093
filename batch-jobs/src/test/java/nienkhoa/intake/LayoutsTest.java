package nienkhoa.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nienkhoa.intake.Layout.Column;
import nienkhoa.intake.SheetShape.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LayoutsTest {

    private static final Layouts LAYOUTS = Layouts.bundled();

    static Stream<Layout.Sheet> sheets() {
        return LAYOUTS.all().stream().flatMap(layout -> layout.sheets().stream());
    }

    @Test
    void comesWithTheLayoutsOfTheSectorDatabaseAndOurOwn() {
        assertThat(LAYOUTS.all())
                .extracting(Layout::name)
                .contains(
                        "class-list",
                        "class-results-primary",
                        "comments-competences",
                        "comments-subject",
                        "registry-side",
                        "school-sheet");
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void isRecognisedByItsOwnHeaders(Layout.Sheet sheet) {
        HeaderSearch search = new HeaderSearch(new HeaderIndex(LAYOUTS), HeaderSearch.memory());
        int depth = sheet.columns().stream()
                .mapToInt(column -> words(column).length)
                .max()
                .orElseThrow();

        for (int row = 0; row < depth; row++) {
            List<String> cells = new ArrayList<>();
            for (Column column : sheet.columns()) {
                String[] words = words(column);
                cells.add(row < words.length ? words[row] : "");
            }
            search.offer(new TextRow(row + 3, cells));
        }
        Outcome outcome = search.end();

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Recognised.class, recognised -> {
            assertThat(recognised.shape().sheet()).isEqualTo(sheet);
            assertThat(recognised.shape().columns()).hasSameSizeAs(sheet.columns());
            assertThat(recognised.dataFrom()).isEqualTo(3 + depth);
        });
    }

    private static String[] words(Column column) {
        return column.header().get(0).split(" / ");
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void namesOnlyCodeListsThatThereAre(Layout.Sheet sheet) {
        for (Column column : sheet.columns()) {
            if (!column.codes().isEmpty()) {
                assertThatCode(() -> LAYOUTS.codes(column.codes())).doesNotThrowAnyException();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void fillsEveryFieldOnce(Layout.Sheet sheet) {
        assertThat(sheet.columns()).extracting(Column::field).doesNotHaveDuplicates();
    }

    record TextRow(int number, List<String> cells) implements RawRow {

        @Override
        public int size() {
            return cells.size();
        }

        @Override
        public String text(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }

        @Override
        public boolean isNumber(int column) {
            return false;
        }

        @Override
        public boolean isError(int column) {
            return false;
        }
    }
}
