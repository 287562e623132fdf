package org.lotse.api.planning;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lotse.api.contact.PlannedContacts;
import org.lotse.api.contact.PlannedContacts.Planned;
import org.lotse.engine.action.Action;
import org.lotse.engine.action.ActionKey;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.contact.ContactLedger;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.planning.calls.CallPlan;
import org.lotse.engine.planning.calls.CallReason;
import org.lotse.engine.planning.routes.RoutePlan;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.SubjectId;
import org.springframework.stereotype.Component;

/**
 * A day's plan takes its place in the contact ledger: its calls and visits count as contacts from the moment it is made,
 * those it drops are free again at once.
 */
@Component
public class PlanReservations {
    private static final ChannelKey VISIT = new ChannelKey("FIELD_REP");
    private static final ActionKey VISITING = new ActionKey("visit");
    /** A planned contact nobody reports on counts until the next morning. */
    private static final Duration HOLD = Duration.ofHours(14);

    private final PlannedContacts contacts;
    private final JdbcTeam team;
    private final RuleSets ruleSets;

    PlanReservations(PlannedContacts contacts, JdbcTeam team, RuleSets ruleSets) {
        this.contacts = contacts;
        this.team = team;
        this.ruleSets = ruleSets;
    }

    /** The ledger as whoever plans this day's calls anew must see it; without a day as everybody sees it. */
    ContactLedger ledger(Optional<LocalDate> day) {
        return contacts.ledgerFor(day.map(PlanReservations::calls).orElse(""));
    }

    /** The ledger as whoever plans this day's routes anew must see it. */
    ContactLedger ledgerOfRoutes(LocalDate day) {
        return contacts.ledgerFor(routes(day));
    }

    /** Reserves the calls of the day; a call for which somebody else was faster is left out of the plan. */
    CallPlan keep(LocalDate day, CallPlan plan) {
        return keep(day, plan, plan.calls());
    }

    /**
     * Reserves the calls of the day that are still to be made.
     *
     * @param ahead those of the plan's calls
     */
    CallPlan keep(LocalDate day, CallPlan plan, List<CallPlan.Call> ahead) {
        Set<String> refused = contacts
                .keep(
                        calls(day),
                        ahead.stream()
                                .collect(Collectors.toMap(
                                        CallPlan.Call::customerId, Function.identity(), (first, later) -> first))
                                .values()
                                .stream()
                                .map(call -> new Planned(
                                        SubjectId.customer(call.customerId()),
                                        StoredCalls.PHONE,
                                        Purpose.MARKETING,
                                        Optional.empty(),
                                        call.slot(),
                                        HOLD,
                                        false))
                                .toList())
                .stream()
                .map(SubjectId::id)
                .collect(Collectors.toSet());
        if (refused.isEmpty()) {
            return plan;
        }
        List<CallPlan.Call> kept = new ArrayList<>(plan.calls());
        kept.removeIf(call -> ahead.contains(call) && refused.contains(call.customerId()));
        return new CallPlan(
                kept,
                Stream.concat(
                                plan.left().stream(),
                                refused.stream()
                                        .sorted()
                                        .map(customer -> new CallPlan.LeftOut(customer, new CallReason.ContactLimit())))
                        .toList(),
                kept.stream().mapToDouble(CallPlan.Call::expectedValue).sum(),
                plan.wishes(),
                plan.upperBound(),
                plan.slotPrice(),
                plan.feasible());
    }

    /** Reserves the visits of the day. They were agreed with the customers, so that no cap stands against them. */
    void keep(LocalDate day, RoutePlan plan, Times times) {
        Map<String, String> customers = new HashMap<>();
        team.visits().forEach(visit -> customers.put(visit.id(), visit.customerId()));
        Optional<Action> visiting = ruleSets.active().catalogue().action(VISITING);
        Map<String, Planned> planned = new HashMap<>();
        plan.routes().stream().flatMap(route -> route.stops().stream()).forEach(stop -> {
            String customer = customers.get(stop.visit());
            if (customer != null) {
                Instant at = times.at(stop.start());
                planned.putIfAbsent(
                        customer,
                        new Planned(
                                SubjectId.customer(customer),
                                VISIT,
                                visiting.map(Action::purpose).orElse(Purpose.SERVICE),
                                visiting,
                                at,
                                HOLD,
                                true));
            }
        });
        contacts.keep(routes(day), List.copyOf(planned.values()));
    }

    /** A call of the day's plan was made, whether it reached anybody or not. */
    public void called(LocalDate day, String customer, Instant at) {
        contacts.made(calls(day), SubjectId.customer(customer), at);
    }

    /** Those who are on the day's list but may not be called any more. */
    public Set<String> givenUp(LocalDate day) {
        return contacts.givenUp(calls(day));
    }

    private static String routes(LocalDate day) {
        return "routes/" + day;
    }

    private static String calls(LocalDate day) {
        return "calls/" + day;
    }
}
