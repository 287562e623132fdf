package org.lotse.rules.check;

import org.lotse.rules.finding.Place;
import org.lotse.rules.model.Rule;

/** Where rows and their cells stand. */
final class Places {
    private Places() {}

    static Place of(Rule rule, String cell) {
        boolean table = rule.ref().file().endsWith(".csv") || rule.ref().file().endsWith(".xlsx");
        String shown = cell.isEmpty() && table ? "A" + rule.ref().row() : cell;
        return new Place(
                rule.ref().file(), rule.ref().sheet(), shown, rule.ref().row());
    }
}
