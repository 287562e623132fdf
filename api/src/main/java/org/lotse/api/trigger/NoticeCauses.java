package org.lotse.api.trigger;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.lotse.api.events.RecordEvents;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.Event;
import org.lotse.engine.trigger.Trigger;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notices why something should be decided: events in the transaction that stores them, times and silences by looking. */
@Component
class NoticeCauses {
    private final RuleSets ruleSets;
    private final JdbcTriggers triggers;
    private final TriggerSettings settings;
    private final Clock clock;

    NoticeCauses(RuleSets ruleSets, JdbcTriggers triggers, TriggerSettings settings, Clock clock) {
        this.ruleSets = ruleSets;
        this.triggers = triggers;
        this.settings = settings;
        this.clock = clock;
    }

    /** Each new event that a trigger waits for is noted once, with the event. */
    @EventListener
    void happened(RecordEvents.Recorded recorded) {
        List<Trigger> all = ruleSets.active().triggers();
        if (all.isEmpty()) {
            return;
        }
        Instant oldest = clock.instant().minus(settings.fresh());
        for (Event event : recorded.events()) {
            if (event.time().isAfter(oldest)) {
                for (Trigger trigger : all) {
                    if (trigger.cause() instanceof Trigger.OnEvent(String type, Map<String, String> where)
                            && type.equals(event.type())
                            && matches(where, event)) {
                        triggers.note(trigger.key(), "event " + event.id(), event.subject(), event.time());
                    }
                }
            }
        }
    }

    private static boolean matches(Map<String, String> where, Event event) {
        return where.entrySet().stream().allMatch(wanted -> {
            Object value = event.data().get(wanted.getKey());
            return value != null && value.toString().equalsIgnoreCase(wanted.getValue());
        });
    }

    /** Notes the slots of the calendar that have begun since the last look. A trigger never seen before waits for its next. */
    @Transactional
    public void timesCome() {
        RuleSet rules = ruleSets.active();
        ZoneId zone = rules.settings().zone();
        Instant now = clock.instant();
        rules.triggers().forEach(trigger -> {
            if (trigger.cause() instanceof Trigger.Every(var rhythm)) {
                Instant slot = rhythm.slot(now, zone);
                if (triggers.isNewSlot(trigger.key(), slot)) {
                    triggers.note(trigger.key(), "time " + slot, null, slot);
                }
            }
        });
    }

    /** Notes whose last event of a kind is longer ago than a trigger waits; each silence once. */
    @Transactional
    public void silencesBegun() {
        RuleSet rules = ruleSets.active();
        Instant now = clock.instant();
        rules.triggers().forEach(trigger -> {
            if (trigger.cause() instanceof Trigger.AbsenceOf(String event, var silence)) {
                triggers.noteSilences(
                        trigger.key(),
                        event,
                        silence.before(now, rules.settings().zone()),
                        now);
            }
        });
    }
}
