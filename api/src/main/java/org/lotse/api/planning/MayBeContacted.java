package org.lotse.api.planning;

import java.time.Instant;
import java.util.Optional;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.action.Direction;
import org.lotse.engine.contact.CapUsage;
import org.lotse.engine.contact.ContactLedger;
import org.lotse.engine.contact.ContactPolicy;
import org.lotse.engine.contact.Permissions;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.SubjectId;

/** Whether marketing may reach somebody on a channel: consent, no objection, and room under the contact policy. */
final class MayBeContacted {
    private MayBeContacted() {}

    static boolean on(ChannelKey channel, SubjectId person, RuleSet rules, Instant at, ContactLedger ledger) {
        Permissions permissions = ledger.permissions(person, at);
        if (!permissions.marketing().getOrDefault(channel, false)
                || permissions.objectsTo(Purpose.MARKETING, channel)) {
            return false;
        }
        ContactPolicy limits = new ContactPolicy(
                rules.contactPolicy().applyingTo(channel, Purpose.MARKETING, Optional.empty(), Direction.OUTBOUND));
        return limits.usage(ledger.history(person, at), at, rules.settings().zone()).stream()
                .noneMatch(CapUsage::isExhausted);
    }
}
