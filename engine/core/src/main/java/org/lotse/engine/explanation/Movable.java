package org.lotse.engine.explanation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.lotse.engine.action.ActionKey;
import org.lotse.engine.calculation.Calculation;
import org.lotse.engine.rule.CandidateRef;
import org.lotse.engine.rule.Layer;
import org.lotse.engine.rule.Operator;
import org.lotse.engine.rule.Questions;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.DecisionDeclaration;
import org.lotse.engine.term.Reading;
import org.lotse.engine.term.Source;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Terms;
import org.lotse.engine.term.Value;

/**
 * Which terms may be moved to turn a decision, and what they are compared with: those that rules, promises, consents,
 * percentiles or the value of a candidate read, directly or through calculations, and that follow from no other.
 */
final class Movable {
    private final RuleSet rules;
    private final SubjectType type;
    private final Questions questions;
    private final Follow follow;
    private final Set<TermPath> asked = new TreeSet<>();
    private final Set<TermPath> gradual = new TreeSet<>();

    Movable(RuleSet rules, DecisionDeclaration declaration, Follow follow) {
        this.rules = rules;
        this.type = declaration.subject();
        this.questions = rules.questions(type);
        this.follow = follow;
        questions.comparisons().forEach(comparison -> {
            asked.add(comparison.term());
            asked.addAll(comparison.terms());
            comparison.calculations().forEach(calculation -> asked.addAll(calculation.terms()));
        });
        gradual.addAll(questions.reads());
        questions.comparisons().forEach(comparison -> {
            gradual.addAll(comparison.terms());
            comparison.calculations().forEach(calculation -> gradual.addAll(calculation.terms()));
        });
        switch (declaration) {
            case DecisionDeclaration.AmongActions ignored -> actions();
            case DecisionDeclaration.AmongSubjects among ->
                asked.addAll(among.value().terms());
            case DecisionDeclaration.ByRules ignored -> {}
        }
        asked.addAll(gradual);
        grow(asked, this::calculatedFrom);
        asked.forEach(path -> gradual.addAll(calculatedFrom(path)));
        grow(gradual, this::calculatedFrom);
    }

    private void actions() {
        rules.catalogue().actions().values().forEach(action -> {
            gradual.addAll(action.economics().value().terms());
            action.byChannel()
                    .values()
                    .forEach(each -> gradual.addAll(each.value().terms()));
        });
        rules.catalogue()
                .channels()
                .values()
                .forEach(channel -> channel.consentTerm().ifPresent(term -> asked.add(TermPath.of(term))));
    }

    /** What calculated terms and percentiles are made of. */
    private static void grow(Set<TermPath> terms, Function<TermPath, Set<TermPath>> from) {
        boolean grows = true;
        while (grows) {
            Set<TermPath> more = new LinkedHashSet<>();
            terms.forEach(path -> more.addAll(from.apply(path)));
            grows = terms.addAll(more);
        }
    }

    /** The terms of what was read that may be moved, with their declarations; of a candidate when one is named. */
    Map<TermPath, Term> terms(Terms read, Optional<SubjectId> candidate) {
        Map<TermPath, Term> movable = new LinkedHashMap<>();
        for (TermPath path : asked) {
            boolean there = read.readings().containsKey(path);
            if (there && !(candidate.isEmpty() && follow.follows(path))) {
                rules.vocabulary().term(type, path).ifPresent(term -> movable.put(path, term));
            }
        }
        return movable;
    }

    /** Everything these terms follow from: by rules, calculations or rank; themselves included. */
    Set<TermPath> behind(Set<TermPath> terms) {
        Set<TermPath> all = new LinkedHashSet<>(terms);
        grow(all, path -> {
            Set<TermPath> from = new LinkedHashSet<>(questions.concludedFrom().getOrDefault(path, Set.of()));
            from.addAll(calculatedFrom(path));
            return from;
        });
        return all;
    }

    /** Whether a figure counts otherwise than by being compared. */
    boolean isGradual(TermPath path) {
        return gradual.contains(path);
    }

