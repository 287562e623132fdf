package org.lotse.rules.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lotse.rules.model.Condition;

/** The ways in which a condition can hold: each a list of comparisons that hold together. */
final class Conjunctions {
    private static final int MOST = 64;

    private Conjunctions() {}

    /** The ways of a condition; empty when there are too many to go through. */
    static Optional<List<List<Condition.Test>>> of(Condition condition) {
        List<List<Condition.Test>> ways = ways(condition);
        return ways.size() > MOST ? Optional.empty() : Optional.of(ways);
    }

    private static List<List<Condition.Test>> ways(Condition condition) {
        return switch (condition) {
            case Condition.Test test -> List.of(List.of(test));
            case Condition.Any(List<Condition> parts) ->
                parts.stream()
                        .flatMap(part -> ways(part).stream())
                        .limit(MOST + 1)
                        .toList();
            case Condition.All(List<Condition> parts) -> all(parts);
            default -> List.of(List.of());
        };
    }

    private static List<List<Condition.Test>> all(List<Condition> parts) {
        List<List<Condition.Test>> joined = List.of(List.of());
        for (Condition part : parts) {
            List<List<Condition.Test>> more = new ArrayList<>();
            for (List<Condition.Test> before : joined) {
                for (List<Condition.Test> way : ways(part)) {
                    List<Condition.Test> both = new ArrayList<>(before);
                    both.addAll(way);
                    more.add(both);
                }
            }
            if (more.size() > MOST) {
                return more;
            }
            joined = more;
        }
        return joined;
    }
}
