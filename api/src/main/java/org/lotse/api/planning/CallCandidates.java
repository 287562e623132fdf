package org.lotse.api.planning;

import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lotse.api.segment.FindAudience;
import org.lotse.api.subjects.JdbcSubjects;
import org.lotse.engine.contact.ContactLedger;
import org.lotse.engine.decision.ServingModels;
import org.lotse.engine.planning.calls.Candidate;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.Event;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.ResolveTerms;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectState;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Terms;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Chooses whom a call is worth: value, closing probability and reachability by hour, from the serving models; only who
 * consented to marketing by phone, did not object, and has not been contacted as often as the contact policy allows.
 */
@Component
class CallCandidates {
    private static final TermKey VALUE = new TermKey("clv");
    private static final TermKey CLOSING = new TermKey("closing");
    private static final String LEFT = "CHURNED";
    private static final TermKey COUNTRY = new TermKey("country");
    private static final TermKey REGION = new TermKey("region");
    private static final TermKey ZONE = new TermKey("time-zone");
    private static final TermKey NEEDS = new TermKey("call-skills");
    private static final TermKey PREFERRED = new TermKey("preferred-agent");
    private static final String CALL = "call";
    private static final int CHUNK = 500;

    private final JdbcSubjects subjects;
    private final ServingModels serving;
    private final AskReach reachability;
    private final WorkingCalendar calendar;
    private final FindAudience audiences;
    private final AskDecisions decisions;
    private final JdbcClient database;
    private final Clock clock;

    CallCandidates(
            JdbcSubjects subjects,
            ServingModels serving,
            AskReach reachability,
            WorkingCalendar calendar,
            FindAudience audiences,
            AskDecisions decisions,
            JdbcClient database,
            Clock clock) {
        this.decisions = decisions;
        this.database = database;
        this.subjects = subjects;
        this.serving = serving;
        this.reachability = reachability;
        this.calendar = calendar;
        this.audiences = audiences;
        this.clock = clock;
    }

    /**
     * The candidates who promise most, best first.
     *
     * @param ledger as this plan must see it: without what it has reserved itself
     * @param bases hears what each reachability was taken from
     */
    List<Candidate> choose(
            RuleSet rules,
            StoredCalls.Wish wish,
            List<ZonedDateTime> slots,
            Set<String> agents,
            ContactLedger ledger,
            ReachBasis bases) {
        Scoring scoring = new Scoring(rules, wish, slots, agents, bases);
        List<SubjectState> chunk = new ArrayList<>(CHUNK);
        List<Candidate> all = new ArrayList<>();
        subjects.forEach(SubjectType.CUSTOMER, clock.instant(), state -> {
            chunk.add(state);
            if (chunk.size() == CHUNK) {
                all.addAll(scoring.score(chunk));
                chunk.clear();
            }
        });
        all.addAll(scoring.score(chunk));
        all.sort(Comparator.comparingDouble(CallCandidates::best).reversed());
        Instant first = slots.getFirst().toInstant();
        List<Candidate> allowed = new ArrayList<>();
        for (Candidate candidate : all) {
            if (allowed.size() >= wish.most() && candidate.promised() == null) {
                continue;
            }
            // Who asked for a call is called, whatever caps say; an objection said since counts.
            boolean asked = candidate.promised() != null
                    && !ledger.permissions(SubjectId.customer(candidate.customerId()), first)
                            .objectsTo(Purpose.MARKETING, StoredCalls.PHONE);
            if (asked
                    || MayBeContacted.on(
                            StoredCalls.PHONE, SubjectId.customer(candidate.customerId()), rules, first, ledger)) {
                allowed.add(candidate);
            }
        }
        return wish.byDecisions() ? byDecisions(allowed, ledger, first, bases) : allowed;
    }

    /** Worth what the decisions would gain by a call; whom they would not call is left out, unless a call was promised. */
    private List<Candidate> byDecisions(
            List<Candidate> candidates, ContactLedger ledger, Instant at, ReachBasis bases) {
        AskDecisions.Asking asking = decisions.of(ledger, at);
        return candidates.parallelStream()
                .flatMap(candidate -> {
                    Optional<AskDecisions.Worth> worth =
                            asking.worth(SubjectId.customer(candidate.customerId()), StoredCalls.PHONE);
                    worth.ifPresent(known -> bases.offer(candidate.customerId(), known.action()));
                    return worth
                            .map(known -> candidate.worth(known.value(), known.probability()))
                            .or(() -> Optional.of(candidate).filter(one -> one.promised() != null))
                            .stream();
                })
                .toList();
    }

    private static double best(Candidate candidate) {
        return candidate.reachability().keySet().stream()
                .mapToDouble(candidate::expectedValue)
                .max()
                .orElse(0);
    }

    /** Turns stored customers into candidates. */
    private final class Scoring {
        private final ResolveTerms resolve;
        private final StoredCalls.Wish wish;
        private final List<ZonedDateTime> slots;
        private final RuleSet rules;
        private final ReachBasis bases;
        private final AskReach.Asking reach;
        private final Instant now = clock.instant();
        private final Map<String, Candidate.Promise> promises;
        private final Set<String> agents;

