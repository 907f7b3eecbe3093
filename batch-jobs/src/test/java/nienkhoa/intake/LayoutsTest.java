package nienkhoa.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nienkhoa.intake.Layout.Column;
import nienkhoa.intake.Layout.Required;
import nienkhoa.intake.SheetShape.Outcome;
import nienkhoa.intake.SheetShape.Placed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Every folder under {@code layouts/}, proved by its samples; {@code -Dgolden.update} rewrites what is expected. */
class LayoutsTest {

    private static final Layouts LAYOUTS = Layouts.bundled();

    static Stream<Layout> layouts() {
        return LAYOUTS.all().stream();
    }

    static List<Sample> samples() throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (Resource resource :
                new PathMatchingResourcePatternResolver().getResources("classpath*:layouts/*/samples/*.csv")) {
            String path = resource.getURL().getPath();
            String[] words = path.substring(path.lastIndexOf("layouts/")).split("/");
            String name = String.valueOf(resource.getFilename()).replaceFirst("\\.csv$", "");
            if (!name.endsWith(".expected")) {
                samples.add(new Sample(
                        SampleSheet.parse(
                                words[1], java.net.URLDecoder.decode(name, StandardCharsets.UTF_8), text(resource)),
                        text(resource.createRelative(name + ".expected.csv"))));
            }
        }
        return samples;
    }

    private static String text(Resource resource) {
        try {
            return resource.exists() ? resource.getContentAsString(StandardCharsets.UTF_8) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param expected one line a fact */
    record Sample(SampleSheet sheet, String expected) {

        @Override
        public String toString() {
            return sheet.layout() + "/" + sheet.name();
        }

        Outcome.Recognised recognised() {
            Outcome outcome = sheet.outcome(LAYOUTS);
            assertThat(outcome).isInstanceOf(Outcome.Recognised.class);
            return (Outcome.Recognised) outcome;
        }

        /** The rows with merged header cells filled, so that columns can be moved one by one. */
        List<List<String>> unmerged() {
            Outcome.Recognised recognised = recognised();
            int width = sheet.rows().stream().mapToInt(List::size).max().orElse(0);
            List<List<String>> rows = new ArrayList<>();
            sheet.rows().forEach(row -> {
                List<String> padded = new ArrayList<>(row);
                padded.addAll(Collections.nCopies(width - row.size(), ""));
                rows.add(padded);
            });
            List<List<String>> header = rows.subList(recognised.headerFrom() - 1, recognised.dataFrom() - 1);
            for (int column = 1; column < width; column++) {
                boolean startedAbove = false;
                for (List<String> row : header) {
                    startedAbove |= !row.get(column).isEmpty();
                    if (row.get(column).isEmpty() && !startedAbove) {
                        row.set(column, row.get(column - 1));
                    }
                }
            }
            return rows;
        }
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void hasSampleOfEverySheet(Layout layout) throws IOException {
        Set<FactKind> sampled = samples().stream()
                .filter(sample -> sample.sheet().layout().equals(layout.name()))
                .map(sample -> sample.recognised().shape().sheet().kind())
                .collect(Collectors.toSet());

        assertThat(sampled)
                .containsExactlyInAnyOrderElementsOf(
                        layout.sheets().stream().map(Layout.Sheet::kind).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isTakenForItsOwnLayout(Sample sample) {
        assertThat(sample.recognised().shape().layout().name())
                .isEqualTo(sample.sheet().layout());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isReadAsExpected(Sample sample) throws IOException {
        SampleSheet.Reading reading = sample.sheet().read(LAYOUTS);

        if (Boolean.getBoolean("golden.update")) {
            Path file = Path.of("src/main/resources/layouts", sample + ".expected.csv");
            Files.writeString(
                    file.getParent().resolve("samples").resolve(sample.sheet().name() + ".expected.csv"),
                    String.join("\n", reading.lines()) + "\n");
        }
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.lines())
                .isNotEmpty()
                .containsExactlyElementsOf(sample.expected().lines().toList());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void knowsEveryColumn(Sample sample) {
        assertThat(sample.recognised().shape().headed()).noneMatch(column -> column.use() == SheetShape.Use.UNKNOWN);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void saysTheSameWithItsColumnsInAnotherOrder(Sample sample) {
        List<List<String>> rows = sample.unmerged();
        List<String> expected = sample.sheet().read(LAYOUTS).sayings();

        for (int seed = 0; seed < 5; seed++) {
            List<Integer> order = shuffled(rows, sample.recognised(), new Random(seed));
            List<List<String>> shuffled = arranged(sample, rows, order);
            SampleSheet.Reading reading = sample.sheet().with(shuffled).read(LAYOUTS);
            assertThat(reading.findings()).isEmpty();
            assertThat(reading.sayings()).containsExactlyElementsOf(expected);
        }
    }

    /** The rows with these of their columns; titles above the header stay as they are. */
    private static List<List<String>> arranged(Sample sample, List<List<String>> rows, List<Integer> columns) {
        int header = sample.recognised().headerFrom() - 1;
        return IntStream.range(0, rows.size())
                .mapToObj(row -> row < header
                        ? rows.get(row)
                        : columns.stream().map(rows.get(row)::get).toList())
                .toList();
    }

    /** Columns in any order, but those with the same header in the order in which they were. */
    private static List<Integer> shuffled(List<List<String>> rows, Outcome.Recognised at, Random random) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, rows.get(0).size()).boxed().toList());
        Collections.shuffle(order, random);
        List<List<String>> header = rows.subList(at.headerFrom() - 1, at.dataFrom() - 1);
        for (int column : List.copyOf(order)) {
            List<Integer> same = order.stream()
                    .filter(other ->
                            header.stream().allMatch(row -> row.get(other).equals(row.get(column))))
                    .toList();
            List<Integer> places = same.stream().map(order::indexOf).sorted().toList();
            List<Integer> sorted = same.stream().sorted().toList();
            for (int i = 0; i < places.size(); i++) {
                order.set(places.get(i), sorted.get(i));
            }
        }
        return order;
    }

    @ParameterizedTest
    @MethodSource("samples")
    void missesEachRequiredColumn(Sample sample) {
        List<List<String>> rows = sample.unmerged();
        SheetShape shape = sample.recognised().shape();
        for (Placed placed : shape.columns()) {
            if (placed.column().required() != Required.NOTHING) {
                assertMissing(sample, rows, List.of(placed), placed.column().label());
            }
        }
        List<Placed> identifying = shape.columns().stream()
                .filter(placed ->
                        shape.sheet().identifiedBy().contains(placed.column().field()))
                .toList();
        if (!identifying.isEmpty()) {
            assertMissing(sample, rows, identifying, identifying.get(0).column().label());
        }
    }

    private static void assertMissing(Sample sample, List<List<String>> rows, List<Placed> removed, String label) {
        Set<Integer> columns = removed.stream().map(Placed::index).collect(Collectors.toSet());
        List<Integer> left = IntStream.range(0, rows.get(0).size())
                .filter(column -> !columns.contains(column))
                .boxed()
                .toList();
        List<List<String>> without = arranged(sample, rows, left);
        assertThat(sample.sheet().with(without).read(LAYOUTS).findings())
                .as("without %s", label)
                .anySatisfy(finding -> {
                    assertThat(finding.code()).isEqualTo("I002_MISSING_COLUMN");
                    assertThat(finding.args().get(0)).contains(label);
                });
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void isRecognisedByTheFirstHeaderOfEachColumn(Layout layout) {
        for (Layout.Sheet sheet : layout.sheets()) {
            int depth = sheet.columns().stream()
                    .mapToInt(column -> words(column).length)
                    .max()
                    .orElseThrow();
            List<List<String>> rows = new ArrayList<>();
            for (int row = 0; row < depth; row++) {
                int number = row;
                rows.add(sheet.columns().stream()
                        .map(column -> number < words(column).length ? words(column)[number] : "")
                        .toList());
            }

            Outcome outcome = new SampleSheet(layout.name(), "", rows).outcome(LAYOUTS);

            assertThat(outcome).isInstanceOfSatisfying(Outcome.Recognised.class, recognised -> {
                assertThat(recognised.shape().sheet()).isEqualTo(sheet);
                assertThat(recognised.shape().columns()).hasSameSizeAs(sheet.columns());
            });
        }
    }

    private static String[] words(Column column) {
        return column.header().get(0).split(" / ");
    }

    @Test
    void keepsListsApartThatContradictEachOther() {
        assertThat(LAYOUTS.codes("gender").find("0")).isEmpty();
        assertThat(LAYOUTS.codes("gender-1-0").find("0")).contains("Nữ");
        assertThat(LAYOUTS.codes("gender-1-2").find("2")).contains("Nữ");
        assertThat(LAYOUTS.codes("gender-1-2").find("0")).contains("");
        assertThat(LAYOUTS.codes("gender-1-0").find("2")).isEmpty();
    }
}
