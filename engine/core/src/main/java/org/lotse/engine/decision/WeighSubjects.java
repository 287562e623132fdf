package org.lotse.engine.decision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.lotse.engine.arbitration.Exploration;
import org.lotse.engine.arbitration.Factors;
import org.lotse.engine.rule.CandidateRef;
import org.lotse.engine.rule.Judgement;
import org.lotse.engine.term.DecisionDeclaration;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Terms;

/** Weighs candidates that are subjects: which jurist gets the claim. Nothing is explored, the declared value counts. */
final class WeighSubjects {
    private final Inputs inputs;

    WeighSubjects(Inputs inputs) {
        this.inputs = inputs;
    }

    Decision weigh(DecisionDeclaration.AmongSubjects declaration, Judgement judgement, RandomGenerator random) {
        List<Decision.Ranked> worthwhile = new ArrayList<>();
        List<Decision.NotChosen> notChosen = new ArrayList<>();
        inputs.candidates().forEach((subject, terms) -> {
            CandidateRef candidate = new CandidateRef.OfSubject(subject);
            Judgement.CandidateJudgement judged = Optional.ofNullable(
                            judgement.candidates().get(candidate))
                    .orElseGet(() -> new Judgement.CandidateJudgement(List.of(), Map.of()));
            judged.stoppedBy()
                    .ifPresentOrElse(
                            verdict -> notChosen.add(new Decision.NotChosen(candidate, new Rejection.ByRules(verdict))),
                            () -> value(declaration, candidate, terms, judged, worthwhile, notChosen));
        });
        int[] order = new int[worthwhile.size()];
        Arrays.setAll(order, each -> each);
        double[] priorities =
                worthwhile.stream().mapToDouble(one -> one.factors().priority()).toArray();
        Ranking ranking = Ranking.of(order, priorities, each -> Exploration.NONE, each -> 0, random);
        List<Decision.Ranked> ranked =
                Arrays.stream(ranking.order()).mapToObj(worthwhile::get).toList();
        List<Decision.Ranked> chosen = ranked.subList(0, Math.min(inputs.limit(), ranked.size()));
        for (int rank = chosen.size(); rank < ranked.size(); rank++) {
            notChosen.add(outranked(ranked.get(rank), rank, chosen.getLast()));
        }
        return new Decision(
                judgement,
                chosen,
                List.of(new Decision.Place("", 0, chosen.size(), ranking.probability(), false)),
                notChosen,
                List.of(),
                Optional.empty(),
                Map.of());
    }

    private static Decision.NotChosen outranked(Decision.Ranked loser, int rank, Decision.Ranked last) {
        return new Decision.NotChosen(
                loser.candidate(),
                new Rejection.Outranked(
                        rank + 1,
                        last.candidate().toString(),
                        last.factors().priority(),
                        loser.channel(),
                        loser.factors()));
    }

    private void value(
            DecisionDeclaration.AmongSubjects declaration,
            CandidateRef candidate,
            Terms candidateTerms,
            Judgement.CandidateJudgement judged,
            List<Decision.Ranked> worthwhile,
            List<Decision.NotChosen> notChosen) {
        Function<TermPath, OptionalDouble> numbers =
                path -> CandidateNumbers.of(path, inputs.terms(), candidateTerms, judged);
        OptionalDouble value = declaration.value().evaluate(numbers);
        if (value.isPresent()) {
            worthwhile.add(new Decision.Ranked(candidate, Optional.empty(), Factors.ofValue(value.getAsDouble())));
        } else {
            notChosen.add(new Decision.NotChosen(
                    candidate,
                    new Rejection.ValueUnknown(declaration.value().terms().stream()
                            .filter(term -> numbers.apply(term).isEmpty())
                            .toList())));
        }
    }
}
