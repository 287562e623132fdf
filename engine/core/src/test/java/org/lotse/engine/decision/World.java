package org.lotse.engine.decision;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.lotse.engine.action.Action;
import org.lotse.engine.action.ActionKey;
import org.lotse.engine.action.Catalogue;
import org.lotse.engine.action.Channel;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.action.Direction;
import org.lotse.engine.action.OpeningHours;
import org.lotse.engine.arbitration.ControlGroup;
import org.lotse.engine.arbitration.Exploration;
import org.lotse.engine.arbitration.PriceList;
import org.lotse.engine.calculation.Calculation;
import org.lotse.engine.contact.Cap;
import org.lotse.engine.contact.CapUsage;
import org.lotse.engine.contact.Contact;
import org.lotse.engine.contact.ContactHistory;
import org.lotse.engine.contact.ContactLedger;
import org.lotse.engine.contact.ContactPolicy;
import org.lotse.engine.contact.Permissions;
import org.lotse.engine.contact.Standing;
import org.lotse.engine.prediction.Predictions;
import org.lotse.engine.rule.CandidateRef;
import org.lotse.engine.rule.Choice;
import org.lotse.engine.rule.Judgement;
import org.lotse.engine.rule.Retention;
import org.lotse.engine.rule.RowRef;
import org.lotse.engine.rule.RuleRequest;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.rule.Settings;
import org.lotse.engine.rule.Verdict;
import org.lotse.engine.term.DecisionDeclaration;
import org.lotse.engine.term.Missing;
import org.lotse.engine.term.Period;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.Source;
import org.lotse.engine.term.Statistics;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectState;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.TermType;
import org.lotse.engine.term.Terms;
import org.lotse.engine.term.Title;
import org.lotse.engine.term.Value;
import org.lotse.engine.term.Vocabulary;

/** A small company in memory: one customer c-1, a marketing credit and a service tip, phone and e-mail. */
final class World implements RuleSets, Subjects, ServingModels, ContactLedger, DecisionLog, RuleSet {
    static final SubjectId CUSTOMER = SubjectId.customer("c-1");
    /** A Monday, 11:00 in Berlin. */
    static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    static final ChannelKey PHONE = new ChannelKey("Call centre");
    static final ChannelKey EMAIL = new ChannelKey("E-mail");
    static final TermKey VALUE = new TermKey("customer-value");
    static final TermKey CHURN = new TermKey("churn");
    /** What may be used for service only. */
    static final TermKey HEALTH = new TermKey("health");

    final Set<TermKey> serviceOnly = new HashSet<>();
    Map<Purpose, Retention> retention = Map.of(
            Purpose.SERVICE, new Retention(Period.parse("3y"), "contract"),
            Purpose.MARKETING, new Retention(Period.parse("2y"), "consent"));
    private static final TermKey PHONE_CONSENT = new TermKey("phone-consent");
    private static final TermKey EMAIL_CONSENT = new TermKey("email-consent");

    final List<DecisionRecord> log = new ArrayList<>();
    final Map<TermKey, Value> attributes = new HashMap<>(Map.of(VALUE, Value.of(200)));
    final Map<ActionKey, Verdict> stopped = new HashMap<>();
    final Set<ActionKey> forbiddenByPromise = new HashSet<>();
    final List<Contact> contacts = new ArrayList<>();
    final List<Cap> caps = new ArrayList<>();
    Permissions permissions = new Permissions(Map.of(PHONE, true, EMAIL, true), Set.of(), Set.of());
    boolean ledgerIsDown;
    /** Whether the ledger answers all at once, as the one in a database does. */
    boolean answersTogether;

    double propensity = 0.3;
    Optional<Double> uplift = Optional.of(0.12);
    Exploration exploration = Exploration.NONE;
    ControlGroup control = ControlGroup.NOBODY;
    TimeBudget budget = TimeBudget.unlimited();
    boolean unrecordedService;
    boolean subjectsAreDown;
    boolean logIsDown;
    boolean churnIsDown;
    boolean readsChurnForEligibility;
    PriceList priceList = PriceList.NONE;
    Map<String, Double> declaredPrices = Map.of();
    Map<String, Double> phoneUses = Map.of();
    Map<String, Double> usesIfAccepted = Map.of();
    final Map<String, String> groups = new HashMap<>();
    /** Further actions, all worth the same. */
    final List<String> more = new ArrayList<>();

