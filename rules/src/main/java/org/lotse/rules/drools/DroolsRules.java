package org.lotse.rules.drools;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.action.ActionKey;
import org.lotse.engine.action.Catalogue;
import org.lotse.engine.contact.ContactPolicy;
import org.lotse.engine.reply.Occasion;
import org.lotse.engine.reply.Reply;
import org.lotse.engine.rule.CandidateRef;
import org.lotse.engine.rule.Choice;
import org.lotse.engine.rule.Judgement;
import org.lotse.engine.rule.Keyed;
import org.lotse.engine.rule.Keys;
import org.lotse.engine.rule.Questions;
import org.lotse.engine.rule.RowRef;
import org.lotse.engine.rule.RuleRequest;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.rule.Segment;
import org.lotse.engine.rule.Settings;
import org.lotse.engine.term.DecisionDeclaration;
import org.lotse.engine.term.LocalDays;
import org.lotse.engine.term.Reading;
import org.lotse.engine.term.Source;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Terms;
import org.lotse.engine.term.Value;
import org.lotse.engine.term.Vocabulary;
import org.lotse.engine.trigger.Trigger;
import org.lotse.rules.model.ActionSelector;
import org.lotse.rules.model.Promise;
import org.lotse.rules.model.RuleFile;
import org.lotse.rules.model.SegmentRule;
import org.lotse.rules.promise.Conditions;
import org.lotse.rules.promise.DecisionFacts;
import org.lotse.rules.promise.Promises;
import org.lotse.rules.promise.PromisesByAction;
import org.lotse.rules.read.RuleContent;
import org.lotse.rules.reply.Replies;

/**
 * One version of the rules, compiled for Drools, which decides the rows that hit. What follows from a hit (policies,
 * sums, verdicts) and what is said about it is worked out from the typed rows. Thread-safe; {@link #close} releases the
 * idle sessions. There is no class loader and no module to release, because no classes are made.
 */
public final class DroolsRules implements RuleSet, AutoCloseable {
    private record ScopeKey(SubjectType subject, Optional<SubjectType> candidate) {}

    private final RuleContent content;
    private final Settings settings;
    private final Slots slots = new Slots();
    private final Map<ScopeKey, Scope> scopes = new HashMap<>();
    private final Map<SubjectType, RuleTerms> ruleTerms = new HashMap<>();
    private final Map<Integer, RuleTerms> pairTerms = new ConcurrentHashMap<>();
    private final LocalDays days;
    private final Map<SubjectType, Promises> promises = new HashMap<>();
    private final Map<SubjectType, PromisesByAction> promisesByAction = new HashMap<>();
    private final Map<SubjectType, Map<ActionKey, Speakers>> speakers = new HashMap<>();
    private final Map<String, Speakers> speakersAmongSubjects = new ConcurrentHashMap<>();
    /** The candidates asked about last: mostly those of the one contest that matters. */
    private volatile @Nullable Asked asked;

    private record Asked(SubjectType subject, Keys<CandidateRef> keys, Speakers[] speakers) {}

    private final Map<Class<?>, Object> kept = new ConcurrentHashMap<>();
    private final KnownPlaces places;
    private final Sessions sessions;
    private final Replies replies;

    private DroolsRules(RuleContent content, Settings settings) {
        this.content = content;
        this.settings = settings;
        this.days = new LocalDays(settings.zone());
        for (ScopeKey key : keys(content)) {
            scopes.put(key, Scope.of(scopes.size(), content.files(), key.subject(), key.candidate(), slots));
        }
        this.places = new KnownPlaces(slots, content.vocabulary());
        content.vocabulary().subjects().keySet().forEach(type -> speakers.put(type, speakers(type)));
        content.vocabulary()
                .subjects()
                .keySet()
                .forEach(type -> ruleTerms.put(
                        type,
                        new RuleTerms(
                                scope(type, Optional.empty()),
                                concluded(content.vocabulary().terms(type)),
                                slots)));
        content.promises().stream()
                .collect(Collectors.groupingBy(Promise::subject))
                .forEach((type, ofType) -> {
                    promises.put(type, new Promises(ofType));
                    promisesByAction.put(
                            type,
                            new PromisesByAction(
                                    ofType, content.catalogue().actions().values()));
                });
        this.sessions = new Sessions(Network.build(scopes.values()));
        this.replies = new Replies(content.replies(), settings.zone());
    }

