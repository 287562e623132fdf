package org.lotse.rules.drools;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.rule.Judgement;
import org.lotse.engine.rule.Layer;
import org.lotse.engine.rule.Verdict;
import org.lotse.rules.model.ActionSelector;
import org.lotse.rules.model.Consequence;

/**
 * The rows that say something about one candidate, layer by layer: a row that says no and hits forbids; where rows say yes
 * and none of them hits it is not allowed; else it passes. After the first stop no further layer is asked. Immutable.
 */
final class Speakers {
    private static final Layer[] LAYERS = Layer.values();

    /** What is said in each layer where no row says anything. */
    private static final List<Verdict> ALL_SILENT = List.of(
            new Verdict.Passed(Layer.ELIGIBILITY, List.of()),
            new Verdict.Passed(Layer.APPLICABILITY, List.of()),
            new Verdict.Passed(Layer.SUITABILITY, List.of()));

    private static final Judgement.CandidateJudgement UNSPOKEN_OF =
            new Judgement.CandidateJudgement(ALL_SILENT, Map.of());

    /** What is said where no row speaks. */
    static final Speakers NONE = new Speakers(List.of());

    private final OfLayer[] layers;

    /**
     * @param speaking the rows that speak in the layer
     * @param allowing those of them that allow the candidate; a "no" of the same row weighs more
     * @param speaks whether there is any that speaks
     * @param hasAllowing whether there is any that allows
     */
    private record OfLayer(Layer layer, Bits speaking, Bits allowing, boolean speaks, boolean hasAllowing) {}

    private Speakers(List<OfLayer> layers) {
        this.layers = layers.toArray(OfLayer[]::new);
    }

    /**
     * @param files only rows of these speak
     * @param selected which selectors mean the candidate
     */
    static Speakers of(Scope scope, Predicate<Entry> files, Predicate<ActionSelector> selected) {
        List<OfLayer> layers = new ArrayList<>();
        for (Layer layer : LAYERS) {
            Round round = layer == Layer.ELIGIBILITY ? scope.eligibility() : scope.rest();
            Bits speaking = Bits.none(round.size());
            Bits allowing = Bits.none(round.size());
            for (Entry entry : round.entries()) {
                Boolean said = files.test(entry) ? said(entry, layer, selected) : null;
                if (said != null) {
                    speaking.set(entry.place());
                    if (said) {
                        allowing.set(entry.place());
                    }
                }
            }
            layers.add(new OfLayer(layer, speaking, allowing, !speaking.isEmpty(), !allowing.isEmpty()));
        }
        return new Speakers(List.copyOf(layers));
    }

    /** Whether a row says anything about candidates. */
    static boolean speaks(Entry entry) {
        for (Consequence consequence : entry.consequences()) {
            if (consequence instanceof Consequence.ActionVerdict) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Boolean said(Entry entry, Layer layer, Predicate<ActionSelector> selected) {
        @Nullable Boolean said = null;
        for (Consequence consequence : entry.consequences()) {
            if (consequence instanceof Consequence.ActionVerdict verdict
                    && verdict.layer() == layer
                    && selected.test(verdict.actions())) {
                said = verdict.allowed() && (said == null || said);
            }
        }
        return said;
    }

    /**
     * Whether some layer stops the candidate, without the words: what {@link #judge} says in detail.
     *
     * @param degraded takes the code of a table of which only one row may be hit and more were
     */
    boolean stop(RowFact eligibility, RowFact rest, SortedSet<String> degraded) {
        for (int layer = 0; layer < layers.length; layer++) {
            OfLayer asked = layers[layer];
            if (stops(asked, asked.layer() == Layer.ELIGIBILITY ? eligibility : rest, degraded)) {
                return true;
            }
        }
        return false;
    }

    private static boolean stops(OfLayer asked, RowFact fact, SortedSet<String> degraded) {
        if (!asked.speaks()) {
            return false;
        }
        Round round = fact.round();
        boolean isSpokenOf = false;
        boolean isForbidden = false;
        for (int place = round.firstCounting(asked.speaking(), fact);
                place >= 0;
                place = round.nextCounting(asked.speaking(), fact, place, degraded)) {
            isSpokenOf = true;
            isForbidden |= !asked.allowing().has(place);
        }
        return isSpokenOf ? isForbidden : asked.hasAllowing() && Trace.isAnyValid(fact, asked.allowing());
    }

    /** What is said of the candidate. */
    Judgement.CandidateJudgement judge(RowFact eligibility, RowFact rest) {
        List<Verdict> verdicts = ask(eligibility, rest, new TreeSet<>());
        return verdicts == ALL_SILENT ? UNSPOKEN_OF : new Judgement.CandidateJudgement(verdicts, Map.of());
    }

    List<Verdict> ask(RowFact eligibility, RowFact rest, SortedSet<String> degraded) {
        Verdict[] verdicts = new Verdict[LAYERS.length];
        boolean silent = true;
        for (int layer = 0; layer < layers.length; layer++) {
            OfLayer asked = layers[layer];
            Verdict verdict = ask(asked, asked.layer() == Layer.ELIGIBILITY ? eligibility : rest, degraded);
            verdicts[layer] = verdict;
            silent &= verdict == ALL_SILENT.get(layer);
            if (!(verdict instanceof Verdict.Passed)) {
                return List.of(Arrays.copyOf(verdicts, layer + 1));
            }
        }
        return silent ? ALL_SILENT : List.of(verdicts);
    }

    private static Verdict ask(OfLayer asked, RowFact fact, SortedSet<String> degraded) {
        List<Entry> counting = fact.round().counting(asked.speaking(), fact, degraded);
        if (counting.isEmpty()) {
            Entry nearest = asked.hasAllowing() ? Trace.nearest(fact, asked.allowing()) : null;
            return nearest == null
                    ? ALL_SILENT.get(asked.layer().ordinal())
                    : new Verdict.NotAllowed(asked.layer(), Trace.missed(nearest, fact));
        }
        for (int each = 0; each < counting.size(); each++) {
            Entry entry = counting.get(each);
            if (!asked.allowing().has(entry.place())) {
                return new Verdict.Forbidden(asked.layer(), Trace.fired(entry, fact));
            }
        }
        return new Verdict.Passed(asked.layer(), Trace.fired(counting, fact));
    }
}
