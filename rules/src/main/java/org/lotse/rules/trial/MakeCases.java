package org.lotse.rules.trial;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.lotse.engine.contact.Permissions;
import org.lotse.engine.rule.Operator;
import org.lotse.engine.rule.Settings;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Value;
import org.lotse.rules.model.Condition;
import org.lotse.rules.model.Consequence;
import org.lotse.rules.model.Operand;
import org.lotse.rules.model.Rule;
import org.lotse.rules.model.RuleFile;
import org.lotse.rules.promise.ConditionHolds;
import org.lotse.rules.read.RuleContent;

/**
 * Makes cases for one kind of subject: for every row some that meet its conditions, backwards through the rows that
 * conclude what it reads, and some at random. The same seed gives the same cases.
 */
final class MakeCases {
    private static final int DEEP = 4;
    private static final double MISSING = 0.25;

    private final SubjectType subject;
    /** The rows, taken from the files in turn, so that a long table does not keep the others from being met. */
    private final List<Rule> rules;

    private final Map<TermKey, List<Rule>> writers = new HashMap<>();
    private final Interesting interesting;
    private final RandomGenerator random;
    private final Instant at;
    private final ZoneId zone;
    private int made;

    MakeCases(RuleContent content, SubjectType subject, Instant at, long seed) {
        this.subject = subject;
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        this.rules = inTurn(content.files().stream()
                .filter(file ->
                        file.subject().equals(subject) && file.candidate().isEmpty())
                .map(RuleFile::rules)
                .toList());
        for (Rule rule : rules) {
            rule.consequences().stream()
                    .flatMap(consequence -> written(consequence).stream())
                    .distinct()
                    .forEach(term -> writers.computeIfAbsent(term, ignored -> new ArrayList<>())
                            .add(rule));
        }
        this.interesting = new Interesting(content, subject);
        this.at = at;
        this.zone = content.settings().map(Settings::zone).orElseThrow();
    }

    private List<Rule> inTurn(List<List<Rule>> files) {
        List<List<Rule>> shuffled = files.stream()
                .map(rows -> {
                    List<Rule> some = new ArrayList<>(rows);
                    Collections.shuffle(some, random);
                    return some;
                })
                .toList();
        int longest = files.stream().mapToInt(List::size).max().orElse(0);
        return IntStream.range(0, longest)
                .boxed()
                .flatMap(row ->
                        shuffled.stream().filter(rows -> row < rows.size()).map(rows -> rows.get(row)))
                .toList();
    }

    /** So many cases: each row met twice or more while four fifths of them last, the others at random. */
    List<TrialCase> make(int count) {
        List<TrialCase> cases = new ArrayList<>();
        int meeting = rules.isEmpty() ? 0 : Math.min(count * 4 / 5, Math.max(count / 2, 2 * rules.size()));
        for (int number = 0; number < meeting; number++) {
            cases.add(meeting(rules.get(number % rules.size())));
        }
        while (cases.size() < count) {
            cases.add(filled(new HashMap<>(), Set.of()));
        }
        return cases;
    }

    private TrialCase meeting(Rule rule) {
        Map<TermKey, Value> values = new LinkedHashMap<>();
        Set<TermKey> missing = new HashSet<>();
        meet(rule.condition(), values, missing, DEEP);
        return filled(values, missing);
    }

    private void meet(Condition condition, Map<TermKey, Value> values, Set<TermKey> missing, int deep) {
        switch (condition) {
            case Condition.Any(List<Condition> parts) -> {
                if (!parts.isEmpty()) {
                    meet(parts.get(random.nextInt(parts.size())), values, missing, deep);
                }
            }
            case Condition.All(List<Condition> parts) -> all(parts, values, missing, deep);
            case Condition.Test test -> all(List.of(test), values, missing, deep);
            default -> {}
        }
    }

    /** Comparisons of the same term are met together. */
    private void all(List<Condition> parts, Map<TermKey, Value> values, Set<TermKey> missing, int deep) {
        Map<TermKey, List<Condition.Test>> byTerm = new LinkedHashMap<>();
        for (Condition part : parts) {
            if (part instanceof Condition.Test test) {
                if (test.term().scope().isEmpty()) {
                    byTerm.computeIfAbsent(test.term().key(), ignored -> new ArrayList<>())
                            .add(test);
                }
            } else {
                meet(part, values, missing, deep);
            }
        }
        byTerm.forEach((term, tests) -> meet(term, tests, values, missing, deep));
    }