    /**
     * Compiles what was read and checked.
     *
     * @throws IllegalArgumentException when the content has errors
     */
    public static DroolsRules compile(RuleContent content) {
        if (content.hasErrors()) {
            throw new IllegalArgumentException("The rules " + content.version()
                    + " have errors and cannot be compiled. Maybe look at their findings first.");
        }
        return new DroolsRules(content, content.settings().orElseThrow());
    }

    @Override
    public String version() {
        return content.version();
    }

    @Override
    public Vocabulary vocabulary() {
        return content.vocabulary();
    }

    @Override
    public Catalogue catalogue() {
        return content.catalogue();
    }

    @Override
    public ContactPolicy contactPolicy() {
        return content.contactPolicy();
    }

    @Override
    public Settings settings() {
        return settings;
    }

    /** Everything the bundle says, promises and findings included. */
    public RuleContent content() {
        return content;
    }

    @Override
    public Set<TermPath> eligibilityReads(SubjectType subject) {
        return EligibilityReads.of(content, subject);
    }

    @Override
    public Judgement judge(RuleRequest request) {
        try (Sessions.Asking session = sessions.open()) {
            return new Judging(this, request, days.at(request.at()).date(), session).judge();
        }
    }

    @Override
    public <T> T kept(Class<T> what, Function<RuleSet, T> work) {
        Object known = kept.get(what);
        return what.cast(known != null ? known : kept.computeIfAbsent(what, name -> work.apply(this)));
    }

    @Override
    public Promising promising(Choice situation) {
        PromisesByAction promises = promisesByAction.get(situation.subject());
        if (promises == null) {
            return (action, channel) -> Optional.empty();
        }
        PromisesByAction.InSituation asked = promises.in(facts(situation));
        return (action, channel) -> asked.firstBrokenBy(action, channel).map(Promise::ref);
    }

    @Override
    public Optional<RowRef> brokenPromise(Choice choice) {
        Promises promises = this.promises.get(choice.subject());
        return promises == null
                ? Optional.empty()
                : promises.firstBrokenBy(facts(choice)).map(Promise::ref);
    }

    private DecisionFacts facts(Choice choice) {
        return new DecisionFacts(
                path -> readable(choice, path),
                choice.action(),
                choice.channel(),
                choice.direction(),
                choice.permissions(),
                choice.at(),
                settings.zone());
    }

    @Override
    public List<Segment> segments() {
        return content.segments().stream().map(SegmentRule::segment).toList();
    }

    @Override
    public boolean isMember(Segment segment, Terms terms, Instant at) {
        return content.segments().stream()
                .filter(rule -> rule.segment().equals(segment))
                .anyMatch(rule -> Conditions.hold(rule.condition(), terms, at, settings.zone()));
    }

    @Override
    public List<Trigger> triggers() {
        return content.triggers();
    }

    @Override
    public Optional<Reply> reply(Occasion occasion) {
        return replies.best(occasion);
    }

    /** A stand-in counts only where the vocabulary lets rules use it. */
    private Optional<Value> readable(Choice choice, TermPath path) {
        return switch (choice.terms().at(path)) {
            case Reading.Known(Value value) -> Optional.of(value);
            case Reading.Absent ignored -> Optional.empty();
            case Reading.Estimated(Value standIn) ->
                content.vocabulary()
                        .term(choice.subject(), path)
                        .filter(Term::useStandInInRules)
                        .map(term -> standIn);
        };
    }

    @Override
    public Questions questions(SubjectType subject) {
        return AskedAbout.of(content, subject);
    }

    @Override
    public void close() {
        sessions.close();
    }

    Scope scope(SubjectType subject, Optional<SubjectType> candidate) {
        Scope scope = scopes.get(new ScopeKey(subject, candidate));
        return scope == null ? Scope.of(-1, List.of(), subject, candidate, slots) : scope;
    }

    Values values(SubjectType subject, Terms terms) {
        return Values.of(slots, places.of(terms.layout(), subject), terms);
    }

    Values with(Values values, SubjectType subject, Terms candidate) {
        return values.with(places.of(candidate.layout(), subject), candidate);
    }

