package org.lotse.api.planning;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What the order and the groups of the visits that wait mean for the days that are planned. */
final class WaitingVisits {
    private final List<Team.OpenVisit> all;
    private final Set<String> ids;

    WaitingVisits(List<Team.OpenVisit> all) {
        this.all = List.copyOf(all);
        this.ids = all.stream().map(Team.OpenVisit::id).collect(Collectors.toUnmodifiableSet());
    }

    /** Those the visit comes after and that wait, too; what has been made or taken back holds nobody up. */
    Set<String> before(Team.OpenVisit visit) {
        return visit.after().stream().filter(ids::contains).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Those to be planned of the ones that may begin: not before the visits they come after may begin, and groups not before
     * all of them may.
     */
    List<Team.OpenVisit> thatMayBegin(Predicate<Team.OpenVisit> may) {
        List<Team.OpenVisit> left = new ArrayList<>(all.stream().filter(may).toList());
        boolean fewer = true;
        while (fewer) {
            Set<String> planned = left.stream().map(Team.OpenVisit::id).collect(Collectors.toCollection(HashSet::new));
            Set<String> incomplete = all.stream()
                    .filter(visit -> visit.group() != null && !planned.contains(visit.id()))
                    .map(Team.OpenVisit::group)
                    .collect(Collectors.toCollection(HashSet::new));
            fewer = left.removeIf(visit -> incomplete.contains(visit.group()) || !planned.containsAll(before(visit)));
        }
        return left;
    }
}
