package org.lotse.rules.example;

import java.util.List;
import org.lotse.rules.finding.Place;

/**
 * A case with its expectations: a scenario of a feature, or a row of a table of examples.
 *
 * @param place where it begins
 * @param name what its author calls it
 * @param steps in order
 */
record Example(Place place, String name, List<Step> steps) {
    Example {
        steps = List.copyOf(steps);
    }
}
