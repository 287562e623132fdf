package org.lotse.engine.decision;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.lotse.engine.action.Action;
import org.lotse.engine.action.ActionKey;
import org.lotse.engine.action.Catalogue;
import org.lotse.engine.action.Channel;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.action.Direction;
import org.lotse.engine.action.OpeningHours;
import org.lotse.engine.arbitration.ControlGroup;
import org.lotse.engine.arbitration.Exploration;
import org.lotse.engine.arbitration.Price;
import org.lotse.engine.calculation.Calculation;
import org.lotse.engine.contact.Cap;
import org.lotse.engine.contact.CapUsage;
import org.lotse.engine.contact.ContactPolicy;
import org.lotse.engine.contact.Permissions;
import org.lotse.engine.prediction.Predictions.PairPrediction;
import org.lotse.engine.rule.CandidateRef;
import org.lotse.engine.rule.Choice;
import org.lotse.engine.rule.Comparison;
import org.lotse.engine.rule.Conclusion;
import org.lotse.engine.rule.Firing;
import org.lotse.engine.rule.Judged;
import org.lotse.engine.rule.Judgement;
import org.lotse.engine.rule.Keyed;
import org.lotse.engine.rule.Keys;
import org.lotse.engine.rule.Layer;
import org.lotse.engine.rule.Operator;
import org.lotse.engine.rule.Questions;
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
import org.lotse.engine.term.Reading;
import org.lotse.engine.term.Source;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.TermType;
import org.lotse.engine.term.Terms;
import org.lotse.engine.term.Title;
import org.lotse.engine.term.Value;
import org.lotse.engine.term.Vocabulary;

/** A bundle drawn at random: actions, channels, caps, promises, verdicts and what was read of a customer. */
final class AnyBundle implements RuleSet {
    static final DecisionDeclaration.AmongActions DECLARATION =
            new DecisionDeclaration.AmongActions("next-best-action", SubjectType.CUSTOMER, Set.of(), Set.of("g3"));
    private static final Instant MONDAY = Instant.parse("2026-11-23T10:00:00Z");
    private static final List<String> TERMS = List.of("value", "age", "health", "score");

    private final Map<ActionKey, Action> actions = new LinkedHashMap<>();
    private final Map<ChannelKey, Channel> channels = new LinkedHashMap<>();
    private final List<Cap> caps = new ArrayList<>();
    private final List<RowRef> rows = new ArrayList<>();
    private final Map<Class<?>, Object> kept = new ConcurrentHashMap<>();
    private final boolean tellsItsRows;
    private final Settings settings;
    private final long verdicts;

    AnyBundle(Random random) {
        for (int channel = 0; channel < 3; channel++) {
            ChannelKey key = new ChannelKey("CHANNEL" + channel);
            channels.put(
                    key,
                    new Channel(
                            key,
                            Title.of(key.value(), key.value()),
                            random.nextInt(4),
                            random.nextBoolean() ? Map.of("slot", 1.0) : Map.of(),
                            channel < 2 ? Optional.of(new TermKey("consent-" + channel)) : Optional.empty(),
                            hours(random),
                            random.nextInt(3) == 0
                                    ? Set.of(Direction.INBOUND)
                                    : Set.of(Direction.INBOUND, Direction.OUTBOUND)));
        }
        int count = 1 + random.nextInt(8);
        for (int number = 0; number < count; number++) {
            Action action = action("action-" + (char) ('a' + number), random);
            actions.put(action.key(), action);
        }
        for (int cap = 0; cap < random.nextInt(5); cap++) {
            caps.add(cap(cap, random));
        }
        for (int row = 0; row < 6; row++) {
            rows.add(new RowRef("tables/t.csv", "", row, ""));
        }
        this.tellsItsRows = random.nextBoolean();
        this.verdicts = random.nextLong();
        this.settings = settings(random);
    }

    private static OpeningHours hours(Random random) {
        return random.nextInt(3) > 0
                ? OpeningHours.ALWAYS
                : new OpeningHours(List.of(new OpeningHours.Span(
                        Set.of(java.time.DayOfWeek.TUESDAY),
                        java.time.LocalTime.of(8, 0),
                        java.time.LocalTime.of(20, 0))));
    }

