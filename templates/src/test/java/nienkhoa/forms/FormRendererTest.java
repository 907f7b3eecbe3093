package nienkhoa.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import nienkhoa.forms.FormRenderer.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormRendererTest {

    private static final FormCatalogue CATALOGUE = FormCatalogue.bundled();
    private static final FormRenderer RENDERER = new FormRenderer(CATALOGUE);
    private static final Sample BOOK = Sample.of("transcript-primary", "tt27-2020", "four-grades");
    private static final Edition TRANSCRIPT = BOOK.edition(CATALOGUE);

    @ParameterizedTest(name = "{0} -> {1}: {2} at {3}")
    @CsvSource(delimiter = '|', textBlock = """
            "name":"Đặng Quỳnh Ưỡng"      | "name":"Đặng ✓"                | R101_MISSING_GLYPH   | student.name                    | U+2713,6
            "name":"Đặng Quỳnh Ưỡng"      | "name":"Đa\u0323ng"            | R101_MISSING_GLYPH   | student.name                    | U+0323,3
            "name":"Đặng Quỳnh Ưỡng"      | "name":""                      | R103_EMPTY_MANDATORY | student.name                    |
            "birthDate":"2014-02-05"      | "birthDate":"2014-02-30"       | R104_BAD_VALUE       | student.birthDate               | ,yyyy-MM-dd
            "issued":"2024-05-31"         | "issued":""                    | R103_EMPTY_MANDATORY | document.issued                 |
            "overall":"HTT"               | "overall":"TỐT"                | R104_BAD_VALUE       | years[0].overall                | ,"HTXS, HTT, HT, CHT"
            "outcome":"PROMOTED"          | "outcome":"LEVEL_COMPLETED"    | R104_BAD_VALUE       | outcome.LEVEL_COMPLETED.1       | ,labels.yaml
            "code":"MI_THUAT"             | "code":"AM_NHAC"               | R104_BAD_VALUE       | years[0].subjects               |
            "code":"THAM_MI"              | "code":"NL_TIN_HOC"            | R104_BAD_VALUE       | years[0].specificCompetences    |
            "schema":"nienkhoa/transcript | "schema":"other/transcript     | R107_BAD_DOCUMENT    | schema                          |
            "className":"1A"              | "className":"1A của trường Tiểu học Nguyễn Thượng Hiền, phường Anh Dũng, quận Dương Kinh" | R102_TEXT_OVERFLOW | personal/studyHistory[0].className |
            """)
    void refusesBadData(String found, String replacement, String code, String place, String args) {
        String json = BOOK.text().replaceFirst(java.util.regex.Pattern.quote(found), replacement);

        Outcome outcome = RENDERER.render(TRANSCRIPT, "whole-book", json, PhotoSource.NONE);

        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        assertThat(((Outcome.Refused) outcome).refusals()).anySatisfy(refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.place()).isEqualTo(place);
            if (args != null) {
                assertThat(String.join(",", refusal.args())).isEqualTo(args.replace("\"", ""));
            }
        });
    }

    @Test
    void refusesTextThatIsNoJson() {
        assertThat(RENDERER.render(TRANSCRIPT, "whole-book", "{", PhotoSource.NONE))
                .isEqualTo(new Outcome.Refused(List.of(new Refusal("R107_BAD_DOCUMENT", "", List.of("JSON")))));
    }

    @Test
    void namesEveryFaultAtOnce() {
        String json =
                BOOK.text().replace("\"gender\":\"Nữ\"", "\"gender\":\"nữ\"").replace("Lê Thị", "Lê 漢");

        Outcome outcome = RENDERER.render(TRANSCRIPT, "whole-book", json, PhotoSource.NONE);

        assertThat(((Outcome.Refused) outcome).refusals())
                .extracting(Refusal::code, Refusal::place)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("R101_MISSING_GLYPH", "student.mother"),
                        org.assertj.core.groups.Tuple.tuple("R104_BAD_VALUE", "student.gender"));
    }

    @Test
    void putsRemarksThatNoSizeFitsOntoFurtherPages() {
        String json = withComments(60);

        Outcome outcome = RENDERER.render(TRANSCRIPT, "whole-book", json, PhotoSource.NONE);

        int usual =
                ((Outcome.Rendered) RENDERER.render(TRANSCRIPT, "whole-book", BOOK.text(), PhotoSource.NONE)).pages();
        assertThat(((Outcome.Rendered) outcome).pages()).isGreaterThan(usual);
    }

    @Test
    void refusesRemarksThatTheFurtherPagesDoNotHoldEither() {
        Outcome outcome = RENDERER.render(TRANSCRIPT, "whole-book", withComments(300), PhotoSource.NONE);

        assertThat(((Outcome.Refused) outcome).refusals())
                .contains(new Refusal("R105_PAGE_LIMIT", "years[3]/subjects", List.of("4", "3")));
    }

    private static String withComments(int times) {
        return BOOK.text().replaceAll("\"comment\":\"[^\"]+\"", "\"comment\":\"" + "nhận xét ".repeat(times) + "\"");
    }

    @Test
    void stopsWorkThatTakesTooLong() {
        AtomicLong nanos = new AtomicLong();
        FormRenderer slow = new FormRenderer(CATALOGUE, () -> nanos.addAndGet(20_000_000_000L));

        Outcome outcome = slow.render(TRANSCRIPT, "whole-book", BOOK.text(), PhotoSource.NONE);

        assertThat(outcome).isEqualTo(new Outcome.Refused(List.of(new Refusal("R114_TIME_LIMIT", "", List.of("60")))));
        assertThat(nanos.get()).as("asked a few times only").isLessThan(200_000_000_000L);
    }

    @Test
    void refusesDocumentThatIsTooLarge() {
        Resources small = path -> path.endsWith("/form.yaml")
                ? Resources.CLASS_PATH
                        .text(path)
                        .replaceFirst("limits: \\{bytes: \\d+", "limits: {bytes: 1000")
                        .getBytes(StandardCharsets.UTF_8)
                : Resources.CLASS_PATH.bytes(path);
        FormCatalogue catalogue = FormCatalogue.load(small);

        Outcome outcome = new FormRenderer(catalogue)
                .render(BOOK.edition(catalogue), "whole-book", BOOK.text(), PhotoSource.NONE);

        assertThat(((Outcome.Refused) outcome).refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo("R109_SIZE_LIMIT");
            assertThat(refusal.args()).endsWith("1000");
        });
    }

    @Test
    void refusesYearPagesOfSeveralYears() {
        Outcome outcome = RENDERER.render(TRANSCRIPT, "year-pages", BOOK.text(), PhotoSource.NONE);

        assertThat(outcome)
                .isEqualTo(new Outcome.Refused(List.of(new Refusal("R104_BAD_VALUE", "years", List.of("4", "1…1")))));
    }

    @Test
    void rejectsVariantThatTheEditionLacks() {
        assertThatThrownBy(() -> RENDERER.render(TRANSCRIPT, "half-book", BOOK.text(), PhotoSource.NONE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void givesTheSameBytesInEveryThreadLocaleAndTimeZone() throws InterruptedException, ExecutionException {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        Set<String> digests = ConcurrentHashMap.newKeySet();
        try {
            for (String place :
                    List.of("vi-VN Asia/Ho_Chi_Minh", "en-US America/Los_Angeles", "tr-TR Pacific/Auckland")) {
                Locale.setDefault(Locale.forLanguageTag(place.split(" ")[0]));
                TimeZone.setDefault(TimeZone.getTimeZone(place.split(" ")[1]));
                digests.addAll(renderInThreads(new FormRenderer(CATALOGUE)));
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }

        assertThat(digests).hasSize(1);
    }

    private static List<String> renderInThreads(FormRenderer renderer) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<String> render = () -> Sha256.hex(
                    ((Outcome.Rendered) renderer.render(TRANSCRIPT, "whole-book", BOOK.text(), PhotoSource.NONE))
                            .pdf());
            List<Future<String>> results = threads.invokeAll(
                    IntStream.range(0, 8).mapToObj(i -> render).toList());
            List<String> digests = new java.util.ArrayList<>();
            for (Future<String> result : results) {
                digests.add(result.get());
            }
            return digests;
        } finally {
            threads.shutdownNow();
        }
    }
}
