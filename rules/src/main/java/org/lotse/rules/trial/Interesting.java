package org.lotse.rules.trial;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.lotse.engine.term.Source;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.TermType;
import org.lotse.engine.term.Value;
import org.lotse.rules.model.Condition;
import org.lotse.rules.model.Operand;
import org.lotse.rules.model.Promise;
import org.lotse.rules.model.Rule;
import org.lotse.rules.read.RuleContent;
import org.lotse.rules.read.ValueReader;

/** Per term that rules read the values at which something changes: on, just above and just below each line drawn. */
final class Interesting {
    private static final double[] PLAIN = {0, 1, 2, 5, 10, 100, 10_000};

    private final Map<TermKey, List<Value>> values = new HashMap<>();
    private final Map<TermKey, Term> terms;

    Interesting(RuleContent content, SubjectType subject) {
        Map<TermKey, Set<Value>> lines = lines(content, subject);
        this.terms = content.vocabulary().terms(subject);
        terms.forEach((key, term) -> {
            if (lines.containsKey(key) && !(term.source() instanceof Source.Rules)) {
                values.put(key, of(term, lines.get(key)));
            }
        });
    }

    /** The terms that can be given a value. */
    Set<TermKey> terms() {
        return values.keySet();
    }

    /** The values of a term worth trying; none for a term that rules conclude. */
    List<Value> of(TermKey term) {
        return values.getOrDefault(term, List.of());
    }

    /** Those of a term's values that are near the lines some tests of it draw: a term can have thousands of others. */
    List<Value> near(TermKey key, List<Condition.Test> tests) {
        Term term = terms.get(key);
        if (term == null || !values.containsKey(key)) {
            return List.of();
        }
        Set<Value> lines = new LinkedHashSet<>();
        tests.forEach(test -> fixed(test).forEach(lines::add));
        return of(term, lines);
    }

    private static Stream<Value> fixed(Condition.Test test) {
        return test.operands().stream()
                .flatMap(operand -> operand instanceof Operand.Fixed(Value value) ? Stream.of(value) : Stream.empty());
    }

    private static Map<TermKey, Set<Value>> lines(RuleContent content, SubjectType subject) {
        Map<TermKey, Set<Value>> lines = new HashMap<>();
        Stream<Rule> rules = content.files().stream()
                .filter(file -> file.subject().equals(subject))
                .flatMap(file -> file.rules().stream());
        List<Condition> conditions = new ArrayList<>();
        rules.forEach(rule -> {
            conditions.add(rule.condition());
            rule.reads().stream()
                    .filter(path -> path.scope().isEmpty())
                    .forEach(path -> lines.computeIfAbsent(path.key(), ignored -> new LinkedHashSet<>()));
        });
        content.promises().stream()
                .filter(promise -> promise.subject().equals(subject))
                .map(Promise::condition)
                .forEach(conditions::add);
        conditions.stream()
                .flatMap(condition -> condition.tests().stream())
                .filter(test -> test.term().scope().isEmpty())
                .forEach(test -> {
                    Set<Value> of = lines.computeIfAbsent(test.term().key(), ignored -> new LinkedHashSet<>());
                    fixed(test).forEach(of::add);
                });
        content.catalogue().channels().values().stream()
                .flatMap(channel -> channel.consentTerm().stream())
                .forEach(term -> lines.computeIfAbsent(term, ignored -> new LinkedHashSet<>()));
        return lines;
    }

    private static List<Value> of(Term term, Set<Value> lines) {
        return switch (term.type()) {
            case YES_NO -> List.of(Value.of(true), Value.of(false));
            case CHOICE -> term.values().keySet().stream().map(Value::choice).toList();
            case TEXT, DATE -> List.copyOf(lines);
            default -> numbers(term, lines);
        };
    }

    private static List<Value> numbers(Term term, Set<Value> lines) {
        double lowest = term.range().map(Term.Range::lowest).orElse(ValueReader.naturalLowest(term.type()));
        double highest = term.range().map(Term.Range::highest).orElse(ValueReader.naturalHighest(term.type()));
        TreeSet<Double> numbers = new TreeSet<>();
        for (double plain : PLAIN) {
            numbers.add(plain);
        }
        numbers.add(lowest);
        numbers.add(highest);
        for (Value line : lines) {
            if (line instanceof Value.Num(double number)) {
                double step = term.type() == TermType.COUNT ? 1 : Math.max(1e-3, Math.abs(number) * 1e-3);
                numbers.add(number);
                numbers.add(number + step);
                numbers.add(number - step);
            }
        }
        return numbers.stream()
                .filter(number -> Double.isFinite(number) && lowest <= number && number <= highest)
                .map(number -> Value.of((double) number))
                .toList();
    }
}
