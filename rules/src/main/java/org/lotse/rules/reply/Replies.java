package org.lotse.rules.reply;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lotse.engine.action.ActionKey;
import org.lotse.engine.reply.Occasion;
import org.lotse.engine.reply.Reply;
import org.lotse.engine.term.DecisionDeclaration;
import org.lotse.engine.term.Language;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.Value;
import org.lotse.rules.model.ReplyRule;
import org.lotse.rules.promise.Conditions;

/** The texts of a bundle. Immutable and safe for many threads. */
public final class Replies {
    private static final TermKey INTENT = new TermKey("intent");

    /** Most texts are about an action each: only those of the action said are looked at. */
    private final Map<ActionKey, List<ReplyRule>> byAction = new HashMap<>();

    private final List<ReplyRule> others = new ArrayList<>();
    private final ZoneId zone;

    /**
     * @param rules as read from the bundle
     * @param zone in which days are counted
     */
    public Replies(List<ReplyRule> rules, ZoneId zone) {
        this.zone = zone;
        for (ReplyRule rule : rules) {
            if (rule.reply().about() instanceof Reply.OfAction(var action)) {
                byAction.computeIfAbsent(action, key -> new ArrayList<>()).add(rule);
            } else {
                others.add(rule);
            }
        }
    }

    /**
     * The text that is said: of those that fit and whose values are all there, one in the language wanted before one
     * for any language before another, then the one for the most special case, then the first of the file.
     */
    public Optional<Reply> best(Occasion occasion) {
        return Stream.concat(ofAction(occasion).stream(), ofNoAction(occasion))
                .filter(rule -> Conditions.hold(rule.condition(), occasion.terms(), occasion.at(), zone))
                .filter(rule -> rule.reply().says().stream()
                        .allMatch(path -> occasion.terms().value(path).isPresent()))
                .max(Comparator.<ReplyRule>comparingInt(rule -> language(rule.reply(), occasion.language()))
                        .thenComparingInt(ReplyRule::filled)
                        .thenComparing(
                                rule -> rule.reply().row().row(),
                                Comparator.<Integer>naturalOrder().reversed()))
                .map(ReplyRule::reply);
    }

    private List<ReplyRule> ofAction(Occasion occasion) {
        return occasion.action()
                .map(action -> byAction.getOrDefault(action, List.of()))
                .orElse(List.of());
    }

    private Stream<ReplyRule> ofNoAction(Occasion occasion) {
        if (others.isEmpty()) {
            return Stream.empty();
        }
        Optional<String> intent = occasion.terms().value(INTENT).map(Value::toString);
        return others.stream().filter(rule -> isAbout(rule, occasion, intent));
    }

    private static boolean isAbout(ReplyRule rule, Occasion occasion, Optional<String> intent) {
        return switch (rule.reply().about()) {
            case Reply.OfAction ignored -> false;
            case Reply.OfDecision(var key) ->
                occasion.action().isEmpty() && occasion.decision().key().equals(key);
            case Reply.OfIntent(var subject, var wanted) ->
                occasion.decision() instanceof DecisionDeclaration.ByRules decided
                        && decided.subject().equals(subject)
                        && decided.outputs().contains(INTENT)
                        && (wanted.isEmpty() || wanted.equals(intent));
        };
    }

    private static int language(Reply reply, Language wanted) {
        return reply.language().map(written -> written == wanted ? 2 : 0).orElse(1);
    }
}
