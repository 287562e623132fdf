package org.lotse.api.privacy;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lotse.api.consent.ConsentUses;
import org.lotse.api.review.Reviews;
import org.lotse.api.subjects.StoreSubjects;
import org.lotse.engine.action.Action;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.rule.Retention;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.SubjectId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Acts on the retention periods of the settings: what was kept for marketing goes after the marketing period, everything
 * else after the service period, and who has left us for that long goes altogether. A purpose without a period deletes
 * nothing. The decision log keeps its own periods.
 */
@Component
class KeepPeriods {
    private static final int AT_ONCE = 10_000;
    private static final String LEFT = "CHURNED";

    /** What happened with a marketing action: contacts, campaigns and answers name their action. */
    private static final String MARKETING_EVENTS = "event where time < ? and data ->> 'action' = any (?)";

    private static final String EVENTS = "event where time < ?";
    private static final String OLD_VERSIONS = """
            subject_version v where exists (select 1 from subject_version later
                where later.type = v.type and later.id = v.id and later.valid_from <= ?
                    and (later.valid_from, later.version) > (v.valid_from, v.version))
            """;
    private static final String CONTACTS = "contact_reservation where at < ? and purpose = ?";
    private static final String ACCESSES = "privacy_access where at < ?";

    private static final String WHO_LEFT = """
            select e.subject_id from event e
            where e.type = ? and e.subject_type = 'customer' and e.time < ?
                and not exists (select 1 from event later where later.subject_type = e.subject_type
                    and later.subject_id = e.subject_id and later.time > e.time)
                and not exists (select 1 from subject_version v where v.type = e.subject_type
                    and v.id = e.subject_id and v.valid_from > e.time)
            """;

    private final JdbcClient database;
    private final RuleSets ruleSets;
    private final ConsentUses uses;
    private final Reviews reviews;
    private final StoreSubjects subjects;
    private final Clock clock;

    KeepPeriods(
            JdbcClient database,
            RuleSets ruleSets,
            ConsentUses uses,
            Reviews reviews,
            StoreSubjects subjects,
            Clock clock) {
        this.database = database;
        this.ruleSets = ruleSets;
        this.uses = uses;
        this.reviews = reviews;
        this.subjects = subjects;
        this.clock = clock;
    }

    /** How much of what kind is past its period now; nothing is changed. */
    Map<String, Long> due() {
        Map<String, Long> due = new LinkedHashMap<>();
        RuleSet rules = ruleSets.active();
        end(rules, Purpose.MARKETING).ifPresent(end -> {
            due.put("marketingEvents", count(MARKETING_EVENTS, end, marketingActions(rules)));
            due.put("marketingContacts", count(CONTACTS, end, Purpose.MARKETING.name()));
        });
        end(rules, Purpose.SERVICE).ifPresent(end -> {
            due.put("events", count(EVENTS, end));
            due.put("serviceContacts", count(CONTACTS, end, Purpose.SERVICE.name()));
            due.put("formerValues", count(OLD_VERSIONS, end));
            due.put("reviews", (long) reviews.settledBefore(end.toInstant()));
            due.put("accesses", count(ACCESSES, end));
            due.put("customersWhoLeft", (long) whoLeft(end).size());
        });
        due.put("consentUses", count("consent_use where keep_until <= ?", Timestamp.from(clock.instant())));
        return due;
    }

    /** Tells what has been done so far; may end the work by throwing. */
    interface Progress {
        void done(String kind);
    }

    /** Deletes what is past its period, some thousand rows at a time; answers how much of what kind. */
    Map<String, Long> apply(Progress progress) {
        Map<String, Long> deleted = new LinkedHashMap<>();
        RuleSet rules = ruleSets.active();
        end(rules, Purpose.SERVICE).ifPresent(end -> {
            List<SubjectId> left = whoLeft(end);
            left.forEach(person -> {
                subjects.erase(person, StoreSubjects.VersionExpected.ANY);
                progress.done("customersWhoLeft");
            });
            deleted.put("customersWhoLeft", (long) left.size());
            deleted.put("events", delete(progress, "event", EVENTS, end));
            deleted.put("serviceContacts", delete(progress, "contact_reservation", CONTACTS, end, "SERVICE"));
            deleted.put("formerValues", delete(progress, "subject_version", OLD_VERSIONS, end));
            deleted.put("reviews", (long) reviews.forgetSettledBefore(end.toInstant()));
            deleted.put("accesses", delete(progress, "privacy_access", ACCESSES, end));
        });
        end(rules, Purpose.MARKETING).ifPresent(end -> {
            deleted.put("marketingEvents", delete(progress, "event", MARKETING_EVENTS, end, marketingActions(rules)));
            deleted.put("marketingContacts", delete(progress, "contact_reservation", CONTACTS, end, "MARKETING"));
        });
        deleted.put("consentUses", (long) uses.forgetPast(clock.instant()));
        return deleted;
    }

    private Optional<Timestamp> end(RuleSet rules, Purpose purpose) {
        ZoneId zone = rules.settings().zone();
        Instant now = clock.instant();
        return Optional.ofNullable(rules.settings().retention().get(purpose))
                .map(Retention::keep)
                .map(keep -> Timestamp.from(keep.before(now, zone)));
    }

    private static String[] marketingActions(RuleSet rules) {
        return rules.catalogue().actions().values().stream()
                .filter(action -> action.purpose() == Purpose.MARKETING)
                .map(Action::key)
                .map(key -> key.value())
                .toArray(String[]::new);
    }

    private List<SubjectId> whoLeft(Timestamp before) {
        return database
                .sql(WHO_LEFT)
                .params(LEFT, before)
                .query((row, number) -> row.getString("subject_id"))
                .list()
                .stream()
                .distinct()
                .map(SubjectId::customer)
                .toList();
    }

    private long count(String rows, Object... parameters) {
        return database.sql("select count(*) from " + rows)
                .params(parameters)
                .query(Long.class)
                .single();
    }

    private long delete(Progress progress, String table, String rows, Object... parameters) {
        long deleted = 0;
        int some;
        do {
            some = database.sql("delete from " + table + " where ctid = any (array(select ctid from " + rows + " limit "
                            + AT_ONCE + "))")
                    .params(parameters)
                    .update();
            deleted += some;
            progress.done(table);
        } while (some == AT_ONCE);
        return deleted;
    }
}
