package org.lotse.models.duplicate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which records are one customer, from what is known of pairs. A chain of records of which each resembles the next is one
 * customer only when all of them together do: groups grow while the mean log-odds between two groups stay above 0.
 */
final class Resolve {
    /** Log-odds beyond this say no more. */
    private static final double MOST = 6;

    /** What it means that two records were not worth comparing. */
    private static final double NOT_COMPARED = -3;

    private static final int LARGEST = 200;

    private final Map<Long, Double> margins;

    /** @param margins log-odds by pair, the smaller number in the upper half */
    Resolve(Map<Long, Double> margins) {
        this.margins = margins;
    }

    /** Groups of two or more records. */
    List<List<Integer>> groups() {
        Map<Integer, List<Integer>> neighbours = new HashMap<>();
        margins.forEach((pair, margin) -> {
            if (margin > 0) {
                int one = (int) (pair >> 32);
                int other = (int) (long) pair;
                neighbours.computeIfAbsent(one, record -> new ArrayList<>(2)).add(other);
                neighbours.computeIfAbsent(other, record -> new ArrayList<>(2)).add(one);
            }
        });
        List<List<Integer>> groups = new ArrayList<>();
        Map<Integer, Boolean> seen = new HashMap<>();
        neighbours.keySet().stream().sorted().forEach(record -> {
            if (seen.put(record, true) == null) {
                List<Integer> connected = new ArrayList<>(List.of(record));
                for (int i = 0; i < connected.size(); i++) {
                    for (int next : neighbours.getOrDefault(connected.get(i), List.of())) {
                        if (connected.size() < LARGEST && seen.put(next, true) == null) {
                            connected.add(next);
                        }
                    }
                }
                groups.addAll(divide(connected));
            }
        });
        return groups;
    }

    private List<List<Integer>> divide(List<Integer> connected) {
        List<List<Integer>> groups = new ArrayList<>();
        connected.stream().sorted().forEach(record -> groups.add(new ArrayList<>(List.of(record))));
        while (groups.size() > 1) {
            double best = 0;
            int first = -1;
            int second = -1;
            for (int i = 0; i < groups.size(); i++) {
                for (int j = i + 1; j < groups.size(); j++) {
                    double mean = mean(groups.get(i), groups.get(j));
                    if (mean > best) {
                        best = mean;
                        first = i;
                        second = j;
                    }
                }
            }
            if (first < 0) {
                break;
            }
            groups.get(first).addAll(groups.remove(second));
        }
        groups.removeIf(group -> group.size() < 2);
        return groups;
    }

    private double mean(List<Integer> one, List<Integer> other) {
        double sum = 0;
        for (int a : one) {
            for (int b : other) {
                Double margin = margins.get((long) Math.min(a, b) << 32 | Math.max(a, b));
                sum += margin == null ? NOT_COMPARED : Math.clamp(margin, -MOST, MOST);
            }
        }
        return sum / (one.size() * other.size());
    }
}
