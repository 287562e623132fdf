package org.lotse.api.result;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.lotse.engine.action.Channel;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.evaluation.Interval;
import org.lotse.engine.evaluation.Ratio;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Measures key figures in the stored events, person by person; merged records are one person. Thread-safe. */
@Component
class MeasureKpis {
    private static final String CUSTOMERS = """
            known as (
                select s.type as subject_type, s.id as subject_id, min(v.valid_from) as since
                from subject s join subject_version v on v.type = s.type and v.id = s.id
                where s.type = 'customer' group by s.type, s.id),
            left_us as (
                select subject_type, subject_id, min(time) as at from event
                where type = :gone and subject_type = 'customer' group by subject_type, subject_id),
            """;

    private final JdbcClient database;
    private final RuleSets rules;
    private final ReadCatalogue catalogue;
    private final Clock clock;

    MeasureKpis(JdbcClient database, RuleSets rules, ReadCatalogue catalogue, Clock clock) {
        this.database = database;
        this.rules = rules;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** A stretch of time, its end excluded. */
    record Span(Instant from, Instant until) {}

    /**
     * A figure as measured, as it is shown: a share as percent.
     *
     * @param persons whose doings it is made of
     */
    record Measured(double value, double low, double high, long persons) {
        Interval interval() {
            return new Interval(low, value, high);
        }
    }

    /** A measured ratio in the figure's unit; must not be too few. */
    static Measured shown(Kpi kpi, Ratio ratio) {
        Interval interval = kpi.measure().isShare() ? ratio.ofShare() : ratio.interval();
        double scale = kpi.scale();
        return new Measured(
                scale * interval.estimate(), scale * interval.low(), scale * interval.high(), ratio.persons());
    }

    /** The figure in each of these stretches. */
    List<Ratio> measure(Kpi kpi, List<Span> spans) {
        Kpi.Measure measure = kpi.measure();
        List<Channel> channels =
                List.copyOf(rules.active().catalogue().channels().values());
        List<Ratio> ratios = new ArrayList<>(Collections.nCopies(spans.size(), Ratio.none()));
        database.sql(question(measure))
                .param(
                        "froms",
                        spans.stream().map(span -> span.from().toString()).toArray(String[]::new))
                .param(
                        "untils",
                        spans.stream().map(span -> span.until().toString()).toArray(String[]::new))
                .param("of", measure.of().toArray(String[]::new))
                .param("is", measure.others().toArray(String[]::new))
                .param("field", Objects.requireNonNullElse(measure.field(), ""))
                .param("days", measure.within())
                .param("gone", catalogue.get().gone())
                .param(
                        "over",
                        clock.instant().minus(Duration.ofDays(measure.within())).toString())
                .param(
                        "channels",
                        channels.stream().map(one -> one.key().value()).toArray(String[]::new))
                .param("costs", channels.stream().map(Channel::contactCost).toArray(Double[]::new))
                .query(row -> {
                    ratios.set(
                            row.getInt("number") - 1,
                            new Ratio(
                                    row.getLong("persons"),
                                    row.getDouble("above"),
                                    row.getDouble("below"),
                                    row.getDouble("above2"),
                                    row.getDouble("below2"),
                                    row.getDouble("product")));
                });
        return ratios;
    }

    private static String question(Kpi.Measure measure) {
        boolean once = measure.kind() == Kpi.Kind.CUSTOMERS_WITHOUT || measure.kind() == Kpi.Kind.PER_100;
        return """
                with span as (
                    select number, begins, ends from unnest(cast(:froms as timestamptz[]), cast(:untils as timestamptz[]))
                        with ordinality as one (begins, ends, number)),
                """
                + (once ? CUSTOMERS : "")
                + "seen as (" + seen(measure) + ")"
                + """

                select number, count(*) as persons, sum(above) as above, sum(below) as below,
                    sum(above * above) as above2, sum(below * below) as below2, sum(above * below) as product
                from (select s.number, s.subject_type, coalesce(p.person, s.subject_id) as person,
                """
                + (measure.kind() == Kpi.Kind.CUSTOMERS_WITHOUT ? "min" : "sum") + "(above)::float8 as above, "
                + (once ? "max" : "sum") + "(below)::float8 as below"
                + """

                    from seen s left join person_record p using (subject_type, subject_id)
                    group by 1, 2, 3) each
                group by number""";
    }

    /** Of whom how much is counted, and of how much. */
    private static String seen(Kpi.Measure measure) {
        return switch (measure.kind()) {
            case CUSTOMERS_WITHOUT -> """
                    select span.number, k.subject_type, k.subject_id, 1 as below, case when exists (
                            select 1 from event e where e.type = any (:of) and e.subject_type = k.subject_type
                                and e.subject_id = k.subject_id and e.time >= span.begins and e.time < span.ends)
                        then 0 else 1 end as above
                    from span join known k on k.since < span.begins left join left_us g using (subject_type, subject_id)
                    where g.at is null or g.at >= span.begins""";
            case PER_100 -> """
                    select span.number, k.subject_type, k.subject_id, 1 as below, (
                        select count(*) from event e where e.type = any (:of) and e.subject_type = k.subject_type
                            and e.subject_id = k.subject_id and e.time >= span.begins and e.time < span.ends) as above
                    from span join known k on k.since < span.ends left join left_us g using (subject_type, subject_id)
                    where g.at is null or g.at >= span.begins""";
            case SHARE -> happened("count(*) filter (where e.type = any (:is))", "");
            case NOT_FOLLOWED ->
                happened(
                        "count(*) filter (where not exists (select 1 from event n where n.type = any (:is)"
                                + " and n.subject_type = e.subject_type and n.subject_id = e.subject_id"
                                + " and n.time > e.time and n.time <= e.time + make_interval(days => :days)))",
                        "and e.time <= cast(:over as timestamptz)");
            case MEAN ->
                happened("sum(cast(e.data ->> :field as float8))", "and jsonb_typeof(e.data -> :field) = 'number'");
            case HOURS ->
                happened(
                        "sum(extract(epoch from n.at - e.time) / 3600)",
                        "and n.at is not null",
                        "cross join lateral (select min(f.time) as at from event f where f.type = any (:is)"
                                + " and f.subject_type = e.subject_type and f.subject_id = e.subject_id"
                                + " and f.time >= e.time and f.time <= e.time + make_interval(days => :days)) n");
            case COST ->
                happened(
                        "sum(c.cost)",
                        "",
                        "join unnest(:channels, :costs) as c (channel, cost) on c.channel = e.data ->> :field");
        };
    }

    private static String happened(String above, String where, String... joins) {
        return "select span.number, e.subject_type, e.subject_id, count(*) as below, " + above + " as above"
                + " from span join event e on e.time >= span.begins and e.time < span.ends " + String.join(" ", joins)
                + " where e.type = any (:of) " + where + " group by 1, 2, 3";
    }
}
