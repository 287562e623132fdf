package org.lotse.engine.decision;

import java.util.ArrayList;
import java.util.List;
import org.lotse.engine.action.Action;
import org.lotse.engine.arbitration.Factors;
import org.lotse.engine.rule.CandidateRef;
import org.lotse.engine.rule.Conclusion;
import org.lotse.engine.rule.Firing;
import org.lotse.engine.rule.Judgement;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.rule.Verdict;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.TermPath;

/** One reason for what was decided; the wording is in the message files. */
public sealed interface Reason {
    /** A rule put the action forward. */
    record PutForward(Firing by) implements Reason {}

    /** A row of the engagement policy allows it. */
    record Allowed(Firing by) implements Reason {}

    /** A row concluded a term of the answer. */
    record Concluded(TermKey term, Firing by) implements Reason {}

    /** No row wrote the term; its default applies. */
    record DefaultApplies(TermKey term) implements Reason {}

    /** How likely acceptance is. */
    record Likely(double propensity, String model) implements Reason {}

    /** How likely acceptance is assumed to be; no model has been trained yet. */
    record AssumedChance(double propensity) implements Reason {}

    /** The offer makes a difference, measured against a control group. */
    record MakesADifference(double uplift) implements Reason {}

    /** The offer is assumed to make a difference; no control group has measured it yet. */
    record AssumedDifference(double uplift) implements Reason {}

    /** What acceptance is worth, and the terms it is calculated from. */
    record Worth(double value, List<TermPath> from) implements Reason {
        public Worth {
            from = List.copyOf(from);
        }
    }

    /** By how much it beats the next best. */
    record Beats(String next, double by) implements Reason {}

    /** It is tried to learn from it, although another is worth more. */
    record Explored(double probability) implements Reason {}

    /** A part is down; the company's fallback action applies. */
    record FallbackApplies() implements Reason {}

    /** The person belongs to the control group, which gets no marketing. */
    record InControlGroup() implements Reason {}

    /** Nothing is worth more than doing nothing. */
    record NothingWorthwhile(int candidates) implements Reason {}

    /** Why a chosen candidate was chosen, the weightiest reason first. */
    static List<Reason> of(Decision decision, int rank, RuleSet rules) {
        Decision.Ranked chosen = decision.ranked().get(rank);
        List<Reason> reasons = new ArrayList<>();
        Decision.Place place = decision.placeOf(rank);
        boolean explored = rank == place.from() && place.explored();
        if (explored) {
            reasons.add(new Explored(place.probability()));
        }
        rows(decision.judgement(), chosen.candidate(), reasons);
        money(decision, chosen, rules, reasons);
        if (rank + 1 < place.until() && !explored) {
            Decision.Ranked next = decision.ranked().get(rank + 1);
            reasons.add(new Beats(
                    next.candidate().toString(),
                    chosen.factors().priority() - next.factors().priority()));
        }
        return List.copyOf(reasons);
    }

    /** Why nothing was chosen. */
    static List<Reason> ofNothing(Decision decision) {
        boolean held = false;
        for (Decision.NotChosen loser : decision.notChosen()) {
            held |= loser.rejection() instanceof Rejection.InControlGroup;
        }
        Reason nothing = new NothingWorthwhile(decision.notChosen().size());
        return held ? List.of(new InControlGroup(), nothing) : List.of(nothing);
    }

    /** Why a rule term has its value. */
    static List<Reason> of(Conclusion conclusion) {
        if (conclusion.because().isEmpty()) {
            return List.of(new DefaultApplies(conclusion.term()));
        }
        List<Reason> reasons = new ArrayList<>();
        conclusion.because().forEach(firing -> reasons.add(new Concluded(conclusion.term(), firing)));
        return List.copyOf(reasons);
    }

    private static void rows(Judgement judgement, CandidateRef candidate, List<Reason> reasons) {
        if (candidate instanceof CandidateRef.OfAction(var key)) {
            judgement.added().getOrDefault(key, List.of()).forEach(firing -> reasons.add(new PutForward(firing)));
        }
        Judgement.CandidateJudgement judged = judgement.candidates().get(candidate);
        if (judged != null) {
            judged.verdicts().forEach(verdict -> {
                if (verdict instanceof Verdict.Passed(var layer, var because)) {
                    because.forEach(firing -> reasons.add(new Allowed(firing)));
                }
            });
            judged.conclusions().values().forEach(conclusion -> reasons.addAll(of(conclusion)));
        }
    }

    private static void money(Decision decision, Decision.Ranked chosen, RuleSet rules, List<Reason> reasons) {
        if (!(chosen.candidate() instanceof CandidateRef.OfAction(var key))) {
            return;
        }
        Factors factors = chosen.factors();
        Action action = rules.catalogue().action(key).orElseThrow();
        var channel = chosen.channel().orElseThrow();
        var prediction = decision.predictions().get(new Decision.Pair(key.value(), channel));
        if (prediction != null) {
            reasons.add(
                    prediction.isAssumed()
                            ? new AssumedChance(prediction.propensity())
                            : new Likely(prediction.propensity(), prediction.model()));
        }
        switch (factors.basis()) {
            case UPLIFT -> reasons.add(new MakesADifference(factors.probability()));
            case ASSUMED_UPLIFT -> reasons.add(new AssumedDifference(factors.probability()));
            case PROPENSITY, CERTAIN -> {}
            case FALLBACK -> {
                reasons.add(new FallbackApplies());
                return;
            }
        }
        reasons.add(new Worth(
                factors.value(), List.copyOf(action.on(channel).value().terms())));
    }
}
