package org.lotse.engine.decision;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    WithoutLever(RuleSet rules, ActionKey neutral) {
        this.rules = rules;
        Map<ActionKey, Action> actions = new LinkedHashMap<>(rules.catalogue().actions());
        actions.computeIfPresent(neutral, (key, action) -> action.withLever(1));
        this.catalogue = new Catalogue(
                actions, rules.catalogue().channels(), rules.catalogue().capacities());
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
