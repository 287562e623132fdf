package org.lotse.rules.drools;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.lotse.engine.action.Action;
import org.lotse.engine.action.ActionKey;
import org.lotse.engine.calculation.Calculation;
import org.lotse.engine.rule.Layer;
import org.lotse.engine.rule.Questions;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Value;
import org.lotse.rules.model.ActionSelector;
import org.lotse.rules.model.Condition;
import org.lotse.rules.model.Consequence;
import org.lotse.rules.model.Operand;
import org.lotse.rules.model.Promise;
import org.lotse.rules.model.Rule;
import org.lotse.rules.model.RuleFile;
import org.lotse.rules.read.RuleContent;

/** Collects what the rows and promises about a subject ask. */
final class AskedAbout {
    private final List<Questions.Asked> comparisons = new ArrayList<>();
    private final List<Questions.Allowing> allowing = new ArrayList<>();
    private final Set<TermPath> reads = new LinkedHashSet<>();
    private final Map<TermPath, Set<TermPath>> concludedFrom = new LinkedHashMap<>();
    private final Set<TermPath> promised = new LinkedHashSet<>();
    private final SortedSet<LocalDate> days = new TreeSet<>();

    private final RuleContent content;

    private AskedAbout(RuleContent content) {
        this.content = content;
    }

    static Questions of(RuleContent content, SubjectType subject) {
        AskedAbout asked = new AskedAbout(content);
        for (RuleFile file : content.files()) {
            if (file.subject().equals(subject)) {
                file.rules().forEach(rule -> asked.add(rule, file.candidate().isEmpty()));
            }
        }
        for (Promise promise : content.promises()) {
            if (promise.subject().equals(subject)) {
                asked.promised.addAll(promise.condition().reads());
                promise.condition().tests().forEach(test -> asked.comparisons.add(asked(test)));
            }
        }
        return new Questions(
                asked.comparisons, asked.allowing, asked.reads, asked.concludedFrom, asked.promised, asked.days);
    }

    private void add(Rule rule, boolean aboutActions) {
        List<Questions.Asked> asked =
                rule.condition().tests().stream().map(AskedAbout::asked).toList();
        comparisons.addAll(asked);
        rule.consequences().forEach(consequence -> {
            reads.addAll(consequence.reads());
            Scope.written(consequence)
                    .ifPresent(term -> concludedFrom
                            .computeIfAbsent(TermPath.of(term), some -> new LinkedHashSet<>())
                            .addAll(rule.reads()));
            if (consequence instanceof Consequence.ActionVerdict(var actions, Layer layer, boolean allowed, var cell)
                    && allowed) {
                allowing.add(
                        new Questions.Allowing(rule.ref(), layer, aboutActions ? matching(actions) : Set.of(), asked));
            }
        });
        rule.validFrom().ifPresent(days::add);
        rule.validUntil().ifPresent(day -> days.add(day.plusDays(1)));
    }

    private Set<ActionKey> matching(ActionSelector selector) {
        return content.catalogue().actions().values().stream()
                .filter(selector::matches)
                .map(Action::key)
                .collect(Collectors.toSet());
    }

    private static Questions.Asked asked(Condition.Test test) {
        List<Value> fixed = new ArrayList<>();
        List<TermPath> terms = new ArrayList<>();
        List<Calculation> calculations = new ArrayList<>();
        for (Operand operand : test.operands()) {
            switch (operand) {
                case Operand.Fixed(Value value) -> fixed.add(value);
                case Operand.OfTerm(TermPath term) -> terms.add(term);
                case Operand.Calculated(Calculation calculation) -> calculations.add(calculation);
            }
        }
        return new Questions.Asked(test.term(), test.operator(), fixed, terms, calculations);
    }
}
