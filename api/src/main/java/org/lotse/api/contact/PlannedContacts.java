package org.lotse.api.contact;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lotse.engine.action.Action;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.action.Direction;
import org.lotse.engine.contact.Cap;
import org.lotse.engine.contact.Contact;
import org.lotse.engine.contact.ContactLedger;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.SubjectId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Calls and visits of a plan take their place in the ledger: what is planned is reserved, what is planned otherwise is
 * moved, what is dropped is released. A plan is known by a key that stays the same when it is made anew.
 */
@Component
public class PlannedContacts {
    private final JdbcContactLedger ledger;
    private final Reservations reservations;
    private final RuleSets ruleSets;
    private final JdbcClient database;

    PlannedContacts(JdbcContactLedger ledger, Reservations reservations, RuleSets ruleSets, JdbcClient database) {
        this.ledger = ledger;
        this.reservations = reservations;
        this.ruleSets = ruleSets;
        this.database = database;
    }

    /**
     * A contact somebody planned.
     *
     * @param action with which action, if the plan knows
     * @param at when it is to be made
     * @param hold how long after that it still counts as planned
     * @param agreed whether the person has agreed to this very contact: it counts, but no cap stands against it
     */
    public record Planned(
            SubjectId person,
            ChannelKey channel,
            Purpose purpose,
            Optional<Action> action,
            Instant at,
            Duration hold,
            boolean agreed) {}

    /** The ledger without this plan's own contacts: for making the plan anew. */
    public ContactLedger ledgerFor(String plan) {
        return ledger.withoutPlan(plan);
    }

    /**
     * From now on these are the plan's contacts.
     *
     * @return the persons who may not be contacted as planned: caps leave no room any more
     */
    public Set<SubjectId> keep(String plan, List<Planned> contacts) {
        RuleSet rules = ruleSets.active();
        Set<SubjectId> refused = new HashSet<>();
        releaseAllBut(plan, contacts.stream().map(Planned::person).collect(Collectors.toSet()));
        for (Planned planned : contacts) {
            List<Cap> caps = planned.agreed()
                    ? List.of()
                    : rules.contactPolicy()
                            .applyingTo(planned.channel(), planned.purpose(), planned.action(), Direction.OUTBOUND);
            Contact contact = new Contact(
                    planned.at(),
                    planned.channel(),
                    planned.action().map(Action::key),
                    planned.action().map(Action::group),
                    planned.purpose(),
                    Direction.OUTBOUND);
            Order order = new Order(
                    Optional.empty(), Optional.of(key(plan, planned.person())), Optional.of(plan), planned.hold());
            if (ledger.reserve(planned.person(), contact, caps, rules.settings().zone(), order)
                    .isEmpty()) {
                refused.add(planned.person());
            }
        }
        return refused;
    }

    /** A planned contact was made, or tried; the plan may plan another. Without a reservation nothing happens. */
    @Transactional
    public void made(String plan, SubjectId person, Instant at) {
        held(plan, person).ifPresent(id -> {
            reservations.confirm(id, Optional.of(at));
            database.sql("update contact_reservation set order_key = order_key || '#' || id where id = ?")
                    .param(id)
                    .update();
        });
    }

    /** Those of a plan's persons who may not be contacted any more: their contacts were given up. */
    public Set<String> givenUp(String plan) {
        return Set.copyOf(database.sql("""
                        select subject_id from contact_reservation where plan = ? and state = 'RELEASED'
                        """)
                .param(plan)
                .query((row, number) -> row.getString("subject_id"))
                .list());
    }

    private void releaseAllBut(String plan, Set<SubjectId> persons) {
        database
                .sql("select id, order_key from contact_reservation where plan = ? and state = 'RESERVED'")
                .param(plan)
                .query((row, number) -> new String[] {row.getString("id"), row.getString("order_key")})
                .list()
                .stream()
                .filter(one ->
                        persons.stream().noneMatch(person -> key(plan, person).equals(one[1])))
                .forEach(dropped -> reservations.release(dropped[0]));
    }

    private Optional<String> held(String plan, SubjectId person) {
        return database.sql("select id from contact_reservation where order_key = ? and state = 'RESERVED'")
                .param(key(plan, person))
                .query(String.class)
                .optional();
    }

    private static String key(String plan, SubjectId person) {
        return "plan:" + plan + ":" + person;
    }
}
