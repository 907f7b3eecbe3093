package nienkhoa.archive.copies;

import java.util.List;
import java.util.Optional;

/** The copies that are kept beside the store, as {@code config/copies.yaml} names them. */
public record CopyTargets(List<CopyTarget> all) {

    public CopyTargets {
        all = List.copyOf(all);
    }

    public Optional<CopyTarget> find(String id) {
        return all.stream().filter(target -> target.id().equals(id)).findFirst();
    }
}
