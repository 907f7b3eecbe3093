package nienkhoa.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nienkhoa.intake.SheetShape.Headed;
import nienkhoa.intake.SheetShape.Use;
import nienkhoa.model.Finding;
import nienkhoa.model.Finding.Place;
import nienkhoa.model.Finding.Severity;

/** How the headers of a sheet differ from those that the school's sheets of the same sort had before. */
final class Drift {

    private final SheetSighting sheet;
    private final LayoutSeen before;
    private final List<String> then;
    private final List<String> now;
    private final Set<String> gone;

    Drift(SheetSighting sheet, LayoutSeen before, LayoutSeen now) {
        this.sheet = sheet;
        this.before = before;
        this.then = before.headers();
        this.now = now.headers();
        this.gone = new HashSet<>(then);
        this.now.forEach(gone::remove);
    }

    /** How much two lists of headers differ; 0 if they are equal. */
    static int size(List<String> then, List<String> now) {
        Set<String> old = new HashSet<>(then);
        Set<String> young = new HashSet<>(now);
        long came = young.stream().filter(header -> !old.contains(header)).count();
        long went = old.stream().filter(header -> !young.contains(header)).count();
        return (int) (2 * (came + went)) + (then.equals(now) ? 0 : 1);
    }

    /** Names every column that is new, renamed, moved or gone; unknown new ones are named as unknown elsewhere. */
    void names(FindingCollector findings) {
        List<Headed> columns = sheet.shape().headed();
        for (int i = 0; i < now.size(); i++) {
            if (!then.contains(now.get(i))) {
                Headed column = columns.get(i);
                Optional<String> old = formerly(i);
                old.ifPresent(gone::remove);
                if (old.isPresent()) {
                    findings.add(finding("I065_COLUMN_RENAMED", column, before.label(old.get())));
                } else if (column.use() != Use.UNKNOWN) {
                    findings.add(finding("I066_COLUMN_NEW", column));
                }
            }
        }
        moved().forEach(column -> findings.add(finding("I067_COLUMN_MOVED", column)));
        then.stream().filter(gone::contains).distinct().forEach(header -> findings.add(gone(header)));
    }

    private Finding finding(String code, Headed column, String... more) {
        SheetSighting.HeaderCell header = sheet.header(column);
        List<String> args = new ArrayList<>(List.of(header.text()));
        args.addAll(List.of(more));
        Place place = Place.ofCell(sheet.path(), sheet.name(), header.cell());
        return new Finding(code, Severity.WARN, place, header.text(), args);
    }

    private Finding gone(String header) {
        Place place = Place.ofCell(sheet.path(), sheet.name(), sheet.headerRow());
        return new Finding("I068_COLUMN_GONE", Severity.WARN, place, "", List.of(before.label(header)));
    }

    /** What is gone and stood beside a neighbour that the new header has; best between both. */
    private Optional<String> formerly(int index) {
        String left = neighbour(now, index - 1);
        String right = neighbour(now, index + 1);
        Optional<String> beside = Optional.empty();
        for (int i = 0; i < then.size(); i++) {
            boolean sameLeft = neighbour(then, i - 1).equals(left);
            boolean sameRight = neighbour(then, i + 1).equals(right);
            if (gone.contains(then.get(i)) && sameLeft && sameRight) {
                return Optional.of(then.get(i));
            }
            if (gone.contains(then.get(i)) && (sameLeft || sameRight) && beside.isEmpty()) {
                beside = Optional.of(then.get(i));
            }
        }
        return beside;
    }

    private static String neighbour(List<String> headers, int index) {
        return index < 0 || index >= headers.size() ? "" : headers.get(index);
    }

    /** Of the headers that stayed, those outside the longest run that kept its order. */
    private List<Headed> moved() {
        List<Integer> places = new ArrayList<>();
        List<Headed> stayed = new ArrayList<>();
        for (int i = 0; i < now.size(); i++) {
            if (then.contains(now.get(i))) {
                places.add(then.indexOf(now.get(i)));
                stayed.add(sheet.shape().headed().get(i));
            }
        }
        Set<Integer> inOrder = longestRun(places);
        List<Headed> moved = new ArrayList<>();
        for (int i = 0; i < stayed.size(); i++) {
            if (!inOrder.contains(i)) {
                moved.add(stayed.get(i));
            }
        }
        return moved;
    }

    /** The indexes of the longest sequence of numbers that never falls. */
    private static Set<Integer> longestRun(List<Integer> numbers) {
        int[] length = new int[numbers.size()];
        int[] before = new int[numbers.size()];
        int end = -1;
        for (int i = 0; i < length.length; i++) {
            length[i] = 1;
            before[i] = -1;
            for (int j = 0; j < i; j++) {
                if (numbers.get(j) <= numbers.get(i) && length[j] + 1 > length[i]) {
                    length[i] = length[j] + 1;
                    before[i] = j;
                }
            }
            end = end < 0 || length[i] > length[end] ? i : end;
        }
        Set<Integer> run = new HashSet<>();
        for (int i = end; i >= 0; i = before[i]) {
            run.add(i);
        }
        return run;
    }
}
