package org.lotse.rules.example;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lotse.engine.action.Catalogue;
import org.lotse.engine.contact.ContactPolicy;
import org.lotse.engine.rule.Choice;
import org.lotse.engine.rule.Judgement;
import org.lotse.engine.rule.RowRef;
import org.lotse.engine.rule.RuleRequest;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.rule.Settings;
import org.lotse.engine.term.Source;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Vocabulary;

/**
 * Some rules, for which the terms that an example gives of linked subjects and candidates are delivered with them,
 * whatever they are made of otherwise: an example has no events, no models and no population. Thread-safe.
 */
final class AsGiven implements RuleSet {
    private final RuleSet rules;
    private final Vocabulary vocabulary;

    private AsGiven(RuleSet rules, Vocabulary vocabulary) {
        this.rules = rules;
        this.vocabulary = vocabulary;
    }

    /**
     * The rules with these terms delivered.
     *
     * @param given per subject type the terms that are given
     */
    static RuleSet of(RuleSet rules, Map<SubjectType, Set<TermKey>> given) {
        Vocabulary declared = rules.vocabulary();
        Map<SubjectType, Vocabulary.Subject> subjects = new LinkedHashMap<>(declared.subjects());
        boolean changed = false;
        for (Map.Entry<SubjectType, Set<TermKey>> each : given.entrySet()) {
            Map<TermKey, Term> terms = new LinkedHashMap<>(declared.terms(each.getKey()));
            for (TermKey key : each.getValue()) {
                Term term = terms.get(key);
                if (term != null && !(term.source() instanceof Source.Attribute)) {
                    terms.put(key, delivered(term));
                    changed = true;
                }
            }
            subjects.computeIfPresent(each.getKey(), (type, subject) -> new Vocabulary.Subject(subject.title(), terms));
        }
        return changed
                ? new AsGiven(
                        rules,
                        new Vocabulary(
                                subjects, declared.links(), declared.pairs(), declared.events(), declared.decisions()))
                : rules;
    }

    private static Term delivered(Term term) {
        return new Term(
                term.key(),
                term.title(),
                term.type(),
                term.values(),
                term.range(),
                term.missing(),
                term.useStandInInRules(),
                new Source.Attribute(),
                term.fallback(),
                term.purposes(),
                term.sensitive(),
                term.formerly(),
                term.secret(),
                term.lawful());
    }

    @Override
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    @Override
    public Judgement judge(RuleRequest request) {
        return rules.judge(request);
    }

    @Override
    public Set<TermPath> eligibilityReads(SubjectType subject) {
        return rules.eligibilityReads(subject);
    }

    @Override
    public Optional<RowRef> brokenPromise(Choice choice) {
        return rules.brokenPromise(choice);
    }

    @Override
    public Promising promising(Choice situation) {
        return rules.promising(situation);
    }

    @Override
    public String version() {
        return rules.version();
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
