package org.lotse.rules.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.TermPath;

/**
 * In which order rules about one subject (and one kind of candidates, if they are about candidates) can be asked, so
 * that every term is concluded before it is read. A table of which one row wins is asked as a whole, other rules one by
 * one.
 */
public final class RuleOrder {
    private final Map<TermKey, Set<TermKey>> reads = new LinkedHashMap<>();
    private final Map<TermKey, Integer> levels = new HashMap<>();
    private final List<TermKey> open = new ArrayList<>();
    private Optional<List<TermKey>> circle = Optional.empty();

    private RuleOrder() {}

    /** The order of all rules about this subject alone, or about it and a candidate of the given type. */
    public static RuleOrder of(List<RuleFile> files, SubjectType subject, Optional<SubjectType> candidate) {
        RuleOrder order = new RuleOrder();
        files.stream()
                .filter(file ->
                        file.subject().equals(subject) && file.candidate().equals(candidate))
                .forEach(order::add);
        List.copyOf(order.reads.keySet()).forEach(order::level);
        return order;
    }

    /** The round in which a term is concluded, from 0. */
    public int levelOf(TermKey term) {
        return levels.getOrDefault(term, 0);
    }

    /** How many rounds conclude terms. */
    public int levels() {
        return levels.values().stream().mapToInt(level -> level + 1).max().orElse(0);
    }

    /** Terms that need each other, if there are any. */
    public Optional<List<TermKey>> circle() {
        return circle;
    }

    private void add(RuleFile file) {
        boolean asWhole = file.hitPolicy() == HitPolicy.FIRST || file.hitPolicy() == HitPolicy.UNIQUE;
        if (asWhole) {
            add(file.rules());
        } else {
            file.rules().forEach(rule -> add(List.of(rule)));
        }
    }

    private void add(List<Rule> unit) {
        Set<TermKey> read = new LinkedHashSet<>();
        Set<TermKey> written = new LinkedHashSet<>();
        for (Rule rule : unit) {
            rule.reads().stream()
                    .filter(path -> path.scope().isEmpty())
                    .map(TermPath::key)
                    .forEach(read::add);
            written.addAll(written(rule));
        }
        written.forEach(term ->
                reads.computeIfAbsent(term, ignored -> new LinkedHashSet<>()).addAll(read));
    }

    /** The terms a rule writes. */
    public static Set<TermKey> written(Rule rule) {
        Set<TermKey> written = new LinkedHashSet<>();
        for (Consequence consequence : rule.consequences()) {
            switch (consequence) {
                case Consequence.SetTerm set -> written.add(set.term());
                case Consequence.AddPoints add -> written.add(add.term());
                default -> {}
            }
        }
        return written;
    }

    private int level(TermKey term) {
        Integer known = levels.get(term);
        if (known != null) {
            return known;
        }
        if (open.contains(term)) {
            circle = Optional.of(List.copyOf(open.subList(open.indexOf(term), open.size())));
            return 0;
        }
        open.add(term);
        int level = 0;
        for (TermKey read : reads.getOrDefault(term, Set.of())) {
            if (reads.containsKey(read)) {
                level = Math.max(level, level(read) + 1);
            }
        }
        open.removeLast();
        levels.put(term, level);
        return level;
    }
}
