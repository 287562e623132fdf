package org.lotse.api.trigger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.lotse.api.contact.ContactWords;
import org.lotse.api.decision.Deciding;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.problem.ProblemKind;
import org.lotse.api.webhook.Webhooks;
import org.lotse.engine.decision.DecisionRecord;
import org.lotse.engine.decision.JudgeSubject;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.rule.Segment;
import org.lotse.engine.term.DecisionDeclaration;
import org.lotse.engine.trigger.Trigger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes one decision nobody asked for. Locking the run, reserving the contact, telling other systems and settling the run
 * are one transaction: after a crash either all of it has happened or none, and the run is taken again.
 */
@Component
class RunTrigger {
    private static final Logger LOG = LoggerFactory.getLogger(RunTrigger.class);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final JdbcTriggers triggers;
    private final RuleSets ruleSets;
    private final JudgeSubject judge;
    private final Deciding deciding;
    private final ContactWords words;
    private final Webhooks webhooks;
    private final TriggerSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Locale locale;

    RunTrigger(
            JdbcTriggers triggers,
            RuleSets ruleSets,
            JudgeSubject judge,
            Deciding deciding,
            ContactWords words,
            Webhooks webhooks,
            TriggerSettings settings,
            PlatformTransactionManager transactions,
            Clock clock,
            @Value("${spring.web.locale:en}") Locale locale) {
        this.triggers = triggers;
        this.ruleSets = ruleSets;
        this.judge = judge;
        this.deciding = deciding;
        this.words = words;
        this.webhooks = webhooks;
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.locale = locale;
    }

    /** Takes one run that is due. @return whether there was one */
    boolean runNext() {
        AtomicReference<JdbcTriggers.@Nullable Run> taken = new AtomicReference<>();
        try {
            transaction.executeWithoutResult(status -> triggers.nextRun().ifPresent(run -> {
                taken.set(run);
                triggers.settle(run, outcome(run));
            }));
        } catch (RuntimeException failure) {
            JdbcTriggers.Run run = taken.get();
            if (run == null) {
                throw failure;
            }
            transaction.executeWithoutResult(status -> later(run, failure));
        }
        return taken.get() != null;
    }

    private void later(JdbcTriggers.Run run, RuntimeException failure) {
        String why = failure.getClass().getSimpleName();
        if (run.attempts() + 1 >= settings.attempts()) {
            LOG.warn("The run {} of the trigger {} failed for good", run.id(), run.trigger(), failure);
            triggers.settle(run, new JdbcTriggers.Outcome("FAILED", null, null, why));
        } else {
            Duration pause = settings.firstPause().multipliedBy(1L << Math.min(run.attempts(), 16));
            Instant next = clock.instant().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
            triggers.again(run, next, why);
        }
    }

    private JdbcTriggers.Outcome outcome(JdbcTriggers.Run run) {
        RuleSet rules = ruleSets.active();
        Optional<Trigger> trigger = rules.triggers().stream()
                .filter(each -> each.key().equals(run.trigger()))
                .findFirst();
        if (trigger.isEmpty()) {
            return JdbcTriggers.Outcome.of("WITHDRAWN");
        }
        Optional<Segment> segment = trigger.get()
                .segment()
                .flatMap(name -> rules.segments().stream()
                        .filter(each -> each.name().equals(name))
                        .findFirst());
        if (segment.isPresent() && !judge.isMember(run.subject(), segment.get(), clock.instant(), rules)) {
            return JdbcTriggers.Outcome.of("NOT_IN_SEGMENT");
        }
        try {
            DecisionRecord record = deciding.decideOutbound(
                    trigger.get().decision(), run.subject(), trigger.get().channel());
            return told(run, trigger.get(), record, rules);
        } catch (ProblemException refused) {
            if (refused.kind().equals(ProblemKind.UNAVAILABLE)) {
                throw refused;
            }
            return new JdbcTriggers.Outcome(
                    "NOTHING", null, null, refused.kind().key());
        }
    }

    private JdbcTriggers.Outcome told(JdbcTriggers.Run run, Trigger trigger, DecisionRecord record, RuleSet rules) {
        DecisionDeclaration decision = rules.vocabulary().decisions().get(trigger.decision());
        if (record.contactId().isPresent()) {
            String contact = record.contactId().get();
            ObjectNode answer = deciding.worded(record, locale);
            JsonNode first = answer.get("actions").get(0);
            Optional<Instant> due = trigger.hold()
                    .map(hold ->
                            hold.after(record.inputs().at(), rules.settings().zone()));
            words.add(contact, trigger.key(), first.get("say"), due);
            webhooks.tell("org.lotse.contact.due", contact, run.subject(), contact(contact, trigger, answer, first));
            return new JdbcTriggers.Outcome("CONTACT", record.id(), contact, null);
        }
        if (decision instanceof DecisionDeclaration.AmongActions) {
            return new JdbcTriggers.Outcome("NOTHING", record.id(), null, null);
        }
        ObjectNode answer = deciding.worded(record, locale);
        answer.put("trigger", trigger.key());
        webhooks.tell("org.lotse.decision.taken", record.id(), run.subject(), answer);
        return new JdbcTriggers.Outcome("DECIDED", record.id(), null, null);
    }

    private static ObjectNode contact(String contact, Trigger trigger, ObjectNode answer, JsonNode first) {
        ObjectNode data = answer.objectNode()
                .put("contactId", contact)
                .put("trigger", trigger.key())
                .put("decisionId", answer.get("decisionId").asString())
                .put("action", first.get("action").asString())
                .put("channel", first.path("channel").asString(""));
        data.set("subject", answer.get("subject"));
        if (first.has("say")) {
            data.set("say", first.get("say"));
        }
        return data;
    }
}