    private Action action(String name, Random random) {
        List<ChannelKey> own = new ArrayList<>(channels.keySet());
        java.util.Collections.shuffle(own, random);
        Action.Economics economics = economics(random);
        return new Action(
                new ActionKey(name),
                Title.of(name, name),
                "g" + random.nextInt(4),
                random.nextInt(3) == 0 ? Purpose.SERVICE : Purpose.MARKETING,
                own.subList(0, 1 + random.nextInt(3)),
                economics,
                random.nextInt(3) == 0 ? Map.of(own.getFirst(), economics(random)) : Map.of(),
                random.nextBoolean() ? Action.Effect.UPLIFT : Action.Effect.NEEDS_OFFER,
                random.nextInt(3) == 0 ? Map.of("budget", 2.0, "slot", 1.0) : Map.of(),
                random.nextInt(3) == 0 ? 1.5 : 1,
                random.nextInt(4) == 0 ? 5 : 0,
                random.nextInt(8) == 0 ? Optional.of(java.time.LocalDate.of(2026, 12, 1)) : Optional.empty(),
                Optional.empty());
    }

    private static Action.Economics economics(Random random) {
        Calculation term = new Calculation.Of(path(TERMS.get(random.nextInt(TERMS.size()))));
        Calculation value = random.nextBoolean()
                ? term
                : new Calculation.Binary(Calculation.Sign.TIMES, term, new Calculation.Constant(random.nextInt(4)));
        return new Action.Economics(value, random.nextInt(10), random.nextInt(5) == 0 ? "other" : "accept");
    }

    private Cap cap(int number, Random random) {
        Cap.Scope scope = switch (random.nextInt(4)) {
            case 0 -> new Cap.Scope.Person();
            case 1 -> new Cap.Scope.OfChannel(new ChannelKey("CHANNEL" + random.nextInt(3)));
            case 2 -> new Cap.Scope.OfPurpose(Purpose.MARKETING);
            default -> new Cap.Scope.OfGroup("g" + random.nextInt(4));
        };
        return new Cap(
                "contact-policy.csv#" + number,
                number,
                scope,
                OptionalInt.of(1 + random.nextInt(3)),
                Optional.of(new Cap.Window.Rolling(Period.parse("7d"))),
                Optional.empty(),
                random.nextBoolean() ? Optional.of(Direction.OUTBOUND) : Optional.empty(),
                "");
    }

    private static Settings settings(Random random) {
        Exploration thompson = new Exploration(0.3, Exploration.Method.THOMPSON, 50);
        return new Settings(
                "Any",
                Currency.getInstance("EUR"),
                ZoneId.of("Europe/Berlin"),
                Duration.ofMillis(150),
                new ActionKey("nothing"),
                false,
                Map.of("default", Exploration.epsilon(random.nextInt(3) * 0.3), "g1", thompson),
                new ControlGroup(0.1, "s", Set.of("g2")),
                0.4,
                random.nextBoolean() ? Set.of(Direction.OUTBOUND) : Set.of(),
                random.nextBoolean() ? Optional.of(0.2) : Optional.empty(),
                random.nextInt(3) * 0.3,
                Duration.ofMinutes(30),
                Map.of(),
                random.nextInt(8) == 0
                        ? Map.of(Purpose.SERVICE, new Retention(Period.parse("3y"), "contract"))
                        : Map.of(
                                Purpose.SERVICE, new Retention(Period.parse("3y"), "contract"),
                                Purpose.MARKETING, new Retention(Period.parse("2y"), "consent")));
    }

