package org.lotse.engine.decision;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.lotse.engine.action.Action;
import org.lotse.engine.action.ActionKey;
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

/** A rule set in which one action has a neutral lever. */
final class WithoutLever implements RuleSet {
    private final RuleSet rules;
    private final Catalogue catalogue;
    private final Map<Class<?>, Object> kept = new ConcurrentHashMap<>();

    WithoutLever(RuleSet rules, ActionKey neutral) {
        this.rules = rules;
        Map<ActionKey, Action> actions = new LinkedHashMap<>(rules.catalogue().actions());
        actions.computeIfPresent(neutral, (key, action) -> action.withLever(1));
        this.catalogue = new Catalogue(
                actions, rules.catalogue().channels(), rules.catalogue().capacities());
    }

    /** The rule sets made so far; a bundle has as many as actions with a lever. */
    private static final class Made {
        private final Map<ActionKey, WithoutLever> byAction = new ConcurrentHashMap<>();
    }

    /** The rule set, made once per bundle and action. */
    static RuleSet of(RuleSet rules, ActionKey neutral) {
        return rules.kept(Made.class, bundle -> new Made())
                .byAction
                .computeIfAbsent(neutral, key -> new WithoutLever(rules, key));
    }

    @Override
    public <T> T kept(Class<T> what, Function<RuleSet, T> work) {
        Object known = kept.get(what);
        return what.cast(known != null ? known : kept.computeIfAbsent(what, name -> work.apply(this)));
    }

    @Override
    public Promising promising(Choice situation) {
        return rules.promising(situation);
    }

    @Override
    public Catalogue catalogue() {
        return catalogue;
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
    public ContactPolicy contactPolicy() {
        return rules.contactPolicy();
    }

    @Override
    public Settings settings() {
        return rules.settings();
    }

    @Override
    public Set<TermPath> eligibilityReads(SubjectType subject) {
        return rules.eligibilityReads(subject);
    }

    @Override
    public Judgement judge(RuleRequest request) {
        return rules.judge(request);
    }

    @Override
    public Optional<RowRef> brokenPromise(Choice choice) {
        return rules.brokenPromise(choice);
    }
}
