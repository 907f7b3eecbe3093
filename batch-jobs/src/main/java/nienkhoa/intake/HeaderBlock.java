package nienkhoa.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One to four header rows read together.
 *
 * <p>Merged cells carry their text in the first cell only. So a text holds for the empty cells to its right as long as
 * no row above starts something new there, and for the empty cells below it.
 */
final class HeaderBlock {

    private final List<List<String>> rows;

    /** @param rows keys of the cells, empty text for empty cells and for titles among the headers */
    HeaderBlock(List<List<String>> rows) {
        this.rows = rows;
    }

    /** The keys from the group down, by column; columns without any text of their own are absent. */
    Map<Integer, List<String>> paths() {
        return paths(true);
    }

    /** As {@link #paths()}, of the columns without any text of their own that lie under a merged header. */
    Map<Integer, List<String>> continued() {
        return paths(false);
    }

    private Map<Integer, List<String>> paths(boolean own) {
        Map<Integer, List<String>> paths = new TreeMap<>();
        int width = rows.stream().mapToInt(List::size).max().orElse(0);
        String[] carried = new String[rows.size()];
        Arrays.fill(carried, "");
        for (int column = 0; column < width; column++) {
            boolean headed = carry(carried, column);
            List<String> path = path(carried);
            if (headed == own && !path.isEmpty()) {
                paths.put(column, path);
            }
        }
        return paths;
    }

    /** Moves on to a column; returns whether it has a text of its own. */
    private boolean carry(String[] carried, int column) {
        boolean startedAbove = false;
        for (int row = 0; row < carried.length; row++) {
            List<String> cells = rows.get(row);
            String own = column < cells.size() ? cells.get(column) : "";
            if (!own.isEmpty()) {
                carried[row] = own;
                startedAbove = true;
            } else if (startedAbove) {
                carried[row] = "";
            }
        }
        return startedAbove;
    }

    private static List<String> path(String[] carried) {
        List<String> path = new ArrayList<>(carried.length);
        for (String key : carried) {
            if (!key.isEmpty() && (path.isEmpty() || !path.get(path.size() - 1).equals(key))) {
                path.add(key);
            }
        }
        return List.copyOf(path);
    }
}
