package nienkhoa.imposition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageOrderTest {

    /** Sides of a sheet are parted by a bar, sheets by two; a dot is a blank page. */
    @ParameterizedTest(name = "{0} pages")
    @CsvSource(delimiter = ':', textBlock = """
             1: . 1 | . .
             2: . 1 | 2 .
             3: . 1 | 2 3
             4: 4 1 | 2 3
             5: . 1 | 2 . || . 3 | 4 5
             6: . 1 | 2 . || 6 3 | 4 5
             7: . 1 | 2 7 || 6 3 | 4 5
             8: 8 1 | 2 7 || 6 3 | 4 5
             9: . 1 | 2 . || . 3 | 4 9 || 8 5 | 6 7
            10: . 1 | 2 . || 10 3 | 4 9 || 8 5 | 6 7
            11: . 1 | 2 11 || 10 3 | 4 9 || 8 5 | 6 7
            12: 12 1 | 2 11 || 10 3 | 4 9 || 8 5 | 6 7
            13: . 1 | 2 . || . 3 | 4 13 || 12 5 | 6 11 || 10 7 | 8 9
            14: . 1 | 2 . || 14 3 | 4 13 || 12 5 | 6 11 || 10 7 | 8 9
            15: . 1 | 2 15 || 14 3 | 4 13 || 12 5 | 6 11 || 10 7 | 8 9
            16: 16 1 | 2 15 || 14 3 | 4 13 || 12 5 | 6 11 || 10 7 | 8 9
            17: . 1 | 2 . || . 3 | 4 17 || 16 5 | 6 15 || 14 7 | 8 13 || 12 9 | 10 11
            18: . 1 | 2 . || 18 3 | 4 17 || 16 5 | 6 15 || 14 7 | 8 13 || 12 9 | 10 11
            19: . 1 | 2 19 || 18 3 | 4 17 || 16 5 | 6 15 || 14 7 | 8 13 || 12 9 | 10 11
            20: 20 1 | 2 19 || 18 3 | 4 17 || 16 5 | 6 15 || 14 7 | 8 13 || 12 9 | 10 11
            """)
    void stitchesAWholeBookThroughOneFold(int pages, String order) {
        assertThat(written(PageOrder.booklet(pages, 0))).isEqualTo(order);
    }

    @ParameterizedTest(name = "{0} pages, {1} sheets a signature: {3}")
    @CsvSource(delimiter = ':', textBlock = """
             4: 1: 4 1 | 2 3                                                          : one signature
             5: 1: 4 1 | 2 3 || . 5 | . .                                             : a page more begins another
             8: 1: 4 1 | 2 3 || 8 5 | 6 7                                             : sheets one after another
            16: 2: 8 1 | 2 7 || 6 3 | 4 5 || 16 9 | 10 15 || 14 11 | 12 13            : two full signatures
            18: 2: 8 1 | 2 7 || 6 3 | 4 5 || 16 9 | 10 15 || 14 11 | 12 13 || . 17 | 18 . : the last one is thinner
             7: 9: . 1 | 2 7 || 6 3 | 4 5                                             : fewer sheets than allowed
            """)
    void dividesABookIntoSignatures(int pages, int sheets, String order, String why) {
        assertThat(written(PageOrder.booklet(pages, sheets))).isEqualTo(order);
    }

    @ParameterizedTest(name = "{0} pages: {3}")
    @CsvSource(delimiter = ':', textBlock = """
            1: 1 . | . .             : 1 | .               : the back stays blank
            2: 1 2 | . .             : 1 | 2               : one full side
            3: 1 2 | 3 .             : 1 | 2 || 3 | .      : half of the back
            4: 1 2 | 3 4             : 1 | 2 || 3 | 4      : nothing blank
            5: 1 2 | 3 4 || 5 . | . .: 1 | 2 || 3 | 4 || 5 | . : a new sheet
            """)
    void fillsSheetsUp(int pages, String twoUp, String duplex, String why) {
        assertThat(written(PageOrder.twoUp(pages))).isEqualTo(twoUp);
        assertThat(written(PageOrder.duplex(pages))).isEqualTo(duplex);
    }

    @ParameterizedTest(name = "signatures of {0}")
    @ValueSource(ints = {0, 1, 2, 3, 5})
    void printsEveryPageOnce(int sheets) {
        for (int pages = 1; pages <= 50; pages++) {
            assertThat(printed(PageOrder.booklet(pages, sheets)))
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, pages).boxed().toList());
        }
    }

    private static List<Integer> printed(List<List<Integer>> sides) {
        return sides.stream()
                .flatMap(List::stream)
                .filter(page -> page != PageOrder.BLANK)
                .sorted()
                .toList();
    }

    private static String written(List<List<Integer>> sides) {
        return IntStream.range(0, sides.size() / 2)
                .mapToObj(sheet -> side(sides.get(2 * sheet)) + " | " + side(sides.get(2 * sheet + 1)))
                .collect(Collectors.joining(" || "));
    }

    private static String side(List<Integer> pages) {
        return pages.stream()
                .map(page -> page == PageOrder.BLANK ? "." : page.toString())
                .collect(Collectors.joining(" "));
    }
}
