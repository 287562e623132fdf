package org.lotse.api.demo;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whether customers take an offer that reaches them: the true probability per action and channel. */
final class Acceptance {
    private static final Map<String, Double> ODDS = new TreeMap<>(Map.ofEntries(
            Map.entry("retention-credit", -2.22),
            Map.entry("contract-extension", -3.02),
            Map.entry("device-subsidy", -2.72),
            Map.entry("tariff-change", -2.42),
            Map.entry("upsell-fibre", -3.22),
            Map.entry("cross-sell-security", -3.12),
            Map.entry("cross-sell-tv", -3.22),
            Map.entry("invitation", -1.47),
            Map.entry("usage-tip", -1.77),
            Map.entry("newsletter", -1.67),
            Map.entry("survey", -1.17),
            Map.entry("win-back-call", -2.57),
            Map.entry("visit", -2.47),
            Map.entry("care-call", -1.37)));

    /** The channels each action is offered over. */
    static final Map<String, List<String>> CHANNELS = new TreeMap<>(Map.ofEntries(
            Map.entry("retention-credit", List.of("CALL_CENTRE", "EMAIL")),
            Map.entry("contract-extension", List.of("CALL_CENTRE", "EMAIL", "PRINT")),
            Map.entry("device-subsidy", List.of("CALL_CENTRE", "FIELD_REP")),
            Map.entry("tariff-change", List.of("CALL_CENTRE", "EMAIL", "WEB")),
            Map.entry("upsell-fibre", List.of("CALL_CENTRE", "EMAIL", "PRINT", "FIELD_REP", "WEB")),
            Map.entry("cross-sell-security", List.of("CALL_CENTRE", "EMAIL", "WEB")),
            Map.entry("cross-sell-tv", List.of("CALL_CENTRE", "EMAIL", "WEB")),
            Map.entry("invitation", List.of("EMAIL", "PRINT")),
            Map.entry("usage-tip", List.of("EMAIL", "WEB", "CALL_CENTRE")),
            Map.entry("newsletter", List.of("EMAIL")),
            Map.entry("survey", List.of("EMAIL", "WEB")),
            Map.entry("win-back-call", List.of("CALL_CENTRE")),
            Map.entry("visit", List.of("FIELD_REP")),
            Map.entry("care-call", List.of("CALL_CENTRE"))));

    private Acceptance() {}

    /** The channels the action is offered over; none for an unknown action. */
    static List<String> channels(String action) {
        return CHANNELS.getOrDefault(action, List.of());
    }

    /** Whether the offer makes sense for this customer at all. */
    static boolean fits(String action, String channel, Person person, Account account) {
        if (channel.equals("FIELD_REP") && !person.business()) {
            return false;
        }
        return switch (action) {
            case "upsell-fibre" -> account.fibreAvailable && !account.internet.equals("FIBRE");
            case "cross-sell-security" -> account.online() && !account.security;
            case "cross-sell-tv" -> account.online() && !account.tv;
            case "device-subsidy" -> account.deviceAge > 24;
            case "tariff-change" -> account.discount == 0 && account.charge() > 50;
            case "contract-extension" -> account.contract.equals("MONTHLY") || account.monthsToEnd <= 6;
            case "care-call" -> account.openComplaints > 0;
            case "visit" -> person.business();
            case "win-back-call" -> false;
            default -> true;
        };
    }

    /**
     * The probability of acceptance: by phone and visit of those reached, by mail, print and web of those it was sent to.
     *
     * @param month 1..12
     */
    static double probability(String action, String channel, Person person, Account account, int month) {
        Double odds = ODDS.get(action);
        if (odds == null) {
            throw new IllegalArgumentException("No acceptance is known for the action \"" + action
                    + "\". Maybe use one of " + ODDS.keySet() + ".");
        }
        return Dice.probability(odds
                + over(channel)
                + person.affinity()
                + (person.preferredChannel().equals(channel) ? 0.45 : 0)
                + (account.monthsSinceAccepted < 12 ? 0.6 : 0)
                - 0.12 * Math.min(5, Account.sum(account.rejections))
                - 0.10 * account.contactsThisMonth
                + (month == 3 || month == 9 || month == 10 || month == 12 ? 0.25 : 0)
                + taste(action, person, account));
    }

    private static double over(String channel) {
        return switch (channel) {
            case "EMAIL" -> -2.0;
            case "PRINT" -> -1.7;
            case "WEB" -> -2.1;
            case "FIELD_REP" -> 1.0;
            default -> 0;
        };
    }

    private static double taste(String action, Person person, Account account) {
        return switch (action) {
            case "retention-credit" -> (account.charge() > 75 ? 0.4 : 0) - 0.3 * Math.min(1, account.openComplaints);
            case "contract-extension" ->
                (account.tenure > 24 ? 0.4 : 0) + (!account.contract.equals("MONTHLY") ? 0.6 : 0);
            case "device-subsidy" -> account.deviceAge > 36 ? 0.7 : 0;
            case "tariff-change" -> account.charge() > 85 ? 0.7 : 0;
            case "upsell-fibre" -> (account.usage > 120 ? 0.7 : 0) + (account.tv || account.movies ? 0.3 : 0);
            case "cross-sell-security" ->
                (person.senior() ? 0.4 : 0) + (person.dependents() ? 0.4 : 0) + (account.backup ? 0.3 : 0);
            case "cross-sell-tv" -> (person.dependents() ? 0.5 : 0) + (account.movies ? 0.5 : 0);
            case "visit" -> 0.45 * StrictMath.log((person.dealValue() + 100) / 1000);
            default -> 0;
        };
    }
}
