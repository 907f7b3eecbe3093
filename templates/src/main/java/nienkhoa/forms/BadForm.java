package nienkhoa.forms;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/** Files that a home puts over those of an edition are wrong; nothing was rendered. */
public final class BadForm extends RuntimeException {

    private final transient List<FormFault> faults;

    BadForm(String code, String... args) {
        this(List.of(FormFault.of(code, args)));
    }

    private BadForm(List<FormFault> faults) {
        super(faults.toString());
        this.faults = List.copyOf(faults);
    }

    /** At least one, in the order of the files. */
    public List<FormFault> faults() {
        return faults;
    }

    /** Goes on behind a fault, so that a person is told all of them at once. */
    static final class All {

        private final List<FormFault> found = new ArrayList<>();

        /** What is made, or {@code other} if that is impossible. */
        <T> T tried(Supplier<T> make, T other) {
            try {
                return make.get();
            } catch (BadForm bad) {
                found.addAll(bad.faults);
                return other;
            }
        }

        void tried(Runnable check) {
            tried(
                    () -> {
                        check.run();
                        return true;
                    },
                    false);
        }

        void add(Collection<FormFault> faults) {
            found.addAll(faults);
        }

        List<FormFault> found() {
            return List.copyOf(found);
        }

        /** @throws BadForm if there were any */
        void raise() {
            if (!found.isEmpty()) {
                throw new BadForm(found);
            }
        }
    }
}
