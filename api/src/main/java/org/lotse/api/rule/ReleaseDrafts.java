package org.lotse.api.rule;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.problem.ProblemKind;
import org.lotse.api.security.Caller;
import org.lotse.api.security.Scope;
import org.lotse.engine.rule.RuleSet;
import org.lotse.rules.trial.TryPromises;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes a draft from submitted over approved to active, and back to an older version. */
@Component
class ReleaseDrafts {
    private final JdbcDrafts drafts;
    private final JdbcRuleBundles bundles;
    private final JdbcActivations activations;
    private final JdbcRuleSets ruleSets;
    private final KeepPromises promises;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ReleaseDrafts(
            JdbcDrafts drafts,
            JdbcRuleBundles bundles,
            JdbcActivations activations,
            JdbcRuleSets ruleSets,
            KeepPromises promises,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.drafts = drafts;
        this.bundles = bundles;
        this.activations = activations;
        this.ruleSets = ruleSets;
        this.promises = promises;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Lets a draft pass that may be submitted, should it keep its promises. */
    Draft submittable(UUID id) {
        Draft draft = inState(id, Draft.State.EDITING);
        if (draft.hasErrors()) {
            throw ProblemException.of(RuleProblems.DRAFT_HAS_ERRORS, id);
        }
        return draft;
    }

    /** Asks for approval, saying why. */
    Draft submit(UUID id, Optional<String> reason, Caller caller, TryPromises.Progress progress) {
        Draft draft = submittable(id);
        promises.require(draft, progress);
        return store(draft.submitted(caller.name(), reason, clock.instant()));
    }

    /** Lets a draft pass that the caller may approve, should it keep its promises. */
    Draft approvable(UUID id, Caller caller) {
        Draft draft = inState(id, Draft.State.SUBMITTED);
        if (draft.editors().contains(caller.name())) {
            throw ProblemException.of(RuleProblems.OWN_CHANGE, id, caller.name());
        }
        return draft;
    }

    /** Approves what others changed; from then on the version is kept and compiled on every instance. */
    Draft approve(UUID id, Caller caller, TryPromises.Progress progress) {
        Draft draft = approvable(id, caller);
        promises.require(draft, progress);
        String version = bundles.keep(draft.bundle(), caller.name(), clock.instant());
        SortedSet<String> privacy = PrivacyChange.between(rules(draft.base()), rules(version));
        if (!privacy.isEmpty() && !caller.may(Scope.PRIVACY_RELEASE)) {
            throw ProblemException.of(
                    RuleProblems.PRIVACY_CHANGE, String.join(", ", privacy), Scope.PRIVACY_RELEASE.key());
        }
        return store(draft.approved(caller.name(), clock.instant()));
    }

    /** Makes an approved draft the active version, now or from a later moment on. */
    Activation activate(UUID id, Optional<Instant> at, Optional<String> reason, Caller caller) {
        Draft draft = inState(id, Draft.State.APPROVED);
        Activation activation =
                activation(draft.version(), Activation.Kind.DRAFT, at, reason.or(draft::reason), caller);
        rules(draft.version());
        transaction.executeWithoutResult(status -> {
            activations.decideAlone();
            String before = inForce(activation.activeFrom());
            if (!draft.base().equals(before)) {
                throw ProblemException.of(RuleProblems.BASE_IS_OLD, id, draft.base(), before);
            }
            store(draft.activated(activation.recordedAt()));
            activations.add(activation, id);
            hold(caller, activation.recordedAt());
        });
        ruleSets.refresh();
        return activation;
    }

    /** Takes back the activation of a draft that has not begun; it stays approved. */
    Draft withdraw(UUID id, Caller caller) {
        Instant now = clock.instant();
        return Objects.requireNonNull(transaction.execute(status -> {
            activations.decideAlone();
            JdbcActivations.Planned planned = activations.planned(now).stream()
                    .filter(one -> one.draft().equals(id))
                    .findFirst()
                    .orElseThrow(() -> notPlanned(id));
            Draft held = hold(planned, caller, now);
            hold(caller, now);
            return held;
        }));
    }

    private ProblemException notPlanned(UUID id) {
        return drafts.find(id)
                .map(draft -> ProblemException.of(RuleProblems.NOT_PLANNED, id))
                .orElseGet(() -> ProblemException.of(RuleProblems.UNKNOWN_DRAFT, id));
    }

    /** Planned drafts that would undo what is now to come into force before them wait to be merged instead. */
    private void hold(Caller caller, Instant now) {
        Optional<JdbcActivations.Planned> outdated = activations.planned(now).stream()
                .filter(JdbcActivations.Planned::isOutdated)
                .findFirst();
        if (outdated.isPresent()) {
            hold(outdated.get(), caller, now);
            hold(caller, now);
        }
    }

    private Draft hold(JdbcActivations.Planned planned, Caller caller, Instant now) {
        activations.withdraw(planned, caller.name(), now);
        Draft draft = drafts.find(planned.draft()).orElseThrow();
        return store(draft.held(now));
    }

    /** The version in force at a moment, as planned now. */
    private String inForce(Instant moment) {
        return activations
                .at(moment)
                .map(Activation::version)
                .orElseGet(() -> ruleSets.active().version());
    }

    /** Makes a kept version active once more. */
    Activation rollBack(String version, Optional<Instant> at, Optional<String> reason, Caller caller) {
        if (activations.all().stream().noneMatch(known -> known.version().equals(version))) {
            throw ProblemException.of(RuleProblems.UNKNOWN_VERSION, version);
        }
        Activation activation = activation(version, Activation.Kind.ROLLBACK, at, reason, caller);
        rules(version);
        transaction.executeWithoutResult(status -> {
            activations.decideAlone();
            activations.add(activation);
            hold(caller, activation.recordedAt());
        });
        ruleSets.refresh();
        return activation;
    }

    private Activation activation(
            String version, Activation.Kind kind, Optional<Instant> at, Optional<String> reason, Caller caller) {
        Instant now = clock.instant();
        Instant from = at.orElse(now);
        if (from.isBefore(now)) {
            throw ProblemException.invalid("/at", "BEFORE_NOW", from);
        }
        return new Activation(version, kind, caller.name(), reason, now, from);
    }

    /** A kept version, ready to judge from then on: compiled before it comes into force, not when. */
    private RuleSet rules(String version) {
        return ruleSets.version(version).orElseThrow(() -> ProblemException.of(RuleProblems.UNKNOWN_VERSION, version));
    }

    private Draft inState(UUID id, Draft.State needed) {
        Draft draft = drafts.find(id).orElseThrow(() -> ProblemException.of(RuleProblems.UNKNOWN_DRAFT, id));
        if (draft.state() != needed) {
            throw ProblemException.of(RuleProblems.DRAFT_STATE, id, draft.state(), needed);
        }
        return draft;
    }

    private Draft store(Draft draft) {
        if (!drafts.replace(draft)) {
            throw ProblemException.of(ProblemKind.CHANGED_MEANWHILE, draft.revision());
        }
        return draft;
    }
}
