package org.lotse.api.duplicate;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lotse.api.person.Persons;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.problem.ProblemKind;
import org.lotse.api.security.Caller;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.term.Language;
import org.lotse.engine.term.Source;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.Title;
import org.lotse.models.duplicate.Field;
import org.lotse.models.duplicate.GoldenRecord;
import org.lotse.models.duplicate.GoldenRecord.Reason;
import org.lotse.models.duplicate.GoldenRecord.Said;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one record a person has where several are stored: for each term the value that wins and why. It is worked out when it is
 * asked for; choices of stewards are kept and can be taken back. Thread-safe.
 */
@Component
@Transactional(readOnly = true)
public class GoldenRecords {
    private final JdbcClient database;
    private final JsonMapper json;
    private final Persons persons;
    private final RuleSets rules;
    private final MessageSource messages;
    private final Clock clock;
    private final Map<String, Field> fields = new LinkedHashMap<>();

    GoldenRecords(
            JdbcClient database,
            JsonMapper json,
            Persons persons,
            RuleSets rules,
            DuplicateSettings settings,
            MessageSource messages,
            Clock clock) {
        this.database = database;
        this.json = json;
        this.persons = persons;
        this.rules = rules;
        this.messages = messages;
        this.clock = clock;
        settings.fields().forEach((field, terms) -> terms.forEach(term -> fields.put(term, field)));
    }

    /**
     * A person's one record.
     *
     * @param records all records it is made of, the leading one first
     * @param outdated records to be corrected where they came from
     */
    public record View(
            String customerId, String leading, List<String> records, List<Line> fields, List<Outdated> outdated) {
        public View {
            records = List.copyOf(records);
            fields = List.copyOf(fields);
            outdated = List.copyOf(outdated);
        }
    }

    /**
     * A term.
     *
     * @param shown the value in words
     * @param record whose value it is
     * @param text the reason in words
     * @param others what other records say
     */
    public record Line(
            String term,
            String title,
            String value,
            String shown,
            String record,
            Reason reason,
            String text,
            Instant since,
            List<OtherLine> others) {
        public Line {
            others = List.copyOf(others);
        }
    }

    /** What another record says. */
    public record OtherLine(String record, String value, String shown, Instant since) {}

    /** A record whose address is out of date, in words. */
    public record Outdated(String record, String text) {}

    /**
     * The record of the person a customer is.
     *
     * @throws ProblemException 404 when there is no such customer
     */
    public View of(String id, Locale locale) {
        SubjectId customer = known(id);
        return of(id, persons.leading(customer).id(), ids(customer), locale);
    }

    /** What would be the record if these two were one person. */
    public View wouldBe(String one, String other, Locale locale) {
        SubjectId lead = persons.leading(SubjectId.customer(one));
        List<String> all = Stream.concat(ids(lead).stream(), ids(SubjectId.customer(other)).stream())
                .distinct()
                .toList();
        return of(one, lead.id(), all, locale);
    }

    /**
     * Chooses whose value of a term wins; nobody's: rules decide again.
     *
     * @throws ProblemException 400 for a record that is none of the person's or says nothing of the term
     */
    @Transactional
    public View choose(String id, String term, @Nullable String record, Caller caller, Locale locale) {
        SubjectId customer = known(id);
        List<String> records = ids(customer);
        if (record != null
                && sources(records).stream()
                        .filter(source -> source.id().equals(record))
                        .noneMatch(source -> source.says().containsKey(term))) {
            throw ProblemException.invalid("/record", "NOT_OF_PERSON", record, term, String.join(", ", records));
        }
        database.sql("delete from golden_choice where record = any (?) and term = ?")
                .param(records.toArray(String[]::new))
                .param(term)
                .update();
        if (record != null) {
            database.sql("insert into golden_choice (record, term, chosen_by, chosen_at) values (?, ?, ?, ?)")
                    .params(record, term, caller.name(), Timestamp.from(clock.instant()))
                    .update();
        }
        return of(id, locale);
    }

