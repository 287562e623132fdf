package org.lotse.models.definition;

import java.util.List;
import java.util.Set;

/**
 * Which signals a model may use.
 *
 * @param all everything that is known at the observation: columns, or attributes and aggregates
 * @param named signals asked for by name; predictions, rule terms and context only come this way
 * @param but left out of {@code all}, with {@code exclude}
 */
public record SignalChoice(boolean all, List<String> named, Set<String> but) {
    public SignalChoice {
        named = List.copyOf(named);
        but = Set.copyOf(but);
    }
}
