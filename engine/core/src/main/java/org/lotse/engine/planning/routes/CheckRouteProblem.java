package org.lotse.engine.planning.routes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.planning.Flaw;
import org.lotse.engine.planning.Flaw.Code;

/** Finds what makes a route problem impossible to plan. */
public final class CheckRouteProblem {
    private final RouteProblem problem;
    private final List<Flaw> flaws = new ArrayList<>();
    /** The ways between so many places fit into the memory of a small machine; see the documentation of planning. */
    private static final int MOST_VISITS = 5_000;

    private final Map<String, Optional<Code>> placeFlaws = new HashMap<>();

    /** Whether anything has to be waited for. */
    private final boolean released;

    private CheckRouteProblem(RouteProblem problem) {
        this.problem = problem;
        this.released = problem.visits().stream().anyMatch(visit -> visit.release() != null);
    }

    /** Every flaw, in the order of the problem; none for a sound one. */
    public static List<Flaw> check(RouteProblem problem) {
        CheckRouteProblem check = new CheckRouteProblem(problem);
        check.travel();
        check.reps();
        check.visits();
        check.promises();
        check.flaws.addAll(CheckOrder.check(problem.visits()));
        check.objective();
        return List.copyOf(check.flaws);
    }

    private void travel() {
        flaws.addAll(problem.travel().flaws(problem.places()));
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < problem.places().size(); i++) {
            id("/places/" + i + "/id", problem.places().get(i).id(), seen);
        }
        if (problem.objective().perKilometre() > 0 && !problem.travel().knowsKilometres()) {
            add("/travel/kilometres", Code.KILOMETRES_UNKNOWN);
        }
    }

    private void reps() {
        if (problem.reps().isEmpty()) {
            add("/reps", Code.NO_REP);
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < problem.reps().size(); i++) {
            rep("/reps/" + i, problem.reps().get(i), seen);
        }
    }

    private void rep(String at, Rep rep, Set<String> seen) {
        id(at + "/id", rep.id(), seen);
        place(at + "/start", rep.id(), rep.start());
        place(at + "/end", rep.id(), rep.end());
        Rep.Reload reload = rep.reload();
        for (int r = 0; reload != null && r < reload.places().size(); r++) {
            place(at + "/reload/" + r, rep.id(), reload.places().get(r));
        }
        if (reload != null) {
            notNegative(at + "/reloadMinutes", rep.id(), reload.minutes());
        }
        if ((reload != null || released) && !rep.breaks().isEmpty()) {
            add(at + "/breaks", Code.BREAKS_WITH_RELOAD, "item", rep.id());
        }
        if (rep.shifts().isEmpty()) {
            add(at + "/shift", Code.NO_SHIFT, "item", rep.id());
        }
        for (int s = 0; s < rep.shifts().size(); s++) {
            String pointer = rep.shifts().size() == 1 ? at + "/shift" : at + "/shifts/" + s;
            Rep.Shift shift = rep.shifts().get(s);
            window(pointer, rep.id(), new Window(shift.from(), shift.to()));
            notNegative(pointer + "/overtimeMinutes", rep.id(), shift.overtimeMinutes());
            if (shift.start() != null) {
                place(pointer + "/start", rep.id(), shift.start());
            }
            if (s > 0 && shift.from() < rep.shifts().get(s - 1).latest()) {
                add(pointer, Code.SHIFTS_OVERLAP, "item", rep.id());
            }
        }
        for (int c = 0; c < rep.capacity().size(); c++) {
            notNegative(at + "/capacity/" + c, rep.id(), rep.capacity().get(c));
        }
        notNegative(at + "/fixedCost", rep.id(), rep.fixedCost());
        for (int b = 0; b < rep.breaks().size(); b++) {
            Rep.Break rest = rep.breaks().get(b);
            window(at + "/breaks/" + b, rep.id(), new Window(rest.from(), rest.to()));
            notNegative(at + "/breaks/" + b + "/minutes", rep.id(), rest.minutes());
        }
    }

    private void visits() {
        if (problem.visits().size() > MOST_VISITS) {
            add("/visits", Code.TOO_MANY, "value", problem.visits().size(), "most", MOST_VISITS);
            return;
        }
        Set<String> seen = new HashSet<>();
        int dimensions =
                problem.reps().stream().mapToInt(r -> r.capacity().size()).max().orElse(0);
        for (int i = 0; i < problem.visits().size(); i++) {
            Visit visit = problem.visits().get(i);
            String at = "/visits/" + i;
            id(at + "/id", visit.id(), seen);
            place(at + "/place", visit.id(), visit.place());
            notNegative(at + "/serviceMinutes", visit.id(), visit.serviceMinutes());
            for (int w = 0; w < visit.windows().size(); w++) {
                window(at + "/windows/" + w, visit.id(), visit.windows().get(w));
            }
            for (int d = 0; d < visit.demand().size(); d++) {
                notNegative(at + "/demand/" + d, visit.id(), visit.demand().get(d));
            }
            if (dimensions > 0 && visit.demand().size() > dimensions) {
                add(
                        at + "/demand",
                        Code.CAPACITY_DIMENSIONS,
                        "item",
                        visit.id(),
                        "value",
                        visit.demand().size(),
                        "dimensions",
                        dimensions);
            }
            notNegative(at + "/priority", visit.id(), visit.priority());
            if (visit.value() != null) {
                notNegative(at + "/value", visit.id(), visit.value());
            }
            wishedRep(at + "/preferredRep", visit.id(), visit.preferredRep());
            wishedRep(at + "/onlyRep", visit.id(), visit.onlyRep());
            if (visit.release() != null && !Double.isFinite(visit.release())) {
                add(at + "/release", Code.NOT_A_NUMBER, "item", visit.id(), "value", visit.release());
            }
            if (visit.due() != null && !Double.isFinite(visit.due())) {
                add(at + "/due", Code.NOT_A_NUMBER, "item", visit.id(), "value", visit.due());
            }
        }
    }

    private void wishedRep(String pointer, String visit, @Nullable String rep) {
        if (rep != null && problem.reps().stream().noneMatch(r -> r.id().equals(rep))) {
            add(pointer, Code.UNKNOWN_REP, "item", visit, "value", rep);
        }
    }

    private void promises() {
        Set<String> reps = new HashSet<>();
        problem.reps().forEach(r -> reps.add(r.id()));
        Map<String, List<Visit>> byRep = new HashMap<>();
        for (int i = 0; i < problem.visits().size(); i++) {
            Visit visit = problem.visits().get(i);
            Visit.Pin pin = visit.pinned();
            if (pin == null) {
                continue;
            }
            if (!reps.contains(pin.rep())) {
                add("/visits/" + i + "/pinned/rep", Code.UNKNOWN_REP, "item", visit.id(), "value", pin.rep());
            } else if (!Double.isFinite(pin.at())) {
                add("/visits/" + i + "/pinned/at", Code.NOT_A_NUMBER, "item", visit.id(), "value", pin.at());
            } else {
                byRep.computeIfAbsent(pin.rep(), r -> new ArrayList<>()).add(visit);
            }
        }
        byRep.forEach(this::promisesOf);
    }

    private void promisesOf(String rep, List<Visit> visits) {
        List<Visit> inOrder = visits.stream()
                .sorted(Comparator.comparingDouble(CheckRouteProblem::at))
                .toList();
        for (int i = 1; i < inOrder.size(); i++) {
            Visit earlier = inOrder.get(i - 1);
            Visit later = inOrder.get(i);
            if (at(later) < at(earlier) + Math.max(earlier.serviceMinutes(), 1e-9)) {
                add(
                        "/visits/" + problem.visits().indexOf(later) + "/pinned/at",
                        Code.TWO_PROMISES_AT_ONE_TIME,
                        "item",
                        later.id(),
                        "other",
                        earlier.id(),
                        "rep",
                        rep);
            }
        }
    }

    private static double at(Visit visit) {
        Visit.Pin pin = visit.pinned();
        return pin == null ? Double.POSITIVE_INFINITY : pin.at();
    }

    private void objective() {
        notNegative("/objective/perRep", "perRep", problem.objective().perRep());
        notNegative("/objective/perMinute", "perMinute", problem.objective().perMinute());
        notNegative(
                "/objective/perKilometre", "perKilometre", problem.objective().perKilometre());
        Double perUnplanned = problem.objective().perUnplanned();
        if (perUnplanned != null) {
            notNegative("/objective/perUnplanned", "perUnplanned", perUnplanned);
        }
        notNegative(
                "/objective/perOvertimeMinute",
                "perOvertimeMinute",
                problem.objective().perOvertimeMinute());
        notNegative("/objective/perOtherRep", "perOtherRep", problem.objective().perOtherRep());
        notNegative(
                "/objective/perOutsideTerritory",
                "perOutsideTerritory",
                problem.objective().perOutsideTerritory());
        notNegative(
                "/objective/perUnevenMinute",
                "perUnevenMinute",
                problem.objective().perUnevenMinute());
        notNegative("/disturbancePrice", "disturbancePrice", problem.disturbancePrice());
    }

    private void place(String pointer, String item, String place) {
        placeFlaws
                .computeIfAbsent(place, p -> problem.travel().flawOf(p, problem.places()))
                .ifPresent(code -> add(pointer, code, "item", item, "value", place));
    }

    private void window(String pointer, String item, Window window) {
        if (!Double.isFinite(window.from()) || !Double.isFinite(window.to())) {
            add(pointer, Code.NOT_A_NUMBER, "item", item, "value", window.from() + ".." + window.to());
        } else if (window.to() < window.from()) {
            add(pointer, Code.ENDS_BEFORE_START, "item", item, "from", window.from(), "to", window.to());
        }
    }

    private void id(String pointer, String id, Set<String> seen) {
        if (id.isBlank()) {
            add(pointer, Code.EMPTY_ID);
        } else if (!seen.add(id)) {
            add(pointer, Code.DUPLICATE_ID, "value", id);
        }
    }

    private void notNegative(String pointer, String item, double value) {
        if (!Double.isFinite(value)) {
            add(pointer, Code.NOT_A_NUMBER, "item", item, "value", value);
        } else if (value < 0) {
            add(pointer, Code.NEGATIVE, "item", item, "value", value);
        }
    }

    private void add(String pointer, Code code, Object... namesAndValues) {
        flaws.add(Flaw.at(pointer, code, namesAndValues));
    }
}
