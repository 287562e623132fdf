package org.lotse.engine.planning.routes.solver;

/** A visit by its number in the model; compared by identity, one object per visit of a problem. */
final class PlannedVisit {
    final int number;
    private final String id;

    PlannedVisit(int number, String id) {
        this.number = number;
        this.id = id;
    }

    @Override
    public String toString() {
        return id;
    }
}
