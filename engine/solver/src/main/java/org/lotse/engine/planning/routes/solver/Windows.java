package org.lotse.engine.planning.routes.solver;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lotse.engine.planning.routes.Visit;
import org.lotse.engine.planning.routes.Window;

/** When a visit's service may begin: its windows in order without overlap, cut at its due time, or its appointment. */
final class Windows {
    private Windows() {}

    static List<Window> of(Visit visit) {
        Visit.Pin pin = visit.pinned();
        if (pin != null) {
            return List.of(new Window(pin.at(), pin.at()));
        }
        if (visit.windows().size() == 1 && visit.due() == null) {
            return visit.windows();
        }
        List<Window> given = visit.windows().isEmpty()
                ? List.of(new Window(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY))
                : visit.windows();
        List<Window> merged = new ArrayList<>();
        for (Window window :
                given.stream().sorted(Comparator.comparingDouble(Window::from)).toList()) {
            double to = visit.due() == null ? window.to() : Math.min(window.to(), visit.due());
            if (to < window.from()) {
                continue;
            }
            if (!merged.isEmpty() && window.from() <= merged.getLast().to()) {
                Window last = merged.removeLast();
                merged.add(new Window(last.from(), Math.max(last.to(), to)));
            } else {
                merged.add(new Window(window.from(), to));
            }
        }
        return merged;
    }
}
