package org.lotse.api.contact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lotse.api.database.Question;
import org.lotse.api.person.Persons;
import org.lotse.engine.action.Action;
import org.lotse.engine.action.ActionKey;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.action.Direction;
import org.lotse.engine.contact.Cap;
import org.lotse.engine.contact.Contact;
import org.lotse.engine.contact.ContactHistory;
import org.lotse.engine.contact.Response;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.TermKey;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what counts of a person's contacts and answers, over all records of the person, in one question. Thread-safe. */
final class ReadContacts {
    /** Fatigue counts contacts as far back as this, whatever the policy says. */
    private static final Duration AT_LEAST = Duration.ofDays(35);
    /** A moment this close to now is now: what is planned for later counts. */
    private static final Duration NOW = Duration.ofMinutes(5);

    private static final Instant LATER = Instant.parse("9999-01-01T00:00:00Z");
    private static final String CONTACT = "contact";
    private static final String NO_PLAN = "";
    private static final String NO_ORDER = "\u0001";

    /**
     * A confirmed reservation is a contact event as well; the reservation knows purpose and group as they were. Each type has
     * a parameter of its own: of an array PostgreSQL expects ten elements, and plans anew for each question.
     */
    private static final String QUERY = """
            with %1$s
            select %2$s as asked, 'contact' as type, c.at, c.channel, c.action, c.action_group, c.purpose, c.direction
            from %3$s join contact_reservation c on c.subject_type = ? and c.subject_id = r.id
            where (c.state = 'CONFIRMED' or c.state = 'RESERVED' and c.expires_at > ?)
                and c.at > ? and c.at <= ?
                and coalesce(c.order_key, '') <> %4$s and (? = '' or coalesce(c.plan, '') <> ? or c.state = 'CONFIRMED')
            union all
            select %2$s, e.type, e.time, e.data ->> 'channel', e.data ->> 'action', null, null, e.data ->> 'direction'
            from record r join event e on e.subject_type = ? and e.subject_id = r.id
            where e.time > ? and e.time <= ? and e.type in (%5$s)
                and not (e.type = 'contact' and e.id like 'contact-k-%%'
                    and exists (select 1 from contact_reservation c where c.id = substr(e.id, 9)))
            """;

    /**
     * The question as these rules need it.
     *
     * @param types of events: contacts, and the outcomes that some cap pauses after
     * @param ofOne about one person
     * @param ofMany about many, of each of whom another order is left out
     */
    private record Asked(List<String> types, String ofOne, String ofMany) {
        static Asked of(RuleSet rules) {
            List<String> types = Stream.concat(
                            Stream.of(CONTACT),
                            rules.contactPolicy().caps().stream()
                                    .flatMap(cap -> cap.pause().stream())
                                    .map(Cap.Pause::outcome))
                    .distinct()
                    .toList();
            String places = String.join(", ", Collections.nCopies(types.size(), "?"));
            return new Asked(
                    types,
                    QUERY.formatted(Persons.RECORDS, "''", "record r", "?", places),
                    QUERY.formatted(
                            Persons.RECORDS_OF_MANY,
                            "r.asked",
                            "record r join unnest(cast(? as text[]), cast(? as text[])) as apart (asked, order_key)"
                                    + " on apart.asked = r.asked",
                            "apart.order_key",
                            places));
        }
    }

    private final JdbcClient database;
    private final RuleSets ruleSets;
    private final Clock clock;

    ReadContacts(JdbcClient database, RuleSets ruleSets, Clock clock) {
        this.database = database;
        this.ruleSets = ruleSets;
        this.clock = clock;
    }

    ContactHistory history(SubjectId person, Instant at, Apart apart) {
        Question<ContactHistory> question = question(person, at, apart);
        ContactHistory history = database.sql(question.sql())
                .params(question.parameters())
                .query((ResultSetExtractor<ContactHistory>) question.reading()::read);
        return history;
    }

    /** The same, to be asked together with others. */
    Question<ContactHistory> question(SubjectId person, Instant at, Apart apart) {
        RuleSet rules = ruleSets.active();
        Instant now = clock.instant();
        Timestamp until = until(at, now);
        Timestamp since = Timestamp.from(since(rules, at));
        Asked asked = rules.kept(Asked.class, Asked::of);
        List<Object> parameters = new ArrayList<>(Persons.parameters(person));
        parameters.addAll(List.of(
                person.type().value(),
                Timestamp.from(now),
                since,
                until,
                named(apart.order()),
                apart.plan(),
                apart.plan(),
                person.type().value(),
                since,
                until));
        parameters.addAll(asked.types());
        return new Question<>(asked.ofOne(), parameters, rows -> {
            Counted counted = new Counted(rules, at);
            while (rows.next()) {
                counted.add(rows);
            }
            return counted.history();
        });
    }

