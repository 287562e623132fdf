package org.lotse.api.decision;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.lotse.api.contact.JdbcContactLedger;
import org.lotse.api.subjects.JdbcSubjects;
import org.lotse.engine.contact.ContactLedger;
import org.lotse.engine.contact.Standing;
import org.lotse.engine.decision.Subjects;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectState;
import org.lotse.engine.term.SubjectType;

/**
 * What is stored of many customers, read in a few questions instead of some for each. Other subjects are read when they are
 * asked for. What it says of contacts and consents is looked at again before a contact is reserved.
 */
public final class ReadAhead implements Subjects {
    private final Set<SubjectId> asked;
    private final Map<SubjectId, SubjectState> states;
    private final Map<SubjectId, Standing> standings;
    private final Instant moment;
    private final Subjects others;
    private final JdbcContactLedger ledger;

    private ReadAhead(
            Set<SubjectId> asked,
            Map<SubjectId, SubjectState> states,
            Map<SubjectId, Standing> standings,
            Instant moment,
            Subjects others,
            JdbcContactLedger ledger) {
        this.asked = asked;
        this.states = states;
        this.standings = standings;
        this.moment = moment;
        this.others = others;
        this.ledger = ledger;
    }

    /**
     * Reads.
     *
     * @param order what is left out of sight when a customer's contacts are counted; empty: nothing
     */
    public static ReadAhead of(
            List<SubjectId> customers,
            Instant at,
            JdbcSubjects subjects,
            JdbcContactLedger ledger,
            Function<SubjectId, String> order) {
        return new ReadAhead(
                new HashSet<>(customers),
                subjects.find(SubjectType.CUSTOMER, customers, at),
                ledger.standings(SubjectType.CUSTOMER, customers, at, order),
                at,
                subjects,
                ledger);
    }

    /** How a customer stands; empty for one that was not read. */
    public Optional<Standing> standing(SubjectId customer) {
        return Optional.ofNullable(standings.get(customer));
    }

    /** The moment it was read for. */
    Instant moment() {
        return moment;
    }

    /** The ledger for deciding about a customer, who was read ahead or not. */
    ContactLedger ledger(SubjectId customer) {
        return standing(customer).map(ledger::with).orElse(ledger);
    }

    @Override
    public Optional<SubjectState> find(SubjectId id, Instant at) {
        return asked.contains(id) && at.equals(moment) ? Optional.ofNullable(states.get(id)) : others.find(id, at);
    }

    @Override
    public List<SubjectState> all(SubjectType type, Instant at) {
        return others.all(type, at);
    }
}
