package org.lotse.api.result;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lotse.api.problem.ProblemException;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.evaluation.CompareAnytime;
import org.lotse.engine.evaluation.Comparison;
import org.lotse.engine.evaluation.Group;
import org.lotse.engine.evaluation.Interval;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads experiments from the events: who got what first, and whether the outcome followed in time. Thread-safe. */
@Component
class MeasureExperiments {
    private static final long SMALLEST_ARM = 8;

    private final JdbcClient database;
    private final RuleSets rules;
    private final MessageSource messages;
    private final JsonMapper json;
    private final Clock clock;

    MeasureExperiments(JdbcClient database, RuleSets rules, MessageSource messages, JsonMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.rules = rules;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * What is asked.
     *
     * @param event says who got what
     * @param field names the arm
     * @param control the arm the others are compared with
     * @param outcome what may follow
     * @param days how soon
     * @param from since when the event counts
     * @param matters the smallest difference that would change what one does
     * @param where fields the event must have
     */
    record Question(
            String event,
            String field,
            String control,
            String outcome,
            int days,
            Instant from,
            double matters,
            Map<String, String> where) {
        Question {
            where = Map.copyOf(where);
        }

        /** The same people, another outcome. */
        Question about(String other) {
            return new Question(event, field, control, other, days, from, matters, where);
        }
    }

    /** By the outcome that decides. */
    ExperimentView measure(Question question, Locale locale) {
        return measure(question, true, locale);
    }

    /** By an outcome that is shown beside: nobody is to stop because of it. */
    ExperimentView beside(Question question, Locale locale) {
        return measure(question, false, locale);
    }

    private ExperimentView measure(Question question, boolean decides, Locale locale) {
        known("/event", question.event());
        known("/outcome", question.outcome());
        Instant until = clock.instant();
        Map<String, Group> arms = arms(question, until);
        Group control = arms.get(question.control());
        if (control == null) {
            throw ProblemException.invalid(
                    "/control", "UNKNOWN_ARM", question.control(), String.join(", ", arms.keySet()));
        }
        List<ExperimentView.Arm> shown = new ArrayList<>();
        arms.forEach((value, group) -> shown.add(
                value.equals(question.control())
                        ? arm(value, group, null, null, locale)
                        : compared(value, group, control, question.matters(), decides, locale)));
        return new ExperimentView(
                question.event(), question.field(), question.outcome(), question.days(), question.from(), until, shown);
    }

    /** Whether the control arm and another one have persons enough, whose days are over, to be shown. */
    boolean hasArms(Question question) {
        Map<String, Group> arms = arms(question, clock.instant());
        return arms.size() > 1 && arms.containsKey(question.control());
    }

    /** That nothing can be said yet, in words. */
    String notYet(Question question, Locale locale) {
        return messages.getMessage(
                "result.experiment.notYet", new Object[] {question.control(), SMALLEST_ARM, question.days()}, locale);
    }

    /** @throws ProblemException when the vocabulary declares no such event */
    void known(String pointer, String event) {
        Map<String, ?> declared = rules.active().vocabulary().events();
        if (!declared.containsKey(event)) {
            throw ProblemException.invalid(
                    pointer, "UNKNOWN_KIND_OF_EVENT", event, String.join(", ", new TreeMap<>(declared).keySet()));
        }
    }

    private Map<String, Group> arms(Question question, Instant until) {
        Map<String, Group> arms = new TreeMap<>();
        database.sql("""
                        select arm, count(*) as persons, count(*) filter (where happened) as happened from (
                            select x.arm, exists (select 1 from event e where e.type = :outcome
                                and e.subject_type = x.subject_type and e.subject_id = x.subject_id and e.time > x.time
                                and e.time <= x.time + make_interval(days => :days)) as happened
                            from (select distinct on (subject_type, subject_id) subject_type, subject_id, time,
                                    data ->> :field as arm
                                from event where type = :event and time > :from and time <= :until
                                    and data ->> :field is not null and data @> cast(:where as jsonb)
                                order by subject_type, subject_id, time) x
                            where x.time <= :over) counted
                        group by arm having count(*) >= :smallest""")
                .param("outcome", question.outcome())
                .param("event", question.event())
                .param("field", question.field())
                .param("days", question.days())
                .param("from", Timestamp.from(question.from()))
                .param("where", json.writeValueAsString(question.where()))
                .param("until", Timestamp.from(until))
                .param("over", Timestamp.from(until.minus(Duration.ofDays(question.days()))))
                .param("smallest", SMALLEST_ARM)
                .query(row -> {
                    arms.put(row.getString("arm"), Group.counted(row.getLong("persons"), row.getLong("happened")));
                });
        return arms;
    }

    private ExperimentView.Arm compared(
            String value, Group group, Group control, double matters, boolean decides, Locale locale) {
        CompareAnytime.Look look = CompareAnytime.byRate(group, control, matters);
        return look.comparison() instanceof Comparison.Measured(Interval(double low, double estimate, double high))
                ? arm(
                        value,
                        group,
                        new ResultView.IntervalView(low, estimate, high),
                        decides ? look.advice() : null,
                        locale)
                : arm(value, group, null, CompareAnytime.Advice.GO_ON, locale);
    }

    private ExperimentView.Arm arm(
            String value,
            Group group,
            ResultView.@Nullable IntervalView difference,
            CompareAnytime.@Nullable Advice advice,
            Locale locale) {
        String key =
                difference == null ? advice == null ? "control" : "few" : advice == null ? "beside" : advice.name();
        Object[] values = {
            value,
            group.persons(),
            group.rate(),
            difference == null ? 0.0 : 100 * difference.estimate(),
            difference == null ? 0.0 : 100 * difference.low(),
            difference == null ? 0.0 : 100 * difference.high()
        };
        return new ExperimentView.Arm(
                value,
                group.persons(),
                group.with(),
                group.rate(),
                difference,
                advice,
                String.valueOf(messages.getMessage("result.experiment." + key, values, locale)));
    }
}