    private Set<TermPath> calculatedFrom(TermPath path) {
        Optional<Term> term = path.scope().isEmpty() ? rules.vocabulary().term(type, path.key()) : Optional.empty();
        return switch (term.map(Term::source).orElse(null)) {
            case Source.Calculated(Calculation calculation) -> calculation.terms();
            case Source.Percentile(var of) -> Set.of(TermPath.of(of));
            case null, default -> Set.of();
        };
    }

    /** Whether a term is itself among those that may be moved. */
    boolean isMovable(TermPath path, Situation situation, Optional<SubjectId> candidate) {
        boolean own = candidate
                .map(id -> situation.inputs().candidates().get(id))
                .filter(terms -> terms.readings().containsKey(path))
                .isPresent();
        return own
                || situation.inputs().terms().readings().containsKey(path)
                        && asked.contains(path)
                        && !follow.follows(path);
    }

    /** The figures a term is compared with, given all terms read and concluded. */
    Set<Double> borders(TermPath path, Terms known, LocalDate today) {
        Set<Double> borders = new TreeSet<>();
        for (Questions.Asked comparison : questions.comparisons()) {
            if (comparison.term().equals(path)) {
                for (Value value : comparison.fixed()) {
                    border(comparison.operator(), value, today).ifPresent(borders::add);
                }
                comparison.terms().forEach(other -> number(known, other).ifPresent(borders::add));
                comparison
                        .calculations()
                        .forEach(each -> each.evaluate(known::number).ifPresent(borders::add));
            } else if (comparison.terms().contains(path)) {
                number(known, comparison.term()).ifPresent(borders::add);
            }
        }
        return borders;
    }

    /** The values other than figures a term is compared with. */
    List<Value> values(TermPath path, Term term) {
        Set<Value> values = new LinkedHashSet<>();
        switch (term.type()) {
            case YES_NO -> values.addAll(List.of(Value.of(true), Value.of(false)));
            case CHOICE -> term.values().keySet().forEach(key -> values.add(Value.choice(key)));
            default ->
                questions.comparisons().stream()
                        .filter(comparison -> comparison.term().equals(path))
                        .forEach(comparison -> values.addAll(comparison.fixed()));
        }
        return List.copyOf(values);
    }

    /** Whether any row asks if the term is there at all. */
    boolean asksWhetherMissing(TermPath path) {
        return questions.comparisons().stream()
                .anyMatch(comparison -> comparison.term().equals(path)
                        && (comparison.operator() == Operator.IS_MISSING
                                || comparison.operator() == Operator.IS_GIVEN));
    }

    /** What the worth of a candidate, the consents it needs and the promises it may break depend on. */
    Set<TermPath> worth(CandidateRef candidate) {
        Set<TermPath> terms = new LinkedHashSet<>(questions.promised());
        if (candidate instanceof CandidateRef.OfAction(ActionKey key)) {
            rules.catalogue().action(key).ifPresent(action -> {
                terms.addAll(action.economics().value().terms());
                action.byChannel()
                        .values()
                        .forEach(each -> terms.addAll(each.value().terms()));
                action.channels().stream()
                        .flatMap(channel -> rules.catalogue().channel(channel).stream())
                        .flatMap(channel -> channel.consentTerm().stream())
                        .forEach(term -> terms.add(TermPath.of(term)));
            });
        } else {
            terms.addAll(gradual);
        }
        return terms;
    }

    /** The rows that allow a candidate in a layer. */
    List<Questions.Allowing> allowing(Layer layer, CandidateRef candidate) {
        return questions.allowing().stream()
                .filter(row -> row.layer() == layer)
                .filter(row -> switch (candidate) {
                    case CandidateRef.OfAction(var key) -> row.actions().contains(key);
                    case CandidateRef.OfSubject ignored -> row.actions().isEmpty();
                })
                .toList();
    }

    List<LocalDate> days() {
        return new ArrayList<>(questions.days());
    }

    private static OptionalDouble border(Operator operator, Value value, LocalDate today) {
        return operator == Operator.WITHIN_THE_LAST && value instanceof Value.Num(double days)
                ? OptionalDouble.of(
                        today.minusDays((long) Math.min(days, 1_000_000)).toEpochDay())
                : Axis.number(value);
    }

    private static OptionalDouble number(Terms known, TermPath path) {
        return known.at(path) instanceof Reading.Known(Value value) ? Axis.number(value) : OptionalDouble.empty();
    }
}
