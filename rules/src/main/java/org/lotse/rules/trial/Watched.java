package org.lotse.rules.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.action.Catalogue;
import org.lotse.engine.contact.ContactPolicy;
import org.lotse.engine.rule.Choice;
import org.lotse.engine.rule.Judgement;
import org.lotse.engine.rule.RowRef;
import org.lotse.engine.rule.RuleRequest;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.rule.Settings;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Vocabulary;

/** Some rules during one decision; notes which choice only a promise stood in the way of. For use by one thread. */
final class Watched implements RuleSet {
    private final RuleSet rules;
    private final List<Stopped> stopped = new ArrayList<>();
    private @Nullable Judgement judgement;

    /** A choice the other files led to, and the promise it would have broken. */
    record Stopped(RowRef promise, Choice choice) {}

    Watched(RuleSet rules) {
        this.rules = rules;
    }

    List<Stopped> stopped() {
        return stopped;
    }

    /** What the rules said before any promise was asked. */
    Optional<Judgement> judgement() {
        return Optional.ofNullable(judgement);
    }

    @Override
    public Judgement judge(RuleRequest request) {
        Judgement judged = rules.judge(request);
        judgement = judged;
        return judged;
    }

    @Override
    public Set<TermPath> eligibilityReads(SubjectType subject) {
        return rules.eligibilityReads(subject);
    }

    @Override
    public Optional<RowRef> brokenPromise(Choice choice) {
        Optional<RowRef> broken = rules.brokenPromise(choice);
        broken.ifPresent(promise -> stopped.add(new Stopped(promise, choice)));
        return broken;
    }

    /** Choices in one situation are asked about together, as when it matters. */
    @Override
    public Promising promising(Choice situation) {
        Promising asked = rules.promising(situation);
        return (action, channel) -> {
            Optional<RowRef> broken = asked.brokenBy(action, channel);
            broken.ifPresent(promise -> stopped.add(new Stopped(promise, situation.of(action, channel))));
            return broken;
        };
    }

    /** What follows from the bundle alone does not change by watching. */
    @Override
    public <T> T kept(Class<T> what, Function<RuleSet, T> work) {
        return rules.kept(what, work);
    }

    @Override
    public String version() {
        return rules.version();
    }

    @Override
    public Vocabulary vocabulary() {
        return rules.vocabulary();
    }

    @Override
    public Catalogue catalogue() {
        return rules.catalogue();
    }

    @Override
    public ContactPolicy contactPolicy() {
        return rules.contactPolicy();
    }

    @Override
    public Settings settings() {
        return rules.settings();
    }
}
