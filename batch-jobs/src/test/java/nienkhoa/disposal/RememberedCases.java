package nienkhoa.disposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import nienkhoa.audit.Act;

/** Cases as their acts make them, without a database. */
final class RememberedCases implements DisposalCases {

    final List<Act> acts = new ArrayList<>();
    private final TreeMap<String, DisposalCase> cases = new TreeMap<>();

    @Override
    public Optional<DisposalCase> find(String id) {
        return Optional.ofNullable(cases.get(id));
    }

    @Override
    public List<DisposalCase> all() {
        return List.copyOf(cases.values());
    }

    @Override
    public DisposalCase enter(Act act) {
        acts.add(act);
        DisposalCase now = act.action().equals(DisposalActs.OPENED)
                ? DisposalCase.opened(act)
                : find(DisposalCase.caseOf(act)).orElseThrow().after(act);
        cases.put(now.id(), now);
        return now;
    }
}