    private View of(String id, String leading, List<String> records, Locale locale) {
        List<String> ordered = records.stream()
                .sorted(Comparator.comparing((String record) -> !record.equals(leading))
                        .thenComparing(record -> record))
                .toList();
        List<GoldenRecord.Source> sources = sources(ordered);
        List<Line> lines = GoldenRecord.of(sources, fields, choices(ordered)).stream()
                .flatMap(winner -> line(winner, locale).stream())
                .toList();
        Set<String> moved = GoldenRecord.movedAwayFrom(sources, fields);
        return new View(
                id,
                leading,
                ordered,
                lines,
                ordered.stream()
                        .filter(moved::contains)
                        .map(record -> new Outdated(record, say("duplicate.golden.outdated", locale, record)))
                        .toList());
    }

    private Optional<Line> line(GoldenRecord.Winner winner, Locale locale) {
        return attribute(winner.term())
                .map(term -> new Line(
                        winner.term(),
                        term.title().in(Language.of(locale)),
                        winner.value(),
                        shown(term, winner.value(), locale),
                        winner.record(),
                        winner.reason(),
                        say(
                                "duplicate.golden." + winner.reason(),
                                locale,
                                winner.record(),
                                day(winner.since(), locale)),
                        winner.since(),
                        winner.others().stream()
                                .map(other -> new OtherLine(
                                        other.record(),
                                        other.value(),
                                        shown(term, other.value(), locale),
                                        other.since()))
                                .toList()));
    }

    private Optional<Term> attribute(String term) {
        return TermKey.isWellFormed(term)
                ? rules.active()
                        .vocabulary()
                        .term(SubjectType.CUSTOMER, new TermKey(term))
                        .filter(known -> known.source() instanceof Source.Attribute)
                : Optional.empty();
    }

    private static String shown(Term term, String value, Locale locale) {
        Title title = term.values().get(value);
        return title == null ? value : title.in(Language.of(locale));
    }

    /** What each record says, and since when it has said so. */
    private List<GoldenRecord.Source> sources(List<String> records) {
        Map<String, Map<String, Said>> says = new HashMap<>();
        database.sql("""
                        select v.id, v.valid_from, v.attributes from subject_version v
                        where v.type = 'customer' and v.id = any (?) and v.valid_from <= ?
                        order by v.id, v.valid_from, v.version""")
                .param(records.toArray(String[]::new))
                .param(Timestamp.from(clock.instant()))
                .query(row -> {
                    Map<String, Said> before = says.getOrDefault(row.getString("id"), Map.of());
                    Map<String, Said> now = new HashMap<>();
                    Instant from = row.getTimestamp("valid_from").toInstant();
                    for (Map.Entry<String, JsonNode> field :
                            json.readTree(row.getString("attributes")).properties()) {
                        String value = field.getValue().asString("").strip();
                        if (!value.isEmpty()) {
                            Said known = before.get(field.getKey());
                            now.put(
                                    field.getKey(),
                                    known != null && known.value().equals(value) ? known : new Said(value, from));
                        }
                    }
                    says.put(row.getString("id"), now);
                });
        return records.stream()
                .map(record -> new GoldenRecord.Source(record, says.getOrDefault(record, Map.of())))
                .toList();
    }

    private Map<String, String> choices(List<String> records) {
        Map<String, String> choices = new HashMap<>();
        database.sql("select term, record from golden_choice where record = any (?) order by chosen_at")
                .param(records.toArray(String[]::new))
                .query(row -> {
                    choices.put(row.getString("term"), row.getString("record"));
                });
        return choices;
    }

    private List<String> ids(SubjectId customer) {
        return persons.records(customer).stream().map(SubjectId::id).toList();
    }

    private SubjectId known(String id) {
        boolean there = database.sql("select exists (select 1 from subject where type = 'customer' and id = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
        if (!there) {
            throw ProblemException.of(ProblemKind.UNKNOWN_SUBJECT, "customer", id);
        }
        return SubjectId.customer(id);
    }

    private String day(Instant since, Locale locale) {
        ZoneId zone = rules.active().settings().zone();
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(since.atZone(zone));
    }

    private String say(String key, Locale locale, Object... values) {
        return String.valueOf(messages.getMessage(key, values, locale));
    }
}
