package nienkhoa.forms.fill;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.sf.jasperreports.engine.JRBand;
import net.sf.jasperreports.engine.JRElement;
import net.sf.jasperreports.engine.JRExpression;
import net.sf.jasperreports.engine.JRSection;
import net.sf.jasperreports.engine.type.SplitTypeEnum;
import org.jspecify.annotations.Nullable;

/**
 * A band of a template.
 *
 * @param items in the order in which they are drawn
 * @param downwards their indexes from the top to the bottom
 * @param pushed by index: the indexes of those that an element pushes down
 * @param extent from the top of the element that ends highest to the end of the one that ends lowest
 * @param rigid whether nothing in it grows or moves
 */
record Band(
        int height,
        boolean whole,
        @Nullable JRExpression printWhen,
        List<Item> items,
        List<Integer> downwards,
        List<List<Integer>> pushed,
        int extent,
        boolean rigid) {

    /** @param all takes the items of the template, in the order of their numbers */
    static Band of(JRBand band, List<Item> all) {
        List<Item> items = new ArrayList<>();
        for (JRElement element : band.getElements()) {
            items.add(Item.of(all.size(), element));
            all.add(items.get(items.size() - 1));
        }
        List<Integer> downwards = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            downwards.add(i);
        }
        downwards.sort(Comparator.comparingInt(i -> items.get(i).y()));
        return new Band(
                band.getHeight(),
                band.getSplitType() == SplitTypeEnum.PREVENT,
                band.getPrintWhenExpression(),
                List.copyOf(items),
                List.copyOf(downwards),
                pushed(items, downwards),
                extent(items, downwards),
                items.stream().noneMatch(item -> item.mayGrow() || item.stretches() || item.keepsToTheBottom()));
    }

    static @Nullable Band ofNullable(@Nullable JRBand band, List<Item> all) {
        return band == null ? null : of(band, all);
    }

    static List<Band> of(@Nullable JRSection section, List<Item> all) {
        List<Band> bands = new ArrayList<>();
        if (section != null && section.getBands() != null) {
            for (JRBand band : section.getBands()) {
                bands.add(of(band, all));
            }
        }
        return List.copyOf(bands);
    }

    private static List<List<Integer>> pushed(List<Item> items, List<Integer> downwards) {
        List<List<Integer>> pushed = new ArrayList<>();
        items.forEach(item -> pushed.add(new ArrayList<>()));
        for (int i = 0; i < downwards.size(); i++) {
            for (int j = i + 1; j < downwards.size(); j++) {
                if (items.get(downwards.get(i)).pushes(items.get(downwards.get(j)))) {
                    pushed.get(downwards.get(i)).add(downwards.get(j));
                }
            }
        }
        return pushed.stream().map(List::copyOf).toList();
    }

    private static int extent(List<Item> items, List<Integer> downwards) {
        List<Item> sorted = downwards.stream().map(items::get).toList();
        return sorted.isEmpty()
                ? 0
                : Extremes.last(sorted, Item::bottom).bottom()
                        - Extremes.first(sorted, Item::bottom).y();
    }
}
