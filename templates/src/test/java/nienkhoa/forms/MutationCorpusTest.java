package nienkhoa.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import nienkhoa.forms.DataMutations.Mutation;
import nienkhoa.forms.FormRenderer.Outcome;
import org.junit.jupiter.api.Test;

/**
 * Defects seeded into every sample of every form folder, by place and kind: each is refused by its own code, and the
 * unharmed sample and legal neighbours are not. A new form is covered by having a folder. What is too much is left out by
 * a fixed rule, so that two runs seed the same.
 */
class MutationCorpusTest {

    private static final int FEWEST = 500;
    private static final int A_KIND_AND_FORM = 8;
    private static final int TWINS_A_KIND_AND_FORM = 3;
    private static final int OVERLONG = 7000;
    private static final int SHORT_BOOK = 7;

    private static final FormCatalogue CATALOGUE = FormCatalogue.bundled();
    private static final FormRenderer RENDERER = new FormRenderer(CATALOGUE);
    private static final DocumentGate GATE = new DocumentGate(new PdfaGate());

    /** veraPDF writes down what it cannot read; here that is wanted. */
    private static final Logger VERAPDF = Logger.getLogger("org.verapdf");

    private final Map<String, Integer> refused = new TreeMap<>();
    private final Map<String, Integer> passed = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();

    @Test
    void everySeededDefectIsRefusedByItsCodeAndNoCleanTwinIs() {
        VERAPDF.setLevel(Level.OFF);
        Map<Edition, List<Sample>> byEdition = new LinkedHashMap<>();
        Sample.all().forEach(sample -> byEdition
                .computeIfAbsent(sample.edition(CATALOGUE), edition -> new ArrayList<>())
                .add(sample));

        byEdition.forEach(this::seed);

        int seeded = refused.values().stream().mapToInt(Integer::intValue).sum();
        String count = seeded + " defects refused " + refused + ", clean twins " + passed;
        assertThat(wrong).as(count).isEmpty();
        assertThat(seeded).as(count).isGreaterThanOrEqualTo(FEWEST);
        assertThat(refused.keySet()).as(count).hasSizeGreaterThan(FEWEST / 20);
    }

    private void seed(Edition edition, List<Sample> samples) {
        Map<Sample, FilledSample> filled = new LinkedHashMap<>();
        samples.forEach(sample -> filled.put(sample, FilledSample.of(CATALOGUE, sample)));
        data(edition, samples);
        overlong(edition, thinnestFirst(filled));
        filled.values().forEach(this::printed);
        filled.entrySet().stream()
                .filter(entry -> entry.getValue().pages().size() <= SHORT_BOOK)
                .limit(1)
                .forEach(entry -> pdf(entry.getKey(), entry.getValue()));
        gate(thinnestFirst(filled).values().iterator().next());
        samples.forEach(sample -> photos(edition, sample));
    }

    /** A defect that may stand in any sample is shown in the one with the fewest pages, which is read soonest. */
    private static Map<Sample, FilledSample> thinnestFirst(Map<Sample, FilledSample> filled) {
        Map<Sample, FilledSample> sorted = new LinkedHashMap<>();
        filled.entrySet().stream()
                .sorted(Comparator.comparingInt(one -> one.getValue().pages().size()))
                .forEach(one -> sorted.put(one.getKey(), one.getValue()));
        return sorted;
    }

    private void data(Edition edition, List<Sample> samples) {
        Map<String, List<Runnable>> byKind = new TreeMap<>();
        FormSpec spec = CATALOGUE.form(edition).spec();
        for (Sample sample : samples) {
            for (Mutation mutation : DataMutations.of(spec, sample.variant(), Node.parse(sample.text()))) {
                byKind.computeIfAbsent(mutation.kind(), kind -> new ArrayList<>())
                        .add(() -> judge(edition, sample, mutation));
            }
            Outcome broken = render(edition, sample, sample.text().substring(1), sample::photo);
            note("no JSON", sample, "", Refusal.BAD_DOCUMENT, broken);
        }
        byKind.forEach((kind, seeds) -> spread(seeds, TWINS.contains(kind) ? TWINS_A_KIND_AND_FORM : A_KIND_AND_FORM)
                .forEach(Runnable::run));
    }

    private void judge(Edition edition, Sample sample, Mutation mutation) {
        Outcome outcome = render(edition, sample, mutation.json().get(), sample::photo);
        note(mutation.kind(), sample, mutation.place(), mutation.code(), outcome);
    }

    /** Each printed text of the data, far too long for any place: refused, unless the form grew to hold it. */
    private void overlong(Edition edition, Map<Sample, FilledSample> samples) {
        Map<String, Runnable> byPath = new LinkedHashMap<>();
        samples.forEach((sample, filled) -> {
            for (String place : DataMutations.texts(filled.document())) {
                String text = DataMutations.at(filled.document().json(), place).stringValue();
                if (!byPath.containsKey(place.replaceAll("\\d+", "")) && filled.shows(text)) {
                    byPath.put(place.replaceAll("\\d+", ""), () -> overlong(edition, sample, filled, place, text));
                }
            }
        });
        byPath.values().forEach(Runnable::run);
    }

