package org.lotse.api.trigger;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.decision.Subjects;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.DecisionDeclaration;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.trigger.Trigger;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds out about whom a cause makes decide: the subject of the event itself, what it is linked to, or everybody linked to
 * it (who lives where snow is forecast); without an event everybody.
 */
@Component
class SpreadCauses {
    private final RuleSets ruleSets;
    private final Subjects subjects;
    private final JdbcTriggers triggers;
    private final Clock clock;

    SpreadCauses(RuleSets ruleSets, Subjects subjects, JdbcTriggers triggers, Clock clock) {
        this.ruleSets = ruleSets;
        this.subjects = subjects;
        this.triggers = triggers;
        this.clock = clock;
    }

    /** Spreads one cause. @return whether there was one */
    @Transactional
    public boolean spreadNext() {
        Optional<JdbcTriggers.Cause> next = triggers.nextCause();
        next.ifPresent(cause -> {
            RuleSet rules = ruleSets.active();
            rules.triggers().stream()
                    .filter(trigger -> trigger.key().equals(cause.trigger()))
                    .findFirst()
                    .ifPresent(trigger -> spread(cause, trigger, rules));
            triggers.spread(cause);
        });
        return next.isPresent();
    }

    private void spread(JdbcTriggers.Cause cause, Trigger trigger, RuleSet rules) {
        DecisionDeclaration decision = rules.vocabulary().decisions().get(trigger.decision());
        if (decision == null) {
            throw new IllegalStateException("The trigger " + trigger.key() + " asks for the decision \""
                    + trigger.decision() + "\", which the active vocabulary does not declare.");
        }
        SubjectType wanted = decision.subject();
        if (cause.subject().isEmpty()) {
            triggers.runForAll(cause, wanted);
            return;
        }
        SubjectId about = cause.subject().get();
        if (about.type().equals(wanted)) {
            triggers.runFor(cause, about);
            return;
        }
        subjects.find(about, clock.instant())
                .ifPresent(state -> state.links().values().stream()
                        .filter(linked -> linked.type().equals(wanted))
                        .forEach(linked -> triggers.runFor(cause, linked)));
        Map<String, SubjectType> links = rules.vocabulary().links().getOrDefault(wanted, Map.of());
        links.forEach((link, target) -> {
            if (target.equals(about.type())) {
                triggers.runForLinked(cause, wanted, link, about);
            }
        });
    }
}