    /** What was read of a customer. */
    Inputs inputs(Random random) {
        Map<TermPath, Reading> read = new HashMap<>();
        for (String term : List.of("value", "age", "health")) {
            if (random.nextInt(6) > 0) {
                read.put(path(term), new Reading.Known(Value.of(random.nextInt(40))));
            }
        }
        for (int channel = 0; channel < 2; channel++) {
            if (random.nextInt(4) > 0) {
                read.put(path("consent-" + channel), new Reading.Known(Value.of(random.nextBoolean())));
            }
        }
        List<CapUsage> usages = caps.stream()
                .map(cap -> new CapUsage(
                        cap.id(),
                        random.nextInt(3),
                        random.nextInt(3) == 0
                                ? Optional.of(MONDAY.plusSeconds(60L + random.nextInt(2)))
                                : Optional.empty()))
                .toList();
        ChannelKey channel = new ChannelKey("CHANNEL" + random.nextInt(3));
        return new Inputs(
                DECLARATION.key(),
                SubjectId.customer("c-1"),
                MONDAY,
                random.nextLong(),
                random.nextInt(3) == 0 ? Optional.of(channel) : Optional.empty(),
                random.nextBoolean() ? Direction.INBOUND : Direction.OUTBOUND,
                1 + random.nextInt(3),
                placements(random),
                new Terms(read),
                Map.of(),
                new Permissions(
                        Map.of(),
                        random.nextInt(5) == 0 ? Set.of(Purpose.MARKETING) : Set.of(),
                        random.nextInt(5) == 0 ? Set.of(channel) : Set.of()),
                usages,
                random.nextInt(4),
                Map.of("slot", Price.declared(1.5), "budget", Price.declared(0.1)),
                random.nextInt(4) == 0,
                random.nextInt(8) == 0 ? List.of(Part.model("accept")) : List.of());
    }

    private static List<Placement> placements(Random random) {
        if (random.nextInt(3) > 0) {
            return List.of();
        }
        return List.of(
                new Placement("top", List.of(), 1, Set.of("g0", "g1"), false),
                new Placement("side", List.of(new ChannelKey("CHANNEL1")), 2, Set.of(), random.nextBoolean()),
                new Placement("below", List.of(), 1, Set.of(), false));
    }

    /** Predictions drawn from the pair's name. */
    Weighing.PairPredictions predictions(long seed) {
        return (model, pair, purpose) -> {
            Random random = new Random(seed ^ pair.hashCode());
            return model.equals("other") || random.nextInt(10) == 0
                    ? Optional.empty()
                    : Optional.of(new PairPrediction(
                            random.nextInt(5) * 0.2,
                            random.nextBoolean() ? Optional.of(random.nextDouble() - 0.3) : Optional.empty(),
                            "accept@1"));
        };
    }

    private static TermPath path(String term) {
        return TermPath.of(new TermKey(term));
    }

    private Firing firing(Random random) {
        int row = random.nextInt(rows.size());
        return new Firing(rows.get(row), List.of(comparison(row)));
    }

    /** Rows 0 to 3 read a term each. */
    private static Comparison comparison(int row) {
        return new Comparison(
                path(TERMS.get(row % TERMS.size())), Operator.IS_GIVEN, List.of(), Optional.empty(), "", true);
    }

    @Override
    public Judgement judge(RuleRequest request) {
        Random random = new Random(verdicts ^ request.terms().hashCode());
        Map<CandidateRef, Judgement.CandidateJudgement> judged = new HashMap<>();
        for (CandidateRef candidate : request.candidates().keySet()) {
            List<Verdict> said = new ArrayList<>();
            for (Layer layer : Layer.values()) {
                Verdict verdict = switch (random.nextInt(10)) {
                    case 0 -> new Verdict.Forbidden(layer, firing(random));
                    case 1 -> new Verdict.NotAllowed(layer, firing(random));
                    case 2, 3 -> new Verdict.Passed(layer, List.of(firing(random)));
                    case 4 -> new Verdict.Passed(layer, List.of(firing(random), firing(random)));
                    default -> new Verdict.Passed(layer, List.of());
                };
                said.add(verdict);
                if (!(verdict instanceof Verdict.Passed)) {
                    break;
                }
            }
            judged.put(candidate, new Judgement.CandidateJudgement(said, Map.of()));
        }
        List<Judgement.ChannelRule> ruled = new ArrayList<>();
        for (int rule = 0; rule < Math.max(0, random.nextInt(4) - 1); rule++) {
            ruled.add(new Judgement.ChannelRule(
                    new ChannelKey("CHANNEL" + random.nextInt(3)), random.nextBoolean(), firing(random)));
        }
        TermKey score = new TermKey("score");
        Conclusion conclusion = new Conclusion(
                score,
                random.nextBoolean() ? Optional.of(Value.of(random.nextInt(30))) : Optional.empty(),
                random.nextBoolean() ? List.of(firing(random)) : List.of(),
                List.of());
        return new Judgement(
                Map.of(score, conclusion),
                tellsItsRows ? onDemand(request, judged) : judged,
                ruled,
                Map.of(),
                List.of());
    }

