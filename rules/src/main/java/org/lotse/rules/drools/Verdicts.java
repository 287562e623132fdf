package org.lotse.rules.drools;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Predicate;
import org.lotse.engine.rule.Layer;
import org.lotse.engine.rule.Verdict;
import org.lotse.rules.model.ActionSelector;
import org.lotse.rules.model.Consequence;

/**
 * What the rows say about one candidate, layer by layer: a row that says no and hits forbids; where rows say yes and
 * none of them hits it is not allowed; else it passes. After the first stop no further layer is asked.
 */
final class Verdicts {
    private final Predicate<Entry> files;
    private final Predicate<ActionSelector> selected;
    private final SortedSet<String> degraded;

    Verdicts(Predicate<Entry> files, Predicate<ActionSelector> selected, SortedSet<String> degraded) {
        this.files = files;
        this.selected = selected;
        this.degraded = degraded;
    }

    /** What is said where no row speaks. */
    static List<Verdict> none() {
        List<Verdict> verdicts = new ArrayList<>();
        for (Layer layer : Layer.values()) {
            verdicts.add(new Verdict.Passed(layer, List.of()));
        }
        return verdicts;
    }

    List<Verdict> ask(List<Entry> strict, RowFact eligibility, List<Entry> others, RowFact rest) {
        List<Verdict> verdicts = new ArrayList<>();
        for (Layer layer : Layer.values()) {
            boolean first = layer == Layer.ELIGIBILITY;
            Verdict verdict = ask(layer, first ? strict : others, first ? eligibility : rest);
            verdicts.add(verdict);
            if (!(verdict instanceof Verdict.Passed)) {
                break;
            }
        }
        return verdicts;
    }

    /** Whether a row says anything about candidates. */
    static boolean speaks(Entry entry) {
        return entry.consequences().stream().anyMatch(each -> each instanceof Consequence.ActionVerdict);
    }

    private Verdict ask(Layer layer, List<Entry> asked, RowFact fact) {
        List<Entry> counting = Hits.counting(asked, entry -> says(entry, layer).isPresent(), fact, degraded);
        for (Entry entry : counting) {
            if (!says(entry, layer).orElse(true)) {
                return new Verdict.Forbidden(layer, Trace.fired(entry, fact));
            }
        }
        List<Entry> allowing = asked.stream()
                .filter(entry ->
                        entry.isValidOn(fact.today()) && says(entry, layer).orElse(false))
                .toList();
        if (!allowing.isEmpty() && counting.isEmpty()) {
            return new Verdict.NotAllowed(layer, Trace.nearest(allowing, fact).getFirst());
        }
        return new Verdict.Passed(
                layer, counting.stream().map(entry -> Trace.fired(entry, fact)).toList());
    }

    /** Whether the row allows the candidate in this layer; a "no" of the same row weighs more. */
    private Optional<Boolean> says(Entry entry, Layer layer) {
        if (!files.test(entry)) {
            return Optional.empty();
        }
        Optional<Boolean> said = Optional.empty();
        for (Consequence consequence : entry.consequences()) {
            if (consequence instanceof Consequence.ActionVerdict verdict
                    && verdict.layer() == layer
                    && selected.test(verdict.actions())) {
                said = Optional.of(verdict.allowed() && said.orElse(true));
            }
        }
        return said;
    }
}