    private void meet(
            TermKey term, List<Condition.Test> tests, Map<TermKey, Value> values, Set<TermKey> missing, int deep) {
        if (tests.stream().anyMatch(test -> test.operator() == Operator.IS_MISSING)) {
            missing.add(term);
            return;
        }
        List<Value> of = interesting.of(term);
        if (of.isEmpty()) {
            conclude(term, tests, values, missing, deep);
            return;
        }
        for (Condition.Test test : tests) {
            test.operands().forEach(operand -> other(operand, values));
        }
        List<Value> fitting = fitting(interesting.near(term, tests), term, tests, values);
        if (fitting.isEmpty()) {
            fitting = fitting(of, term, tests, values);
        }
        if (!fitting.isEmpty()) {
            values.putIfAbsent(term, any(fitting));
        }
    }

    private List<Value> fitting(List<Value> of, TermKey term, List<Condition.Test> tests, Map<TermKey, Value> values) {
        return of.stream().filter(value -> holds(tests, term, value, values)).toList();
    }

    /** What a term is compared with needs a value as well. */
    private void other(Operand operand, Map<TermKey, Value> values) {
        if (operand instanceof Operand.OfTerm(TermPath path) && path.scope().isEmpty()) {
            List<Value> of = interesting.of(path.key());
            if (!of.isEmpty()) {
                values.putIfAbsent(path.key(), any(of));
            }
        }
    }

    /** A rule term has the value when a row that sets it so hits. */
    private void conclude(
            TermKey term, List<Condition.Test> tests, Map<TermKey, Value> values, Set<TermKey> missing, int deep) {
        if (deep == 0) {
            return;
        }
        List<Rule> of = writers.getOrDefault(term, List.of());
        int first = of.isEmpty() ? 0 : random.nextInt(of.size());
        IntStream.range(0, of.size())
                .mapToObj(number -> of.get((first + number) % of.size()))
                .filter(rule ->
                        rule.consequences().stream().anyMatch(consequence -> writes(consequence, term, tests, values)))
                .findFirst()
                .ifPresent(rule -> meet(rule.condition(), values, missing, deep - 1));
    }

    private static Optional<TermKey> written(Consequence consequence) {
        return switch (consequence) {
            case Consequence.SetTerm set -> Optional.of(set.term());
            case Consequence.AddPoints add -> Optional.of(add.term());
            default -> Optional.empty();
        };
    }

    private boolean writes(
            Consequence consequence, TermKey term, List<Condition.Test> tests, Map<TermKey, Value> values) {
        return switch (consequence) {
            case Consequence.SetTerm(TermKey key, Operand.Fixed(Value value), String cell) ->
                key.equals(term) && holds(tests, term, value, values);
            case Consequence.SetTerm set -> set.term().equals(term);
            case Consequence.AddPoints add -> add.term().equals(term);
            default -> false;
        };
    }

    private boolean holds(List<Condition.Test> tests, TermKey term, Value value, Map<TermKey, Value> values) {
        return ConditionHolds.of(
                new Condition.All(List.copyOf(tests)),
                path -> path.scope().isPresent()
                        ? Optional.empty()
                        : path.key().equals(term) ? Optional.of(value) : Optional.ofNullable(values.get(path.key())),
                at,
                zone);
    }

    /** The other terms at random; somebody may object, and be known or not. */
    private TrialCase filled(Map<TermKey, Value> values, Set<TermKey> missing) {
        for (TermKey term : interesting.terms()) {
            List<Value> of = interesting.of(term);
            if (!values.containsKey(term)
                    && !missing.contains(term)
                    && !of.isEmpty()
                    && random.nextDouble() > MISSING) {
                values.put(term, any(of));
            }
        }
        Permissions permissions = random.nextInt(5) == 0
                ? new Permissions(Map.of(), Set.of(Purpose.MARKETING), Set.of())
                : Permissions.NONE;
        return new TrialCase(new SubjectId(subject, "case-" + made++), false, values, permissions);
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