    /** As a bundle answers that makes its verdicts when somebody reads them. */
    private static Map<CandidateRef, Judgement.CandidateJudgement> onDemand(
            RuleRequest request, Map<CandidateRef, Judgement.CandidateJudgement> judged) {
        if (!(request.candidates() instanceof Keyed<CandidateRef, Terms> keyed)) {
            return judged;
        }
        Keys<CandidateRef> keys = keyed.keys();
        Judgement.CandidateJudgement silent = new Judgement.CandidateJudgement(List.of(), Map.of());
        boolean[] stopped = new boolean[keys.size()];
        for (int place = 0; place < stopped.length; place++) {
            stopped[place] =
                    judged.getOrDefault(keys.at(place), silent).stoppedBy().isPresent();
        }
        return new Judged(keys, stopped, place -> judged.getOrDefault(keys.at(place), silent));
    }

    @Override
    public Optional<RowRef> brokenPromise(Choice choice) {
        int hash =
                choice.action().hashCode() ^ choice.channel().map(Channel::key).hashCode();
        return (hash & 15) == 3 ? Optional.of(new RowRef("promises.rules", "", hash & 7, "")) : Optional.empty();
    }

    /** Some bundles tell which rows allow what, and so which rows bring nothing into marketing; others keep it to themselves. */
    @Override
    public Questions questions(SubjectType subject) {
        if (!tellsItsRows) {
            return Questions.NONE;
        }
        List<Questions.Allowing> allowing = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            Comparison comparison = comparison(row);
            allowing.add(new Questions.Allowing(
                    rows.get(row),
                    Layer.ELIGIBILITY,
                    Set.of(),
                    List.of(new Questions.Asked(
                            comparison.term(), comparison.operator(), List.of(), List.of(), List.of()))));
        }
        Map<TermPath, Set<TermPath>> from = Map.of(
                path("score"), Set.copyOf(TERMS.stream().map(AnyBundle::path).toList()));
        return new Questions(List.of(), allowing, Set.of(), from, Set.of(), new TreeSet<>());
    }

    @Override
    public <T> T kept(Class<T> what, Function<RuleSet, T> work) {
        return what.cast(kept.computeIfAbsent(what, name -> work.apply(this)));
    }

    @Override
    public String version() {
        return "any";
    }

    @Override
    public Vocabulary vocabulary() {
        Map<TermKey, Term> terms = new LinkedHashMap<>();
        TERMS.forEach(name -> terms.put(new TermKey(name), term(name)));
        return new Vocabulary(
                Map.of(SubjectType.CUSTOMER, new Vocabulary.Subject(Title.of("Customer", "Kunde"), terms)),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(DECLARATION.key(), DECLARATION));
    }

    private static Term term(String name) {
        return new Term(
                new TermKey(name),
                Title.of(name, name),
                TermType.NUMBER,
                Map.of(),
                Optional.empty(),
                new Missing.Stays(),
                false,
                name.equals("score") ? new Source.Rules() : new Source.Attribute(),
                Optional.empty(),
                name.equals("health") ? Set.of(Purpose.SERVICE) : Set.of(Purpose.SERVICE, Purpose.MARKETING),
                false,
                List.of());
    }

    @Override
    public Catalogue catalogue() {
        return new Catalogue(actions, channels);
    }

    @Override
    public ContactPolicy contactPolicy() {
        return new ContactPolicy(caps);
    }

    @Override
    public Settings settings() {
        return settings;
    }

    @Override
    public Set<TermPath> eligibilityReads(SubjectType subject) {
        return Set.of();
    }
}