    /** The same of many persons at once, whose records are of one type, without what the order about each holds. */
    Map<SubjectId, ContactHistory> histories(
            SubjectType type, List<SubjectId> persons, Instant at, Function<SubjectId, String> order) {
        RuleSet rules = ruleSets.active();
        Instant now = clock.instant();
        Timestamp until = until(at, now);
        Timestamp since = Timestamp.from(since(rules, at));
        Asked asked = rules.kept(Asked.class, Asked::of);
        List<Object> parameters = new ArrayList<>(Persons.parameters(type, persons));
        parameters.addAll(List.of(
                persons.stream().map(SubjectId::id).toArray(String[]::new),
                persons.stream().map(order).map(ReadContacts::named).toArray(String[]::new),
                type.value(),
                Timestamp.from(now),
                since,
                until,
                NO_PLAN,
                NO_PLAN,
                type.value(),
                since,
                until));
        parameters.addAll(asked.types());
        Map<SubjectId, Counted> counted = new HashMap<>();
        persons.forEach(person -> counted.put(person, new Counted(rules, at)));
        database.sql(asked.ofMany()).params(parameters).query(row -> {
            Counted own = counted.get(new SubjectId(type, row.getString("asked")));
            if (own != null) {
                own.add(row);
            }
        });
        Map<SubjectId, ContactHistory> histories = new HashMap<>();
        counted.forEach((person, own) -> histories.put(person, own.history()));
        return histories;
    }

    /** An order's key as the question compares it: no order at all is one that nothing has. */
    private static String named(String order) {
        return order.isEmpty() ? NO_ORDER : order;
    }

    private static Timestamp until(Instant at, Instant now) {
        return Timestamp.from(at.isBefore(now.minus(NOW)) ? at : LATER);
    }

    /** What has been read of a person. */
    private static final class Counted {
        private final RuleSet rules;
        private final Instant at;
        private final List<Contact> contacts = new ArrayList<>();
        private final List<Response> responses = new ArrayList<>();

        Counted(RuleSet rules, Instant at) {
            this.rules = rules;
            this.at = at;
        }

        void add(ResultSet row) throws SQLException {
            if (row.getString("type").equals(CONTACT)) {
                contact(row, rules).ifPresent(contacts::add);
            } else if (!row.getTimestamp("at").toInstant().isAfter(at)) {
                responses.add(response(row, rules));
            }
        }

        ContactHistory history() {
            return new ContactHistory(contacts, responses);
        }
    }

    private static Instant since(RuleSet rules, Instant at) {
        ZoneId farthestEast = ZoneId.of("Pacific/Kiritimati");
        Instant counted = rules.contactPolicy().countsSince(at, farthestEast).minus(Duration.ofDays(2));
        Instant least = at.minus(AT_LEAST);
        return counted.isBefore(least) ? counted : least;
    }

    private static Response response(ResultSet row, RuleSet rules) throws SQLException {
        Optional<ActionKey> action = actionKey(row.getString("action"));
        Optional<Action> known = action.flatMap(rules.catalogue()::action);
        return new Response(
                row.getString("type"),
                row.getTimestamp("at").toInstant(),
                action,
                known.map(Action::group),
                channelKey(row.getString("channel")),
                known.map(Action::purpose));
    }

    /** A contact event without a channel (a control group's) is no contact. */
    private static Optional<Contact> contact(ResultSet row, RuleSet rules) throws SQLException {
        Optional<ActionKey> action = actionKey(row.getString("action"));
        Optional<Action> known = action.flatMap(rules.catalogue()::action);
        Optional<String> group = Optional.ofNullable(row.getString("action_group"));
        Optional<Purpose> purpose =
                Optional.ofNullable(row.getString("purpose")).map(Purpose::valueOf);
        Instant at = row.getTimestamp("at").toInstant();
        Direction direction = "INBOUND".equals(row.getString("direction")) ? Direction.INBOUND : Direction.OUTBOUND;
        return channelKey(row.getString("channel"))
                .map(channel -> new Contact(
                        at,
                        channel,
                        action,
                        group.or(() -> known.map(Action::group)),
                        purpose.or(() -> known.map(Action::purpose)).orElse(Purpose.SERVICE),
                        direction));
    }

    private static Optional<ChannelKey> channelKey(@Nullable String channel) {
        return Optional.ofNullable(channel)
                .filter(key -> !key.isBlank() && !key.equalsIgnoreCase("NONE"))
                .map(ChannelKey::new);
    }

    private static Optional<ActionKey> actionKey(@Nullable String action) {
        return Optional.ofNullable(action)
                .map(key -> key.toLowerCase(Locale.ROOT))
                .filter(TermKey::isWellFormed)
                .map(ActionKey::new);
    }
}
