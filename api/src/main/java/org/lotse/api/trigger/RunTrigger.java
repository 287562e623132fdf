package org.lotse.api.trigger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.lotse.api.contact.ContactWords;
import org.lotse.api.contact.JdbcContactLedger;
import org.lotse.api.decision.DecideInBulk;
import org.lotse.api.decision.Deciding;
import org.lotse.api.decision.Seeds;
import org.lotse.api.webhook.Webhooks;
import org.lotse.engine.decision.Answer;
import org.lotse.engine.decision.DecisionRecord;
import org.lotse.engine.decision.DecisionRequest;
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
 * Takes one decision nobody asked for. The run is claimed, its contact is reserved under an order of its own, and telling
 * other systems and settling the run are one transaction: who takes the run again after a crash finds the contact that
 * the order holds and makes no second one.
 */
@Component
class RunTrigger {
    private static final Logger LOG = LoggerFactory.getLogger(RunTrigger.class);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final JdbcTriggers triggers;
    private final RuleSets ruleSets;
    private final JudgeSubject judge;
    private final DecideInBulk decide;
    private final JdbcContactLedger ledger;
    private final Deciding deciding;
    private final ContactWords words;
    private final Webhooks webhooks;
    private final TriggerSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Locale locale;
    private final Seeds seeds;

    RunTrigger(
            JdbcTriggers triggers,
            RuleSets ruleSets,
            JudgeSubject judge,
            DecideInBulk decide,
            JdbcContactLedger ledger,
            Deciding deciding,
            ContactWords words,
            Webhooks webhooks,
            TriggerSettings settings,
            Seeds seeds,
            PlatformTransactionManager transactions,
            Clock clock,
            @Value("${spring.web.locale:en}") Locale locale) {
        this.triggers = triggers;
        this.ruleSets = ruleSets;
        this.judge = judge;
        this.decide = decide;
        this.ledger = ledger;
        this.deciding = deciding;
        this.words = words;
        this.webhooks = webhooks;
        this.settings = settings;
        this.seeds = seeds;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.locale = locale;
    }

    /** Takes one run that is due. @return whether there was one */
    boolean runNext() {
        Optional<JdbcTriggers.Run> claimed = triggers.claim();
        claimed.ifPresent(run -> {
            try {
                take(run);
            } catch (RuntimeException failure) {
                transaction.executeWithoutResult(status -> later(run, failure));
            }
        });
        return claimed.isPresent();
    }

    private void later(JdbcTriggers.Run run, RuntimeException failure) {
        String why = failure instanceof IllegalStateException
                ? String.valueOf(failure.getMessage())
                : failure.getClass().getSimpleName();
        if (run.attempts() >= settings.attempts()) {
            LOG.warn("The run {} of the trigger {} failed for good", run.id(), run.trigger(), failure);
            triggers.settle(run, new JdbcTriggers.Outcome("FAILED", null, null, why));
        } else {
            Duration pause = settings.firstPause().multipliedBy(1L << Math.min(run.attempts() - 1, 16));
            Instant next = clock.instant().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
            triggers.again(run, next, why);
        }
    }

    private void take(JdbcTriggers.Run run) {
        RuleSet rules = ruleSets.active();
        Optional<Trigger> trigger = rules.triggers().stream()
                .filter(each -> each.key().equals(run.trigger()))
                .findFirst();
        if (trigger.isEmpty()) {
            triggers.settle(run, JdbcTriggers.Outcome.of("WITHDRAWN"));
            return;
        }
        Optional<Segment> segment = trigger.get()
                .segment()
                .flatMap(name -> rules.segments().stream()
                        .filter(each -> each.name().equals(name))
                        .findFirst());
        if (segment.isPresent() && !judge.isMember(run.subject(), segment.get(), clock.instant(), rules)) {
            triggers.settle(run, JdbcTriggers.Outcome.of("NOT_IN_SEGMENT"));
            return;
        }
        switch (decided(run, trigger.get(), rules)) {
            case Answer.Decided(DecisionRecord record) ->
                transaction.executeWithoutResult(
                        status -> triggers.settle(run, told(run, trigger.get(), record, rules)));
            case Answer.UnknownSubject ignored -> triggers.settle(run, nothing("unknown-subject"));
            case Answer.NoLegalBasis ignored -> triggers.settle(run, nothing("no-legal-basis"));
            case Answer.TermsRefused ignored -> triggers.settle(run, nothing("terms-missing"));
            case Answer.UnknownDecision ignored -> triggers.settle(run, nothing("unknown-decision"));
            case Answer.WrongSubjectType ignored -> triggers.settle(run, nothing("wrong-subject-type"));
            case Answer.Contended ignored -> throw new IllegalStateException("CONTENDED");
            case Answer.Unavailable ignored -> throw new IllegalStateException("UNAVAILABLE");
            case Answer.Unrecorded ignored -> throw new IllegalStateException("UNRECORDED");
        }
    }

    private Answer decided(JdbcTriggers.Run run, Trigger trigger, RuleSet rules) {
        DecisionRequest request = decide.outbound(trigger.decision(), run.subject(), trigger.channel(), seeds.next());
        Optional<Duration> hold = trigger.hold()
                .map(period -> Duration.between(
                        request.at(),
                        period.after(request.at(), rules.settings().zone())));
        return decide.decide(request, ledger.forOrder(ContactWords.TRIGGERED + run.id(), hold));
    }

    private static JdbcTriggers.Outcome nothing(String why) {
        return new JdbcTriggers.Outcome("NOTHING", null, null, why);
    }

    private JdbcTriggers.Outcome told(JdbcTriggers.Run run, Trigger trigger, DecisionRecord record, RuleSet rules) {
        DecisionDeclaration decision = rules.vocabulary().decisions().get(trigger.decision());
        if (record.contactId().isPresent()) {
            String contact = record.contactId().get();
            ObjectNode answer = deciding.worded(record, locale);
            JsonNode first = answer.get("actions").get(0);
            words.add(contact, trigger.key(), first.get("say"));
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
