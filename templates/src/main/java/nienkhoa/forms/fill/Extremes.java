package nienkhoa.forms.fill;

import java.util.List;
import java.util.function.ToIntFunction;

/** The first of those with the least or the greatest number. */
final class Extremes {

    private Extremes() {}

    static <T> T first(List<T> of, ToIntFunction<T> number) {
        T least = of.get(0);
        for (T one : of) {
            least = number.applyAsInt(one) < number.applyAsInt(least) ? one : least;
        }
        return least;
    }

    static <T> T last(List<T> of, ToIntFunction<T> number) {
        T greatest = of.get(0);
        for (T one : of) {
            greatest = number.applyAsInt(one) > number.applyAsInt(greatest) ? one : greatest;
        }
        return greatest;
    }
}