    final Map<String, Double> levers = new HashMap<>();
    private final Map<String, Contact> reserved = new HashMap<>();
    private int reservations;
    final List<String> released = new ArrayList<>();
    final List<Part> leftOut = new CopyOnWriteArrayList<>();
    Runnable beforeSubjects = () -> {};
    Runnable beforeLedger = () -> {};
    Runnable beforeHistory = () -> {};
    Runnable beforeModel = () -> {};
    Runnable beforeLog = () -> {};
    Runnable beforeReserving = () -> {};
    boolean hasModels = true;
    java.util.Set<Direction> upliftMeasured = java.util.Set.of(Direction.values());
    Optional<Double> assumedPropensity = Optional.empty();

    DecideNextBestAction decide() {
        return new DecideNextBestAction(
                this, this, this, () -> priceList, this, this, () -> "d-" + (log.size() + 1), budget, new Incidents() {
                    @Override
                    public void leftOut(Part part, Cause cause) {
                        leftOut.add(part);
                    }

                    @Override
                    public void answered(Part part) {}
                });
    }

    DecisionRecord decided(Direction direction) {
        return ((Answer.Decided) decide().decide(request(direction))).record();
    }

    static DecisionRequest request(Direction direction) {
        return new DecisionRequest(
                "next-best-action", CUSTOMER, Optional.empty(), direction, 3, Map.of(), Map.of(), NOW, 7, false);
    }

    void capEmails(int limit) {
        caps.add(new Cap(
                "contact-policy.csv#2",
                2,
                new Cap.Scope.OfChannel(EMAIL),
                OptionalInt.of(limit),
                Optional.of(new Cap.Window.Rolling(Period.parse("7d"))),
                Optional.empty(),
                Optional.of(Direction.OUTBOUND),
                ""));
    }

    @Override
    public RuleSet active() {
        return this;
    }

    @Override
    public Optional<RuleSet> version(String version) {
        return Optional.of(this);
    }

    @Override
    public Optional<SubjectState> find(SubjectId id, Instant at) {
        beforeSubjects.run();
        if (subjectsAreDown) {
            throw new IllegalStateException("The subjects do not answer.");
        }
        return id.equals(CUSTOMER)
                ? Optional.of(new SubjectState(id, attributes, List.of(), Map.of()))
                : Optional.empty();
    }

    @Override
    public List<SubjectState> all(SubjectType type, Instant at) {
        return List.of();
    }

    @Override
    public Predictions predictions() {
        return new Predictions() {
            @Override
            public Optional<Prediction> predict(String model, SubjectType subject, Terms terms) {
                if (churnIsDown) {
                    throw new IllegalStateException("The model does not answer.");
                }
                return Optional.of(new Prediction(0.2, model + "@1"));
            }

            @Override
            public Optional<PairPrediction> predict(
                    String model, SubjectType subject, Terms terms, String action, String channel) {
                beforeModel.run();
                return hasModels ? Optional.of(new PairPrediction(propensity, uplift, model + "@1")) : Optional.empty();
            }

            @Override
            public Map<String, String> versions() {
                return Map.of("accept", "1");
            }
        };
    }

    @Override
    public Statistics statistics() {
        return Statistics.NONE;
    }

    @Override
    public Permissions permissions(SubjectId person, Instant at) {
        beforeLedger.run();
        if (ledgerIsDown) {
            throw new IllegalStateException("The ledger does not answer.");
        }
        return permissions;
    }

    @Override
    public ContactHistory history(SubjectId person, Instant at) {
        beforeHistory.run();
        return new ContactHistory(contacts, List.of());
    }

    @Override
    public Optional<Standing> standing(SubjectId person, Instant at) {
        return answersTogether
                ? Optional.of(new Standing(permissions(person, at), history(person, at), person(person)))
                : Optional.empty();
    }

    @Override
    public Optional<String> reserve(
            SubjectId person, Contact contact, List<Cap> limits, ZoneId zone, String decision, Duration hold) {
        beforeReserving.run();
        if (permissions.objectsTo(contact.purpose(), contact.channel())) {
            return Optional.empty();
        }
        boolean exhausted = new ContactPolicy(limits)
                .usage(history(person, contact.at()), contact.at(), zone).stream()
                        .anyMatch(CapUsage::isExhausted);
        if (exhausted) {
            return Optional.empty();
        }
        contacts.add(contact);
        String id = "k-" + ++reservations;
        reserved.put(id, contact);
        return Optional.of(id);
    }

    @Override
    public void release(String contact) {
        contacts.remove(reserved.get(contact));
        released.add(contact);
    }

    @Override
    public void append(DecisionRecord record, Runnable waiting) {
        beforeLog.run();
        if (logIsDown) {
            throw new IllegalStateException("The log does not answer.");
        }
        log.add(record);
    }

    @Override
    public String version() {
        return "rules-1";
    }