        Scoring(RuleSet rules, StoredCalls.Wish wish, List<ZonedDateTime> slots, Set<String> agents, ReachBasis bases) {
            this.promises = promised(slots, agents);
            this.agents = agents;
            this.resolve = new ResolveTerms(rules.vocabulary(), rules.settings().zone());
            this.rules = rules;
            this.wish = wish;
            this.slots = slots;
            this.bases = bases;
            this.reach = reachability.asOf(now, rules.settings().zone());
        }

        List<Candidate> score(List<SubjectState> states) {
            return states.parallelStream()
                    .filter(state -> promises.containsKey(state.id().id()) || (!hasLeft(state) && mayTryAgain(state)))
                    .flatMap(state -> candidate(state).stream())
                    .toList();
        }

        private Optional<Candidate> candidate(SubjectState state) {
            Terms terms = resolve.resolve(new ResolveTerms.Sources(
                    state, Map.of(), Map.of(), now, serving.predictions(), serving.statistics()));
            OptionalDouble value = terms.number(TermPath.of(VALUE));
            OptionalDouble closing = terms.number(TermPath.of(CLOSING));
            if (value.isEmpty()
                    || closing.isEmpty()
                    || value.getAsDouble() <= 0
                    || !audiences.includes(wish.audience(), state.id(), now, rules)) {
                return Optional.empty();
            }
            WorkingCalendar.Home home = calendar.home(
                    text(terms, COUNTRY),
                    text(terms, REGION),
                    text(terms, ZONE),
                    rules.settings().zone());
            Map<Instant, Double> reached = new HashMap<>();
            AskReach.Answer answer = reach.of(terms, state);
            bases.keep(state.id().id(), answer.basis());
            for (ZonedDateTime slot : slots) {
                ZonedDateTime there = slot.withZoneSameInstant(home.zone());
                reached.put(
                        slot.toInstant(),
                        calendar.onSchoolDays(home, there.toLocalDate())
                                * answer.at().applyAsDouble(there.getDayOfWeek(), there.getHour()));
            }
            return Optional.of(new Candidate(
                    state.id().id(),
                    value.getAsDouble(),
                    closing.getAsDouble(),
                    skills(terms),
                    home.region(),
                    home.zone(),
                    home.country(),
                    promises.get(state.id().id()),
                    new Candidate.Repeats(wish.attempts(), wish.spacing(), Integer.MAX_VALUE),
                    preferred(terms),
                    reached));
        }

        /** Whom the customer likes to speak with, when at work. */
        private @Nullable String preferred(Terms terms) {
            String agent = text(terms, PREFERRED);
            return agents.contains(agent) ? agent : null;
        }
    }

    /** What whoever calls has to know, separated by commas. */
    private static Set<String> skills(Terms terms) {
        return Arrays.stream(text(terms, NEEDS).split(",", -1))
                .map(String::strip)
                .filter(skill -> !skill.isEmpty())
                .collect(Collectors.toSet());
    }

    private static String text(Terms terms, TermKey key) {
        return terms.value(key)
                .filter(org.lotse.engine.term.Value.Text.class::isInstance)
                .map(value -> ((org.lotse.engine.term.Value.Text) value).value())
                .orElse("");
    }

    /** Call-backs promised for one of these slots; one of an agent who is not there may be made by anybody. */
    private Map<String, Candidate.Promise> promised(List<ZonedDateTime> slots, Set<String> agents) {
        Map<String, Candidate.Promise> promises = new HashMap<>();
        Instant last = slots.getLast().toInstant().plus(1, ChronoUnit.HOURS);
        database.sql("select customer_id, agent, at from call_promise where at >= ? and at < ?")
                .params(java.sql.Timestamp.from(slots.getFirst().toInstant()), java.sql.Timestamp.from(last))
                .query(row -> {
                    String agent = row.getString("agent");
                    promises.put(
                            row.getString("customer_id"),
                            new Candidate.Promise(
                                    agents.contains(agent) ? agent : null,
                                    row.getTimestamp("at").toInstant()));
                });
        return promises;
    }

    /** Calls are counted whether they reached anybody or not; a campaign is taken to last ninety days. */
    private boolean mayTryAgain(SubjectState state) {
        Instant now = clock.instant();
        int today = 0;
        int week = 0;
        int campaign = 0;
        for (Event event : state.events()) {
            if (event.type().equals(CALL)) {
                today += event.time().isAfter(now.minus(1, ChronoUnit.DAYS)) ? 1 : 0;
                week += event.time().isAfter(now.minus(7, ChronoUnit.DAYS)) ? 1 : 0;
                campaign += event.time().isAfter(now.minus(90, ChronoUnit.DAYS)) ? 1 : 0;
            }
        }
        return calendar.allowsAnother(today, week, campaign);
    }

    /** The last thing that happened is that the customer left. */
    private static boolean hasLeft(SubjectState state) {
        return state.events().stream()
                .max(Comparator.comparing(Event::time))
                .map(Event::type)
                .filter(LEFT::equals)
                .isPresent();
    }
}
