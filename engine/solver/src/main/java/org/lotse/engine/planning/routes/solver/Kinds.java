package org.lotse.engine.planning.routes.solver;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lotse.engine.planning.routes.Visit;

/** Which vans are alike in all that counts; who is meant by name, or had a visit before, is like nobody. */
final class Kinds {
    private Kinds() {}

    /** The number of the kind of each van. */
    static int[] of(RouteModel model) {
        boolean[] special = new boolean[model.vans];
        for (int v = 0; v < model.visits; v++) {
            if (model.pairings.before(v) >= 0) {
                special[model.pairings.before(v)] = true;
            }
            Visit.Pin pin = model.problem.visits().get(v).pinned();
            Visit visit = model.problem.visits().get(v);
            if (pin != null || visit.preferredRep() != null || visit.onlyRep() != null) {
                Set<String> meant = new HashSet<>();
                meant.add(pin == null ? String.valueOf(visit.onlyRep()) : pin.rep());
                meant.add(String.valueOf(visit.preferredRep()));
                for (int k = 0; k < model.vans; k++) {
                    special[k] |= meant.contains(model.van[k].rep().id());
                }
            }
        }
        Map<List<Object>, Integer> known = new HashMap<>();
        int[] kinds = new int[model.vans];
        for (int k = 0; k < model.vans; k++) {
            Van here = model.van[k];
            List<Object> alike = List.of(
                    here.start(),
                    here.end(),
                    here.from(),
                    here.to(),
                    here.latest(),
                    here.used(),
                    here.breaks(),
                    here.carried(),
                    here.rep().capacity(),
                    here.rep().skills(),
                    here.rep().territory(),
                    here.reloadMinutes(),
                    Arrays.stream(here.reload()).boxed().toList(),
                    special[k] ? k : -1);
            Integer kind = known.get(alike);
            kinds[k] = kind == null ? known.size() : kind;
            known.putIfAbsent(alike, kinds[k]);
        }
        return kinds;
    }
}
