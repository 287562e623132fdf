package org.lotse.engine.planning.routes.solver;

/** The order in which loose visits are put back: by chance, load, remoteness or how tight their windows are. */
final class InsertionOrder {
    private final int visits;
    private final double[][] keys;
    private static final int[] WEIGHTS = {4, 4, 2, 1, 2, 2, 2};
    private static final int TOTAL = 17;

    InsertionOrder(RouteModel model) {
        this.visits = model.visits;
        this.keys = new double[6][visits];
        for (int v = 0; v < visits; v++) {
            double demand = 0;
            for (double part : model.demand[v]) {
                demand += part;
            }
            double home = model.vans == 0 ? 0 : model.cost[model.van[0].start() * model.places + model.placeOf[v]];
            int windows = model.opens[v].length;
            double from = windows == 0 ? 0 : model.opens[v][0];
            double to = windows == 0 ? 0 : model.closes[v][windows - 1];
            keys[0][v] = -demand;
            keys[1][v] = -home;
            keys[2][v] = home;
            keys[3][v] = to - from;
            keys[4][v] = from;
            keys[5][v] = -to;
        }
    }

    void sort(int[] loose, int count, Chance chance) {
        for (int i = count - 1; i > 0; i--) {
            int other = chance.below(i + 1);
            int kept = loose[i];
            loose[i] = loose[other];
            loose[other] = kept;
        }
        int draw = chance.below(TOTAL);
        int which = 0;
        while (draw >= WEIGHTS[which]) {
            draw -= WEIGHTS[which++];
        }
        if (which > 0) {
            byKey(loose, count, keys[which - 1]);
        }
    }

    private static void byKey(int[] loose, int count, double[] key) {
        for (int i = 1; i < count; i++) {
            int visit = loose[i];
            int at = i - 1;
            while (at >= 0 && key[loose[at]] > key[visit]) {
                loose[at + 1] = loose[at];
                at--;
            }
            loose[at + 1] = visit;
        }
    }
}