    @Override
    public Vocabulary vocabulary() {
        Map<TermKey, Term> terms = new LinkedHashMap<>();
        terms.put(VALUE, term(VALUE, TermType.MONEY, new Source.Attribute()));
        terms.put(CHURN, term(CHURN, TermType.PROBABILITY, new Source.Prediction("churn")));
        terms.put(HEALTH, term(HEALTH, TermType.NUMBER, new Source.Attribute()));
        terms.put(PHONE_CONSENT, term(PHONE_CONSENT, TermType.YES_NO, new Source.Consent("Call centre")));
        terms.put(EMAIL_CONSENT, term(EMAIL_CONSENT, TermType.YES_NO, new Source.Consent("E-mail")));
        return new Vocabulary(
                Map.of(SubjectType.CUSTOMER, new Vocabulary.Subject(Title.of("Customer", "Kunde"), terms)),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(
                        "next-best-action",
                        new DecisionDeclaration.AmongActions("next-best-action", SubjectType.CUSTOMER)));
    }

    private Term term(TermKey key, TermType type, Source source) {
        return new Term(
                key,
                Title.of(key.value(), key.value()),
                type,
                Map.of(),
                Optional.empty(),
                new Missing.Stays(),
                false,
                source,
                Optional.empty(),
                key.equals(HEALTH) || serviceOnly.contains(key) ? Set.of(Purpose.SERVICE) : Set.of(Purpose.MARKETING),
                false,
                List.of());
    }

    @Override
    public Catalogue catalogue() {
        Map<ActionKey, Action> actions = new LinkedHashMap<>();
        add(actions, "credit", Purpose.MARKETING, Action.Effect.UPLIFT, 20);
        add(actions, "tip", Purpose.SERVICE, Action.Effect.NEEDS_OFFER, 190);
        more.forEach(name -> add(actions, name, Purpose.MARKETING, Action.Effect.NEEDS_OFFER, 150));
        return new Catalogue(
                actions,
                Map.of(
                        PHONE, channel(PHONE, 6.5, phoneUses, PHONE_CONSENT, weekdays()),
                        EMAIL, channel(EMAIL, 0.1, Map.of(), EMAIL_CONSENT, OpeningHours.ALWAYS)));
    }

    private void add(Map<ActionKey, Action> actions, String name, Purpose purpose, Action.Effect effect, double cost) {
        ActionKey key = new ActionKey(name);
        actions.put(
                key,
                new Action(
                        key,
                        Title.of(name, name),
                        groups.getOrDefault(name, "group"),
                        purpose,
                        List.of(PHONE, EMAIL),
                        new Action.Economics(new Calculation.Of(TermPath.of(VALUE)), cost, "accept"),
                        Map.of(),
                        effect,
                        usesIfAccepted,
                        levers.getOrDefault(name, 1.0),
                        0,
                        Optional.empty(),
                        Optional.empty()));
    }

    private static Channel channel(
            ChannelKey key, double cost, Map<String, Double> uses, TermKey consent, OpeningHours hours) {
        return new Channel(
                key,
                Title.of(key.value(), key.value()),
                cost,
                uses,
                Optional.of(consent),
                hours,
                Set.of(Direction.INBOUND, Direction.OUTBOUND));
    }

    private static OpeningHours weekdays() {
        return new OpeningHours(List.of(new OpeningHours.Span(
                Set.of(java.time.DayOfWeek.MONDAY), java.time.LocalTime.of(8, 0), java.time.LocalTime.of(20, 0))));
    }

    @Override
    public ContactPolicy contactPolicy() {
        return new ContactPolicy(caps);
    }

    @Override
    public Settings settings() {
        return new Settings(
                "Test",
                Currency.getInstance("EUR"),
                ZoneId.of("Europe/Berlin"),
                Duration.ofMillis(150),
                new ActionKey("tip"),
                unrecordedService,
                Map.of("default", exploration),
                control,
                0.3,
                upliftMeasured,
                assumedPropensity,
                0,
                Duration.ofMinutes(30),
                declaredPrices,
                retention);
    }

    @Override
    public Set<TermPath> eligibilityReads(SubjectType subject) {
        return readsChurnForEligibility ? Set.of(TermPath.of(CHURN)) : Set.of();
    }

    @Override
    public Judgement judge(RuleRequest request) {
        Map<CandidateRef, Judgement.CandidateJudgement> candidates = new HashMap<>();
        stopped.forEach((action, verdict) -> candidates.put(
                new CandidateRef.OfAction(action), new Judgement.CandidateJudgement(List.of(verdict), Map.of())));
        return new Judgement(Map.of(), candidates, List.of(), Map.of(), List.of());
    }

    @Override
    public Optional<RowRef> brokenPromise(Choice choice) {
        return choice.action()
                .filter(action -> forbiddenByPromise.contains(action.key()))
                .map(action -> new RowRef("promises.rules", "", 6, "Never"));
    }
}
