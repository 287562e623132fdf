package org.lotse.engine.planning.roads;

import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.routing.querygraph.QueryRoutingCHGraph;
import com.graphhopper.routing.util.EdgeFilter;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.RoutingCHEdgeExplorer;
import com.graphhopper.storage.RoutingCHEdgeIterator;
import com.graphhopper.storage.RoutingCHEdgeIteratorState;
import com.graphhopper.storage.RoutingCHGraph;
import com.graphhopper.storage.index.LocationIndex;
import com.graphhopper.storage.index.Snap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.lotse.engine.planning.routes.Place;
import org.lotse.engine.planning.routes.TravelTable;

/**
 * All ways between places at once (buckets on contraction hierarchies: Knopp, Sanders, Schultes, Schulz and Wagner 2007):
 * one search upwards from each target leaves its minutes at every node it reaches, one from each source collects them.
 */
final class ManyToMany {
    /** With no other influence than speed the network's weights are seconds. */
    private static final double SECONDS_PER_MINUTE = 60;

    /** Metres to the next road at most; a place farther off is not on this map. */
    private static final double FARTHEST = 5_000;

    private final BaseGraph base;
    private final RoutingCHGraph hierarchy;
    private final LocationIndex index;
    private final EdgeFilter drivable;

    ManyToMany(BaseGraph base, RoutingCHGraph hierarchy, LocationIndex index, EdgeFilter drivable) {
        this.base = base;
        this.hierarchy = hierarchy;
        this.index = index;
        this.drivable = drivable;
    }

    /** What a search has left at a node: for which target, how far in weight and in metres. */
    private record Left(int target, double weight, double metres) {}

    private record Label(int node, double weight, double metres) {}

    TravelTable between(List<Place> places) {
        int size = places.size();
        double[] minutes = new double[size * size];
        double[] kilometres = new double[size * size];
        Arrays.fill(minutes, Double.POSITIVE_INFINITY);
        Arrays.fill(kilometres, Double.POSITIVE_INFINITY);
        List<Snap> snaps = new ArrayList<>();
        int[] snapOf = new int[size];
        for (int i = 0; i < size; i++) {
            Snap snap =
                    index.findClosest(places.get(i).latitude(), places.get(i).longitude(), drivable);
            boolean reached = snap.isValid() && snap.getQueryDistance() <= FARTHEST;
            snapOf[i] = reached ? snaps.size() : -1;
            if (reached) {
                snaps.add(snap);
            }
        }
        if (!snaps.isEmpty()) {
            QueryGraph withPlaces = QueryGraph.create(base, snaps);
            Searches searches = new Searches(new QueryRoutingCHGraph(hierarchy, withPlaces), hierarchy.getNodes());
            for (int j = 0; j < size; j++) {
                if (snapOf[j] >= 0) {
                    searches.leave(snaps.get(snapOf[j]).getClosestNode(), j);
                }
            }
            for (int i = 0; i < size; i++) {
                if (snapOf[i] >= 0) {
                    searches.collect(snaps.get(snapOf[i]).getClosestNode(), i * size, minutes, kilometres);
                }
            }
        }
        for (int i = 0; i < size; i++) {
            minutes[i * size + i] = 0;
            kilometres[i * size + i] = 0;
        }
        return new TravelTable(size, minutes, kilometres);
    }

    /** The searches on one hierarchy with the places in it. */
    private final class Searches {
        private final RoutingCHGraph graph;
        private final int nodes;
        private final RoutingCHEdgeExplorer out;
        private final RoutingCHEdgeExplorer in;
        private final Map<Integer, List<Left>> left = new HashMap<>();
        private final Map<Integer, Double> metresOf = new HashMap<>();

        Searches(RoutingCHGraph graph, int nodes) {
            this.graph = graph;
            this.nodes = nodes;
            this.out = graph.createOutEdgeExplorer();
            this.in = graph.createInEdgeExplorer();
        }

        void leave(int node, int target) {
            for (Label label : upwards(node, in, true)) {
                left.computeIfAbsent(label.node, n -> new ArrayList<>())
                        .add(new Left(target, label.weight, label.metres));
            }
        }

        void collect(int node, int row, double[] minutes, double[] kilometres) {
            for (Label label : upwards(node, out, false)) {
                for (Left one : left.getOrDefault(label.node, List.of())) {
                    double all = (label.weight + one.weight) / SECONDS_PER_MINUTE;
                    if (all < minutes[row + one.target]) {
                        minutes[row + one.target] = all;
                        kilometres[row + one.target] = (label.metres + one.metres) / 1_000;
                    }
                }
            }
        }

        /** Every node to which a way leads that only ever climbs, with the shortest such way. */
        private List<Label> upwards(int from, RoutingCHEdgeExplorer edges, boolean backwards) {
            Map<Integer, Double> best = new HashMap<>();
            List<Label> settled = new ArrayList<>();
            PriorityQueue<Label> open = new PriorityQueue<>((a, b) -> Double.compare(a.weight, b.weight));
            open.add(new Label(from, 0, 0));
            best.put(from, 0.0);
            while (!open.isEmpty()) {
                Label label = open.remove();
                if (label.weight > best.getOrDefault(label.node, Double.POSITIVE_INFINITY)) {
                    continue;
                }
                settled.add(label);
                RoutingCHEdgeIterator edge = edges.setBaseNode(label.node);
                while (edge.next()) {
                    double weight = climbs(edge) ? label.weight + edge.getWeight(backwards) : Double.POSITIVE_INFINITY;
                    if (weight < best.getOrDefault(edge.getAdjNode(), Double.POSITIVE_INFINITY)) {
                        best.put(edge.getAdjNode(), weight);
                        open.add(new Label(edge.getAdjNode(), weight, label.metres + metres(edge)));
                    }
                }
            }
            return settled;
        }

        private boolean climbs(RoutingCHEdgeIteratorState edge) {
            int from = edge.getBaseNode();
            int to = edge.getAdjNode();
            return from >= nodes || to >= nodes || edge.isShortcut() || graph.getLevel(from) <= graph.getLevel(to);
        }

        /** Length of an edge; of a shortcut that of the two it stands for. */
        private double metres(RoutingCHEdgeIteratorState edge) {
            Double known = metresOf.get(edge.getEdge());
            if (known != null) {
                return known;
            }
            double metres = edge.isShortcut()
                    ? part(edge.getSkippedEdge1()) + part(edge.getSkippedEdge2())
                    : graph.getBaseGraph()
                            .getEdgeIteratorState(edge.getOrigEdge(), edge.getAdjNode())
                            .getDistance();
            metresOf.put(edge.getEdge(), metres);
            return metres;
        }

        private double part(int edge) {
            return metres(hierarchy.getEdgeIteratorState(edge, Integer.MIN_VALUE));
        }
    }
}
