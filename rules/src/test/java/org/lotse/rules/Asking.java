package org.lotse.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lotse.engine.action.ActionKey;
import org.lotse.engine.rule.CandidateRef;
import org.lotse.engine.rule.Conclusion;
import org.lotse.engine.rule.Judgement;
import org.lotse.engine.rule.RuleRequest;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.DecisionDeclaration;
import org.lotse.engine.term.Reading;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Terms;
import org.lotse.engine.term.Value;
import org.lotse.rules.drools.DroolsRules;
import org.lotse.rules.read.RuleBundle;
import org.lotse.rules.read.ValueReader;

/**
 * The language of rule tests: {@code verify(bundle).given("lead-score", "0.4").decides("channel", "EMAIL").because("newsletter
 * only")}.
 */
public final class Asking {
    private final RuleSet rules;
    private final SubjectType subject;
    private final SortedMap<TermPath, Reading> readings = new TreeMap<>();
    private final Map<CandidateRef, Terms> candidates = new LinkedHashMap<>();
    private Instant at = Instant.parse("2026-06-15T10:00:00Z");

    private Asking(RuleSet rules, SubjectType subject) {
        this.rules = rules;
        this.subject = subject;
    }

    /** Asks the shipped rules about a customer. */
    public static Asking verify(String file) {
        RuleBundle bundle = ShippedRules.bundle();
        assertThat(bundle.files().keySet()).anyMatch(path -> path.startsWith(file));
        return verify(Bundles.compiled(bundle));
    }

    public static Asking verify(RuleBundle bundle) {
        return verify(Bundles.compiled(bundle));
    }

    public static Asking verify(RuleSet rules) {
        return verify(rules, SubjectType.CUSTOMER);
    }

    public static Asking verify(RuleSet rules, SubjectType subject) {
        return new Asking(rules, subject);
    }

    /** A value, in English notation. */
    public Asking given(String path, String value) {
        readings.put(TermPath.parse(path), new Reading.Known(value(path, value)));
        return this;
    }

    /** A stand-in for a missing value. */
    public Asking estimated(String path, String value) {
        readings.put(TermPath.parse(path), new Reading.Estimated(value(path, value)));
        return this;
    }

    public Asking at(String instant) {
        at = Instant.parse(instant);
        return this;
    }

    /** An action to judge. */
    public Asking action(String key) {
        candidates.put(new CandidateRef.OfAction(new ActionKey(key)), Terms.NONE);
        return this;
    }

    /** A candidate that is a subject, with terms given as path and value in turn. */
    public Asking candidate(String id, String... pathsAndValues) {
        SortedMap<TermPath, Reading> own = new TreeMap<>();
        for (int each = 0; each < pathsAndValues.length; each += 2) {
            own.put(
                    TermPath.parse(pathsAndValues[each]),
                    new Reading.Known(value(pathsAndValues[each], pathsAndValues[each + 1])));
        }
        candidates.put(new CandidateRef.OfSubject(SubjectId.parse(id)), new Terms(own));
        return this;
    }

    public RuleRequest request() {
        DecisionDeclaration decision = rules.vocabulary().decisions().values().stream()
                .filter(each -> each.subject().equals(subject))
                .findFirst()
                .orElseThrow();
        return new RuleRequest(decision, subject, new Terms(readings), candidates, at);
    }

    public Judgement judged() {
        return rules.judge(request());
    }

    /** The term has this value. */
    public Because decides(String term, String value) {
        Conclusion conclusion = conclusion(term);
        assertThat(conclusion.value()).as(conclusion.toString()).contains(value(term, value));
        return new Because(conclusion);
    }

    /** The term has no value. */
    public void leavesOpen(String term) {
        assertThat(conclusion(term).value()).isEmpty();
    }

    public Conclusion conclusion(String term) {
        Conclusion conclusion = judged().conclusions().get(new TermKey(term));
        assertThat(conclusion).as("the conclusion about %s", term).isNotNull();
        return java.util.Objects.requireNonNull(conclusion);
    }

    /** Why it was decided so. */
    public record Because(Conclusion conclusion) {
        /** The names of the rows that decided. */
        public void because(String... rows) {
            assertThat(conclusion.because())
                    .extracting(firing -> firing.row().name())
                    .containsExactly(rows);
        }
    }

    private Value value(String path, String text) {
        Term term = rules.vocabulary().term(subject, TermPath.parse(path)).orElseThrow();
        try {
            return new ValueReader(org.lotse.engine.term.Language.EN).read(term, text);
        } catch (org.lotse.rules.read.NotReadable bad) {
            throw new AssertionError(path + " cannot be " + text, bad);
        }
    }

    /** Releases compiled rules. */
    public static void release(RuleSet rules) {
        if (rules instanceof DroolsRules compiled) {
            compiled.close();
        }
    }
}