    private void overlong(Edition edition, Sample sample, FilledSample filled, String place, String text) {
        String longer = (text + " ").repeat(OVERLONG / (text.length() + 1)).strip();
        Outcome outcome = render(edition, sample, filled.with(place, longer), sample::photo);
        if (outcome instanceof Outcome.Rendered made) {
            boolean isPrinted = made.pages() > filled.pages().size()
                    || !PdfReadback.text(made.pdf()).equals(PdfReadback.text(filled.pdf()));
            if (isPrinted) {
                note("grown", sample, place, made.pages() > filled.pages().size());
            }
        } else {
            Set<String> codes = Set.of(Refusal.TEXT_OVERFLOW, Refusal.PAGE_LIMIT, Refusal.BAD_VALUE);
            boolean named =
                    ((Outcome.Refused) outcome).refusals().stream().allMatch(refusal -> codes.contains(refusal.code()));
            note("overlong", sample, place + " " + ((Outcome.Refused) outcome).refusals(), named);
        }
    }

    /** Texts that a template forgot: taken out of the pages, so that only the data still know them. */
    private void printed(FilledSample filled) {
        String variant = filled.document().text("document.variant");
        note(
                "clean pages",
                filled,
                "",
                PrintedValues.check(filled.book(), variant, filled.document(), filled.pages())
                        .isEmpty());
        filled.printedPlaces(variant).stream().limit(A_KIND_AND_FORM).forEach(place -> {
            List<Refusal> refusals =
                    PrintedValues.check(filled.book(), variant, filled.document(), filled.pagesWithout(place));
            note("not printed", filled, place, refusals.stream().anyMatch(refusal -> refusal.place()
                    .equals(place)));
        });
    }

    private void pdf(Sample sample, FilledSample filled) {
        note("clean PDF", sample, "", filled.proof(filled.pdf()).isEmpty());
        PdfMutations.shown(filled.pdf())
                .forEach((kind, pdf) -> note(kind.replaceAll(" [\\d/]+$", ""), sample, kind, filled.isRefused(pdf)));
    }

    private void gate(FilledSample filled) {
        note(
                "clean for the gate",
                filled,
                "",
                GATE.failures(filled.pdf(), filled.data()).isEmpty());
        PdfMutations.structure(filled.pdf())
                .forEach((kind, pdf) -> note(
                        kind, filled, kind, !GATE.failures(pdf, filled.data()).isEmpty()));
    }

    private void photos(Edition edition, Sample sample) {
        Map<String, byte[]> photos = new HashMap<>();
        render(edition, sample, sample.text(), sha256 -> {
            sample.photo(sha256).ifPresent(photo -> photos.put(sha256, photo));
            return sample.photo(sha256);
        });
        for (String one : photos.keySet().stream().sorted().toList()) {
            byte[] other = photos.entrySet().stream()
                    .filter(entry -> !entry.getKey().equals(one))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(new byte[] {1});
            byte[] photo = photos.get(one);
            Map<String, Optional<byte[]>> damaged = new LinkedHashMap<>();
            damaged.put("photo gone", Optional.empty());
            damaged.put("photo swapped", Optional.of(other));
            damaged.put("photo cut off", Optional.of(Arrays.copyOf(photo, photo.length / 2)));
            damaged.put("photo empty", Optional.of(new byte[0]));
            damaged.forEach((kind, bytes) -> note(
                    kind,
                    sample,
                    "",
                    Refusal.BAD_PHOTO,
                    render(
                            edition,
                            sample,
                            sample.text(),
                            sha256 -> sha256.equals(one) ? bytes : sample.photo(sha256))));
        }
    }

    private static Outcome render(Edition edition, Sample sample, String json, PhotoSource photos) {
        return RENDERER.render(edition, sample.variant(), json, photos);
    }

    /** @param code that has to refuse at this place; empty: nothing may be refused there */
    private void note(String kind, Sample sample, String place, String code, Outcome outcome) {
        List<Refusal> refusals = outcome instanceof Outcome.Refused no ? no.refusals() : List.of();
        boolean there = refusals.stream()
                .anyMatch(refusal -> refusal.place().startsWith(place)
                        && (code.isEmpty() || refusal.code().equals(code)));
        note(kind, sample, place, code.isEmpty() != there);
    }

    private void note(String kind, Object sample, String place, boolean right) {
        boolean isTwin = kind.startsWith("clean") || TWINS.contains(kind);
        (isTwin ? passed : refused).merge(kind, 1, Integer::sum);
        if (!right) {
            wrong.add(sample + " " + kind + " at " + place);
        }
    }

    private static final Set<String> TWINS = Set.of("grown", "other day", "smallest", "largest", "other code");

    /** The same few of many, from the first to the last. */
    private static <T> List<T> spread(List<T> all, int limit) {
        int most = Math.min(limit, all.size());
        List<T> chosen = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            chosen.add(all.get(i * (all.size() - 1) / Math.max(1, most - 1)));
        }
        return chosen;
    }
}
