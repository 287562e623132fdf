package org.lotse.api.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lotse.engine.term.SubjectId;

/** What one customer has allowed and objected to. */
final class Permits {
    private final SubjectId customer;
    private final List<DemoConsent> consents = new ArrayList<>();
    private final List<DemoObjection> objections = new ArrayList<>();

    private Permits(SubjectId customer) {
        this.customer = customer;
    }

    static Permits drawn(SubjectId customer, Person person, Instant joined, Instant end, Dice dice) {
        Permits permits = new Permits(customer);
        Map<String, Double> shares = new TreeMap<>(Map.of(
                "CALL_CENTRE",
                person.business() ? 0.65 : 0.46,
                "EMAIL",
                0.26 + 0.57 * person.digital(),
                "PRINT",
                0.71,
                "FIELD_REP",
                person.business() ? 0.7 : 0.0));
        shares.forEach((channel, share) -> {
            if (dice.hits(share)) {
                permits.consents.add(new DemoConsent(customer, channel, true, joined, "contract form"));
            }
        });
        long days = Duration.between(joined, end).toDays();
        if (dice.hits(0.03) && days > 1) {
            permits.objections.add(new DemoObjection(
                    customer, joined.plus(Duration.ofDays(dice.between(1, (int) days - 1)))));
        }
        return permits;
    }

    boolean allow(Campaign campaign, Instant at) {
        boolean objected =
                objections.stream().anyMatch(objection -> !objection.at().isAfter(at));
        return !campaign.marketing() || (!objected && consented(campaign.channel(), at));
    }

    void withdraw(String channel, Instant at) {
        consents.add(new DemoConsent(customer, channel, false, at, "unsubscribed"));
    }

    List<DemoConsent> consents(Instant end) {
        return consents.stream().filter(consent -> consent.at().isBefore(end)).toList();
    }

    List<DemoObjection> objections(Instant end) {
        return objections.stream()
                .filter(objection -> objection.at().isBefore(end))
                .toList();
    }

    private boolean consented(String channel, Instant at) {
        boolean granted = channel.equals("WEB");
        for (DemoConsent consent : consents) {
            if (consent.channel().equals(channel) && !consent.at().isAfter(at)) {
                granted = consent.granted();
            }
        }
        return granted;
    }
}
