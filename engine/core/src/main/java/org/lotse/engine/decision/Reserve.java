package org.lotse.engine.decision;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.lotse.engine.action.Action;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.action.Direction;
import org.lotse.engine.contact.Contact;
import org.lotse.engine.contact.ContactLedger;
import org.lotse.engine.contact.PersonZone;
import org.lotse.engine.rule.CandidateRef;
import org.lotse.engine.rule.RuleSet;

/** Reserves the contacts an outbound decision needs: one for the first candidate of each place, all or none. */
final class Reserve {
    private final ContactLedger ledger;

    Reserve(ContactLedger ledger) {
        this.ledger = ledger;
    }

    /**
     * Reserves.
     *
     * @return the contacts by place, none where none is needed; empty when another decision was faster with one of them
     */
    Optional<Map<String, String>> reserve(
            String decisionId, DecisionRequest request, DecisionRecord chosen, RuleSet rules) {
        Decision decision = chosen.decision();
        ZoneId zone = PersonZone.of(chosen.inputs().terms(), rules.settings().zone());
        Map<String, String> contacts = new HashMap<>();
        if (request.whatIf() || request.direction() == Direction.INBOUND) {
            return Optional.of(contacts);
        }
        for (Decision.Place place : decision.places()) {
            if (!place.isEmpty() && decision.ranked().get(place.from()).candidate() instanceof CandidateRef.OfAction) {
                Optional<String> contact =
                        reserve(decisionId, request, decision.ranked().get(place.from()), rules, zone);
                if (contact.isEmpty()) {
                    contacts.values().forEach(ledger::release);
                    return Optional.empty();
                }
                contacts.put(place.name(), contact.get());
            }
        }
        return Optional.of(contacts);
    }

    private Optional<String> reserve(
            String decisionId, DecisionRequest request, Decision.Ranked first, RuleSet rules, ZoneId zone) {
        Action action = rules.catalogue()
                .action(((CandidateRef.OfAction) first.candidate()).action())
                .orElseThrow();
        ChannelKey channel = first.channel().orElseThrow();
        Contact contact = new Contact(
                request.at(),
                channel,
                Optional.of(action.key()),
                Optional.of(action.group()),
                action.purpose(),
                Direction.OUTBOUND);
        return ledger.reserve(
                request.subject(),
                contact,
                rules.contactPolicy().applyingTo(action, channel, request.direction()),
                zone,
                decisionId,
                rules.settings().reserve());
    }
}
