package org.lotse.rules.example;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.contact.Permissions;
import org.lotse.engine.decision.Answer;
import org.lotse.engine.decision.DecideNextBestAction;
import org.lotse.engine.decision.DecisionRecord;
import org.lotse.engine.decision.DecisionRequest;
import org.lotse.engine.rule.RowRef;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.Source;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectState;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.Value;
import org.lotse.rules.finding.FindingCode;
import org.lotse.rules.finding.Findings;

/** Goes through the steps of one example under some rules. For use by one thread. */
final class Rehearsal {
    /** Ranks every candidate, so that each can be asked about. */
    private static final int ALL = 1_000;

    /** Ties are dealt the same way every time. */
    private static final long SEED = 7;

    private static final Value NONE = Value.of(0);

    private final RuleSet rules;
    private final Map<SubjectId, Map<TermKey, Value>> subjects = new LinkedHashMap<>();
    private final Map<SubjectType, SubjectId> last = new HashMap<>();
    private final Set<RowRef> fired = new HashSet<>();
    private final Findings findings = new Findings();
    private final List<DecisionRecord> decisions = new ArrayList<>();
    private Instant at;
    private SubjectId about = new SubjectId(SubjectType.CUSTOMER, "example-0");
    private Permissions permissions = Permissions.NONE;
    private @Nullable DecisionRecord decided;

    private Rehearsal(RuleSet rules, Instant at) {
        this.rules = rules;
        this.at = at;
    }

    /** What comes of an example under these rules. */
    static Outcome of(Example example, RuleSet rules, Instant at) {
        Rehearsal rehearsal = new Rehearsal(rules, at);
        example.steps().forEach(rehearsal::go);
        return new Outcome(example, rehearsal.findings.all(), rehearsal.fired, rehearsal.decisions);
    }

    private void go(Step step) {
        switch (step) {
            case Step.About(var place, var type, var name) -> about(type, name);
            case Step.Given(var place, var term, var value) ->
                subjects.computeIfAbsent(about, ignored -> new LinkedHashMap<>())
                        .put(term.key(), value);
            case Step.Objected ignored -> permissions = new Permissions(Map.of(), Set.of(Purpose.MARKETING), Set.of());
            case Step.Today(var place, var day) -> {
                var zone = rules.settings().zone();
                at = at.atZone(zone).with(day).toInstant();
            }
            case Step.Decide decide -> decide(decide);
            case Step.OutputIs ignored -> judge(step);
            case Step.OutputBound ignored -> judge(step);
            case Step.RowDecides ignored -> judge(step);
            case Step.Offered ignored -> judge(step);
            case Step.First ignored -> judge(step);
            case Step.Nothing ignored -> judge(step);
        }
    }

    private void about(SubjectType type, String name) {
        about = new SubjectId(type, name.isEmpty() ? "example-" + subjects.size() : name);
        last.put(type, about);
        subjects.put(about, new LinkedHashMap<>());
    }

    private void decide(Step.Decide step) {
        var declaration = Objects.requireNonNull(rules.vocabulary().decisions().get(step.decision()), step.decision());
        SubjectType type = declaration.subject();
        SubjectId subject = last.getOrDefault(type, new SubjectId(type, "example-0"));
        Map<TermKey, Value> given = subjects.getOrDefault(subject, Map.of());
        Map<SubjectId, SubjectState> stored = new LinkedHashMap<>();
        Map<SubjectType, Set<TermKey>> ofOthers = givenOfOthers(subject);
        subjects.forEach((id, values) ->
                stored.put(id, stored(id, values, id.equals(subject), ofOthers.getOrDefault(id.type(), Set.of()))));
        OneScene scene = new OneScene(AsGiven.of(rules, ofOthers), stored, permissions);
        DecideNextBestAction decide =
                new DecideNextBestAction(scene, scene, scene, scene, (record, waiting) -> {}, () -> "example");
        Answer answer = decide.decide(new DecisionRequest(
                step.decision(), subject, step.channel(), step.direction(), ALL, Map.of(), given, at, SEED, true));
        if (answer instanceof Answer.Decided(DecisionRecord record)) {
            decided = record;
            decisions.add(record);
            fired.addAll(FiredRows.of(record.decision()));
        } else if (answer instanceof Answer.TermsRefused(var missing)) {
            findings.error(step.place(), FindingCode.TEST_FAILED, "refused", missing);
        } else if (answer instanceof Answer.NoLegalBasis(var name, var purpose)) {
            findings.error(step.place(), FindingCode.TEST_FAILED, "no-basis", name, purpose);
        } else {
            throw new IllegalStateException("The decision " + step.decision() + " about " + subject
                    + ", both of this bundle, was answered by " + answer + ".");
        }
    }

    /** Of the subject decided about the values go with the request; of the others they are what is known of them. */
    private SubjectState stored(SubjectId id, Map<TermKey, Value> values, boolean decided, Set<TermKey> givenOfSome) {
        Map<TermKey, Value> attributes = new HashMap<>(values);
        givenOfSome.stream().filter(key -> isCount(id.type(), key)).forEach(key -> attributes.putIfAbsent(key, NONE));
        attributes
                .keySet()
                .removeIf(key -> decided
                        && rules.vocabulary()
                                .term(id.type(), key)
                                .filter(term -> term.source() instanceof Source.Attribute)
                                .isEmpty());
        return new SubjectState(id, attributes, List.of(), links(id));
    }

    /** What is counted for one and not for another is none for the other. */
    private boolean isCount(SubjectType type, TermKey key) {
        return rules.vocabulary()
                .term(type, key)
                .filter(term -> term.source() instanceof Source.Aggregate aggregate
                        && (aggregate.function() == Source.Function.COUNT
                                || aggregate.function() == Source.Function.DISTINCT))
                .isPresent();
    }

    private Map<SubjectType, Set<TermKey>> givenOfOthers(SubjectId decided) {
        Map<SubjectType, Set<TermKey>> given = new HashMap<>();
        subjects.forEach((id, values) -> {
            if (!id.equals(decided)) {
                given.computeIfAbsent(id.type(), ignored -> new HashSet<>()).addAll(values.keySet());
            }
        });
        given.remove(decided.type());
        return given;
    }

    /** A link leads to whom the example spoke about last: a case after a customer is the customer's. */
    private Map<String, SubjectId> links(SubjectId from) {
        Map<String, SubjectId> links = new HashMap<>();
        rules.vocabulary().links().getOrDefault(from.type(), Map.of()).forEach((link, type) -> {
            SubjectId to = last.get(type);
            if (to != null && !to.equals(from)) {
                links.put(link, to);
            }
        });
        return links;
    }

    private void judge(Step step) {
        Optional.ofNullable(decided)
                .ifPresent(record -> new Expectation(rules, record.decision(), record.inputs()).check(step, findings));
    }
}
