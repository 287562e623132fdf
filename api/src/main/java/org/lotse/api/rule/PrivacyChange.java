package org.lotse.api.rule;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.Term;

/** Which terms and actions change what they may be used for: that takes a right of its own to approve. */
final class PrivacyChange {
    private PrivacyChange() {}

    /** The keys of what changes: terms with other purposes or sensitivity, actions with another purpose. */
    static SortedSet<String> between(RuleSet before, RuleSet after) {
        Map<String, Object> was = uses(before);
        SortedSet<String> changed = new TreeSet<>();
        uses(after).forEach((key, use) -> {
            if (was.containsKey(key) && !Objects.equals(was.get(key), use)) {
                changed.add(key);
            }
        });
        return changed;
    }

    private record TermUse(Object purposes, boolean sensitive) {}

    private static Map<String, Object> uses(RuleSet rules) {
        Map<String, Object> uses = new HashMap<>();
        rules.vocabulary()
                .subjects()
                .forEach((type, subject) ->
                        subject.terms().values().forEach(term -> uses.put(type + "." + term.key(), use(term))));
        rules.catalogue().actions().forEach((key, action) -> uses.put("action " + key, action.purpose()));
        return uses;
    }

    private static TermUse use(Term term) {
        return new TermUse(term.purposes(), term.sensitive());
    }
}
