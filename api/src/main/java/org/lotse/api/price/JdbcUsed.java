package org.lotse.api.price;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.lotse.engine.action.ActionKey;
import org.lotse.engine.action.Catalogue;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.term.TermKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much of a capacity has been used in a time and is planned: contacts made, reserved and planned, offers accepted. */
@Component
class JdbcUsed {
    private static final ChannelKey CALLS = new ChannelKey("CALL_CENTRE");
    private static final ChannelKey ROUTES = new ChannelKey("FIELD_REP");

    private final JdbcClient database;

    JdbcUsed(JdbcClient database) {
        this.database = database;
    }

    /**
     * What a capacity is used for.
     *
     * @param spent by contacts made and offers accepted
     * @param planned by contacts reserved, and by planned calls and visits that have not been made yet
     */
    record Used(double spent, double planned) {}

    Used used(String capacity, Catalogue catalogue, Instant from, Instant now, Instant until, ZoneId zone) {
        Map<ChannelKey, Double> made = contacts(from, now);
        Map<ChannelKey, Double> planned = plans(from, until, zone);
        double spent = accepted(capacity, catalogue, from, now);
        double ahead = 0;
        for (var channel : catalogue.channels().values()) {
            double use = channel.uses().getOrDefault(capacity, 0.0);
            double done = made.getOrDefault(channel.key(), 0.0);
            spent += use * done;
            ahead += use
                    * (reserved(channel.key(), now, until)
                            + Math.max(0, planned.getOrDefault(channel.key(), 0.0) - done));
        }
        return new Used(spent, ahead);
    }

    /** Contacts made; whoever has turned to us took none of what we plan with. */
    private Map<ChannelKey, Double> contacts(Instant from, Instant now) {
        Map<ChannelKey, Double> made = new HashMap<>();
        database.sql("""
                        select data ->> 'channel', count(*) from event
                        where type = 'contact' and time >= ? and time <= ? and data ->> 'channel' <> ''
                            and coalesce(data ->> 'direction', 'OUTBOUND') <> 'INBOUND'
                        group by 1""")
                .params(Timestamp.from(from), Timestamp.from(now))
                .query((row, number) ->
                        made.merge(new ChannelKey(row.getString(1)), (double) row.getLong(2), Double::sum))
                .list();
        return made;
    }

    private double reserved(ChannelKey channel, Instant now, Instant until) {
        return database.sql("""
                        select count(*) from contact_reservation
                        where state = 'RESERVED' and expires_at > ? and at < ? and channel = ?""")
                .params(Timestamp.from(now), Timestamp.from(until), channel.value())
                .query(Long.class)
                .single();
    }

    private double accepted(String capacity, Catalogue catalogue, Instant from, Instant now) {
        return database
                .sql("""
                        select action, count(distinct decision_id) as times from outcome
                        where outcome in ('ACCEPTED', 'BOUGHT') and at >= ? and at <= ? group by action""")
                .params(Timestamp.from(from), Timestamp.from(now))
                .query((row, number) -> Map.entry(row.getString(1), row.getLong(2)))
                .list()
                .stream()
                .filter(entry -> TermKey.isWellFormed(entry.getKey().toLowerCase(Locale.ROOT)))
                .mapToDouble(entry -> catalogue
                        .action(new ActionKey(entry.getKey().toLowerCase(Locale.ROOT)))
                        .map(action -> action.usesIfAccepted().getOrDefault(capacity, 0.0) * entry.getValue())
                        .orElse(0.0))
                .sum();
    }

    /** The calls and visits of the latest plan of each day. */
    private Map<ChannelKey, Double> plans(Instant from, Instant until, ZoneId zone) {
        Map<ChannelKey, Double> planned = new HashMap<>();
        LocalDate first = from.atZone(zone).toLocalDate();
        LocalDate last = until.minusNanos(1).atZone(zone).toLocalDate();
        database.sql("""
                        select kind, sum(stops) from (
                            select distinct on (kind, day) kind, case kind
                                when 'CALLS' then coalesce(jsonb_array_length(plan_en -> 'calls'), 0)
                                else (select coalesce(sum(jsonb_array_length(route -> 'stops')), 0)
                                    from jsonb_array_elements(plan_en -> 'routes') as route) end as stops
                            from plan where stored and plan_en is not null and day between ? and ?
                            order by kind, day, created_at desc) latest
                        group by kind""")
                .params(first, last)
                .query((row, number) ->
                        planned.put("CALLS".equals(row.getString(1)) ? CALLS : ROUTES, row.getDouble(2)))
                .list();
        return planned;
    }
}
