package org.lotse.engine.planning.routes.solver;

/** What is in one van, per dimension of its capacity: what it carries from the beginning and what its visits bring. */
final class Cargo {
    private static final double TOLERANCE = 1e-9;
    private final double[] capacity;
    private final double[] carried;
    private final double[] load;

    Cargo(RouteModel model, int van) {
        this.capacity = model.van[van].rep().capacity().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        this.carried = new double[capacity.length];
        for (int d = 0; d < carried.length; d++) {
            carried[d] = model.carried(van, d);
        }
        this.load = carried.clone();
    }

    /** Only what the van carries from the beginning. */
    void unload() {
        System.arraycopy(carried, 0, load, 0, load.length);
    }

    void add(double[] demand) {
        for (int d = 0; d < demand.length && d < load.length; d++) {
            load[d] += demand[d];
        }
    }

    void copy(Cargo other) {
        System.arraycopy(other.load, 0, load, 0, load.length);
    }

    boolean hasRoomFor(double[] demand) {
        for (int d = 0; d < load.length && d < demand.length; d++) {
            if (load[d] + demand[d] > capacity[d] + TOLERANCE) {
                return false;
            }
        }
        return true;
    }

    /** Whether all that is loaded fits. */
    boolean fits() {
        for (int d = 0; d < load.length; d++) {
            if (load[d] > capacity[d] + TOLERANCE) {
                return false;
            }
        }
        return true;
    }

    /** How much more room is needed, in the dimension that lacks most. */
    double missingFor(double[] demand) {
        double missing = 0;
        for (int d = 0; d < load.length && d < demand.length; d++) {
            missing = Math.max(missing, load[d] + demand[d] - capacity[d]);
        }
        return missing;
    }

    /** Room left in the dimension that has least. */
    double roomFor(double[] demand) {
        double room = Double.POSITIVE_INFINITY;
        for (int d = 0; d < load.length && d < demand.length; d++) {
            room = Math.min(room, capacity[d] - load[d]);
        }
        return room;
    }
}