    /** The rows that speak about an action. */
    Speakers speakers(SubjectType subject, ActionKey action) {
        return speakers.getOrDefault(subject, Map.of()).getOrDefault(action, Speakers.NONE);
    }

    /** The keys of the candidates asked about; those of a contest are its own. */
    Keys<CandidateRef> keys(Map<CandidateRef, Terms> candidates) {
        return candidates instanceof Keyed<CandidateRef, Terms> keyed ? keyed.keys() : new Keys<>(candidates.keySet());
    }

    /** The rows that speak about each of these candidates; about subjects see below. */
    Speakers[] speakers(SubjectType subject, Keys<CandidateRef> keys) {
        Asked known = asked;
        if (known == null || known.keys() != keys || !known.subject().equals(subject)) {
            Speakers[] speakers = new Speakers[keys.size()];
            for (int place = 0; place < speakers.length; place++) {
                speakers[place] = keys.at(place) instanceof CandidateRef.OfAction(ActionKey action)
                        ? speakers(subject, action)
                        : Speakers.NONE;
            }
            known = new Asked(subject, keys, speakers);
            asked = known;
        }
        return known.speakers();
    }

    /** The rows that speak about candidate subjects in a decision. */
    Speakers speakers(Scope scope, DecisionDeclaration decision) {
        return speakersAmongSubjects.computeIfAbsent(
                decision.key() + " " + scope.number(),
                key -> Speakers.of(scope, entry -> concerns(entry.file(), decision), ActionSelector.ALL::equals));
    }

    private Map<ActionKey, Speakers> speakers(SubjectType subject) {
        Map<ActionKey, Speakers> byAction = new HashMap<>();
        Scope scope = scope(subject, Optional.empty());
        content.catalogue()
                .actions()
                .forEach((key, action) ->
                        byAction.put(key, Speakers.of(scope, entry -> true, selector -> selector.matches(action))));
        return byAction;
    }

    /** The terms concluded about a subject alone. */
    RuleTerms ruleTerms(SubjectType subject) {
        RuleTerms terms = ruleTerms.get(subject);
        return terms == null ? new RuleTerms(scope(subject, Optional.empty()), List.of(), slots) : terms;
    }

    /** The terms concluded about a subject and a candidate together. */
    RuleTerms pairTerms(Scope scope, SubjectType subject, SubjectType candidate) {
        if (scope.number() < 0) {
            return new RuleTerms(scope, concluded(content.vocabulary().pairTerms(subject, candidate)), slots);
        }
        return pairTerms.computeIfAbsent(
                scope.number(),
                number -> new RuleTerms(scope, concluded(content.vocabulary().pairTerms(subject, candidate)), slots));
    }

    private static List<Term> concluded(Map<TermKey, Term> terms) {
        return terms.values().stream()
                .filter(term -> term.source() instanceof Source.Rules)
                .toList();
    }

    /** Whether a file about candidates speaks in this decision: it does unless it is another decision's. */
    boolean concerns(RuleFile file, DecisionDeclaration decision) {
        Set<String> owners = new LinkedHashSet<>();
        content.vocabulary().decisions().values().forEach(each -> {
            if (each instanceof DecisionDeclaration.AmongSubjects among
                    && among.where().filter(where -> isFile(file, where)).isPresent()) {
                owners.add(among.key());
            }
        });
        return owners.isEmpty() || owners.contains(decision.key());
    }

    private static boolean isFile(RuleFile file, String where) {
        return file.path().equals(where)
                || file.path().equals(where + ".csv")
                || file.path().equals(where + ".xlsx")
                || file.path().equals(where + ".rules");
    }

    /** Every kind of subject alone, and the pairs there are files or terms about. */
    private static Set<ScopeKey> keys(RuleContent content) {
        Set<ScopeKey> keys = new LinkedHashSet<>();
        content.files().forEach(file -> keys.add(new ScopeKey(file.subject(), file.candidate())));
        content.vocabulary().subjects().keySet().forEach(type -> keys.add(new ScopeKey(type, Optional.empty())));
        content.vocabulary().decisions().values().forEach(decision -> {
            if (decision instanceof DecisionDeclaration.AmongSubjects among) {
                keys.add(new ScopeKey(among.subject(), Optional.of(among.candidates())));
            }
        });
        return keys;
    }
}
