package org.lotse.api.result;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lotse.api.problem.ProblemException;
import org.lotse.engine.arbitration.ControlGroup;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.evaluation.CompareGroups;
import org.lotse.engine.evaluation.Comparison;
import org.lotse.engine.evaluation.Group;
import org.lotse.engine.evaluation.Interval;
import org.lotse.engine.term.EventType;
import org.lotse.engine.term.Language;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectType;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Measures what happened to persons who get marketing against those in the control group. Who belongs to it follows from the
 * id alone, so every stored customer counts, whether anything was ever decided about him or not: comparing only those who
 * were contacted would compare different people. Merged records are one person. Thread-safe.
 */
@Component
public class MeasureResults {
    private static final int KPIS = 3;

    private final JdbcClient database;
    private final RuleSets ruleSets;
    private final MessageSource messages;
    private final Clock clock;

    MeasureResults(JdbcClient database, RuleSets ruleSets, MessageSource messages, Clock clock) {
        this.database = database;
        this.ruleSets = ruleSets;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * One kind of outcome in the days before now.
     *
     * @param event an outcome the vocabulary declares
     * @throws ProblemException when it declares none of that name
     */
    public ResultView measure(String event, int days, Locale locale) {
        Map<String, EventType> declared = ruleSets.active().vocabulary().events();
        EventType type = declared.get(event);
        if (type == null || type.outcome().isEmpty()) {
            List<String> outcomes = declared.values().stream()
                    .filter(one -> one.outcome().isPresent())
                    .map(EventType::key)
                    .sorted()
                    .toList();
            throw ProblemException.invalid("/event", "UNKNOWN_OUTCOME", event, String.join(", ", outcomes));
        }
        return measure(type, days, locale);
    }

    /** The outcomes that matter most, of those that happened at all: the strongest grades first, at most three. */
    public List<ResultView> mostImportant(int days, Locale locale) {
        return ruleSets.active().vocabulary().events().values().stream()
                .filter(type -> type.outcome().isPresent())
                .sorted(Comparator.comparingDouble(MeasureResults::weight)
                        .reversed()
                        .thenComparing(EventType::key))
                .map(type -> measure(type, days, locale))
                .filter(result -> result.treated().with() + result.control().with() > 0)
                .limit(KPIS)
                .toList();
    }

    /** How much an outcome matters, good or bad. */
    private static double weight(EventType type) {
        return Math.abs(type.outcome().orElseThrow().grade());
    }

    private ResultView measure(EventType type, int days, Locale locale) {
        Instant until = clock.instant();
        Instant from = until.minus(Duration.ofDays(days));
        Groups groups = groups(type, from, until);
        Comparison comparison = CompareGroups.byRate(groups.treated, groups.control);
        return new ResultView(
                type.key(),
                type.title().in(Language.of(locale)),
                type.outcome().orElseThrow().grade(),
                from,
                until,
                view(groups.treated),
                view(groups.control),
                comparison instanceof Comparison.Measured(Interval(double low, double estimate, double high))
                        ? new ResultView.IntervalView(low, estimate, high)
                        : null,
                comparison.verdict().name(),
                words(type, groups, comparison, days, locale));
    }

    private record Groups(Group treated, Group control) {}

    private Groups groups(EventType type, Instant from, Instant until) {
        ControlGroup held = ruleSets.active().settings().control();
        long[] persons = new long[2];
        long[] with = new long[2];
        database.sql("""
                        select person, max(happened) as happened from (
                            select coalesce(p.person, s.id) as person,
                                case when exists (select 1 from event e where e.type = :event
                                    and e.subject_type = s.type and e.subject_id = s.id
                                    and e.time > :from and e.time <= :until) then 1 else 0 end as happened
                            from subject s left join person_record p on p.subject_type = s.type and p.subject_id = s.id
                            where s.type = :type) r
                        group by person""")
                .param("event", type.key())
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(until))
                .param("type", SubjectType.CUSTOMER.value())
                .query(row -> {
                    int group = held.contains(SubjectId.customer(row.getString("person"))) ? 1 : 0;
                    persons[group]++;
                    with[group] += row.getInt("happened");
                });
        return new Groups(Group.counted(persons[0], with[0]), Group.counted(persons[1], with[1]));
    }

    private String words(EventType type, Groups groups, Comparison comparison, int days, Locale locale) {
        String title = type.title().in(Language.of(locale));
        return switch (comparison) {
            case Comparison.TooFew(long persons, long needed) ->
                messages.getMessage("result.TOO_FEW", new Object[] {title, days, persons, needed}, locale);
            case Comparison.Measured(Interval(double low, double estimate, double high)) ->
                messages.getMessage(
                        "result." + comparison.verdict(),
                        new Object[] {
                            title,
                            days,
                            groups.treated.persons(),
                            groups.treated.rate(),
                            groups.control.persons(),
                            groups.control.rate(),
                            100 * estimate,
                            100 * low,
                            100 * high
                        },
                        locale);
        };
    }

    private static ResultView.GroupView view(Group group) {
        return new ResultView.GroupView(group.persons(), group.with(), group.rate());
    }
}
