package org.lotse.models.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.lotse.engine.term.Event;
import org.lotse.engine.term.Missing;
import org.lotse.engine.term.Period;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.Source;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.TermType;
import org.lotse.engine.term.Title;
import org.lotse.engine.term.Value;
import org.lotse.engine.term.Vocabulary;

/** A small company in memory: a vocabulary, and a seeded history in which tickets lead to churn and offers are accepted. */
public final class Company implements History {
    public static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    public static final Instant END = Instant.parse("2026-01-01T00:00:00Z");

    private final List<Story> stories = new ArrayList<>();

    public Company(Story... told) {
        stories.addAll(List.of(told));
    }

    /** So many customers over two years. */
    public static Company generated(int customers, long seed) {
        Company company = new Company();
        Random random = new Random(seed);
        for (int i = 0; i < customers; i++) {
            company.stories.add(customer(i, random));
        }
        return company;
    }

    private static Story customer(int number, Random random) {
        SubjectId id = SubjectId.customer("c-" + number);
        boolean business = random.nextDouble() < 0.4;
        double trouble = random.nextDouble();
        List<Event> events = new ArrayList<>();
        int[] next = {0};
        for (int day = 0; day < 730; day++) {
            Instant time = START.plus(Duration.ofDays(day)).plus(Duration.ofHours(8 + random.nextInt(10)));
            if (random.nextDouble() < 0.03 * trouble * trouble) {
                events.add(event(id, next, "ticket", time, Map.of()));
            }
            if (random.nextDouble() < 0.012) {
                String action = random.nextDouble() < 0.5 ? "upsell" : "credit";
                String channel = random.nextDouble() < 0.5 ? "EMAIL" : "CALL_CENTRE";
                String group = random.nextDouble() < 0.2 ? "CONTROL" : "TREATED";
                Map<String, Value> data = Map.of(
                        "action", Value.text(action), "channel", Value.text(channel), "group", Value.text(group));
                events.add(event(id, next, "contact", time, data));
                double p = (action.equals("credit") ? 0.3 : 0.1)
                        + (channel.equals("EMAIL") ? 0 : 0.1)
                        + (business ? 0.15 : 0);
                if (group.equals("TREATED") && random.nextDouble() < p) {
                    events.add(event(
                            id, next, "ACCEPTED", time.plus(Duration.ofDays(2)), Map.of("action", Value.text(action))));
                }
            }
            if (random.nextDouble() < 0.02) {
                int hour = 8 + random.nextInt(11);
                double p = business ? (hour < 17 ? 0.8 : 0.2) : (hour < 17 ? 0.25 : 0.7);
                events.add(event(
                        id,
                        next,
                        "call",
                        START.plus(Duration.ofDays(day)).plus(Duration.ofHours(hour)),
                        Map.of(
                                "result", Value.text(random.nextDouble() < p ? "REACHED" : "NOT_REACHED"),
                                "weekday", Value.of(1 + day % 7),
                                "hour", Value.of(hour))));
            }
            if (random.nextDouble() < 0.0005 + 0.004 * trouble * trouble * trouble) {
                events.add(event(id, next, "CHURNED", time, Map.of()));
                break;
            }
        }
        return new Story(
                id,
                List.of(new Story.Version(
                        Instant.MIN,
                        Map.of(
                                new TermKey("kind"), Value.choice(business ? "BUSINESS" : "PRIVATE"),
                                new TermKey("name"), Value.text("Person " + number),
                                new TermKey("gender"), Value.choice(random.nextBoolean() ? "FEMALE" : "MALE")))),
                events,
                Map.of());
    }

    public static Event event(SubjectId id, int[] next, String type, Instant time, Map<String, Value> data) {
        return new Event(id.id() + "-" + next[0]++, type, id, time, data);
    }

    @Override
    public Instant until() {
        return END;
    }

    @Override
    public void forEach(SubjectType type, Consumer<Story> consumer) {
        stories.forEach(consumer);
    }

    public List<Story> stories() {
        return List.copyOf(stories);
    }

    /** Kind, name (service only), gender (sensitive), tickets in 90 days, calls, calls reached, and a prediction. */
    public static Vocabulary vocabulary() {
        Map<TermKey, Term> terms = new LinkedHashMap<>();
        add(terms, term("kind", TermType.CHOICE, new Source.Attribute(), true, false));
        add(terms, term("name", TermType.TEXT, new Source.Attribute(), false, false));
        add(terms, term("gender", TermType.CHOICE, new Source.Attribute(), true, true));
        add(terms, term("tickets-90d", TermType.COUNT, count("ticket", Map.of()), true, false));
        add(terms, term("calls-180d", TermType.COUNT, count("call", Map.of()), true, false));
        add(terms, term("reached-180d", TermType.COUNT, count("call", Map.of("result", "REACHED")), true, false));
        add(terms, term("left", TermType.COUNT, count("CHURNED", Map.of()), true, false));
        add(terms, term("churn", TermType.PROBABILITY, new Source.Prediction("churn"), true, false));
        return new Vocabulary(
                Map.of(SubjectType.CUSTOMER, new Vocabulary.Subject(Title.of("Customer", "Kunde"), terms)),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of());
    }

    private static Source count(String event, Map<String, String> where) {
        return new Source.Aggregate(
                Source.Function.COUNT,
                event,
                Optional.empty(),
                where,
                Optional.of(Period.parse("90d")),
                Optional.empty());
    }

    private static void add(Map<TermKey, Term> terms, Term term) {
        terms.put(term.key(), term);
    }

    private static Term term(String key, TermType type, Source source, boolean marketing, boolean sensitive) {
        return new Term(
                new TermKey(key),
                Title.of(key, key),
                type,
                Map.of(),
                Optional.empty(),
                new Missing.Stays(),
                false,
                source,
                Optional.empty(),
                marketing ? Set.of(Purpose.SERVICE, Purpose.MARKETING) : Set.of(Purpose.SERVICE),
                sensitive,
                List.of());
    }
}
