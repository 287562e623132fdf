package org.lotse.api.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * A campaign that comes round every few months to a random share of those it fits; a random part of these is held back
 * as the control group.
 *
 * @param action what is offered
 * @param channel over which channel
 * @param every how many months apart
 * @param offset in which month of the story it runs first, from 0
 * @param share the part of the fitting customers that is drawn
 * @param control the part of the drawn ones that is held back
 */
record Campaign(String action, String channel, int every, int offset, double share, double control) {
    private static final Set<String> SERVICE = Set.of("tariff-change", "usage-tip", "survey", "care-call");

    static final List<Campaign> ALL = List.of(
            new Campaign("retention-credit", "CALL_CENTRE", 3, 0, 0.28, 0.30),
            new Campaign("retention-credit", "EMAIL", 3, 1, 0.22, 0.30),
            new Campaign("contract-extension", "CALL_CENTRE", 4, 2, 0.28, 0.25),
            new Campaign("contract-extension", "EMAIL", 4, 0, 0.25, 0.25),
            new Campaign("contract-extension", "PRINT", 6, 3, 0.25, 0.25),
            new Campaign("device-subsidy", "CALL_CENTRE", 4, 1, 0.30, 0.20),
            new Campaign("device-subsidy", "FIELD_REP", 6, 4, 0.35, 0.20),
            new Campaign("tariff-change", "CALL_CENTRE", 6, 5, 0.20, 0.20),
            new Campaign("tariff-change", "EMAIL", 4, 3, 0.16, 0.20),
            new Campaign("tariff-change", "WEB", 3, 2, 0.12, 0),
            new Campaign("upsell-fibre", "CALL_CENTRE", 2, 1, 0.30, 0),
            new Campaign("upsell-fibre", "EMAIL", 2, 0, 0.35, 0),
            new Campaign("upsell-fibre", "PRINT", 4, 2, 0.30, 0),
            new Campaign("upsell-fibre", "WEB", 3, 1, 0.25, 0),
            new Campaign("upsell-fibre", "FIELD_REP", 4, 3, 0.40, 0),
            new Campaign("cross-sell-security", "CALL_CENTRE", 3, 1, 0.22, 0),
            new Campaign("cross-sell-security", "EMAIL", 3, 2, 0.25, 0),
            new Campaign("cross-sell-security", "WEB", 3, 0, 0.15, 0),
            new Campaign("cross-sell-tv", "CALL_CENTRE", 3, 2, 0.22, 0),
            new Campaign("cross-sell-tv", "EMAIL", 3, 0, 0.25, 0),
            new Campaign("cross-sell-tv", "WEB", 3, 1, 0.15, 0),
            new Campaign("invitation", "EMAIL", 6, 4, 0.25, 0),
            new Campaign("invitation", "PRINT", 6, 4, 0.15, 0),
            new Campaign("usage-tip", "EMAIL", 3, 1, 0.12, 0),
            new Campaign("usage-tip", "WEB", 6, 3, 0.10, 0),
            new Campaign("usage-tip", "CALL_CENTRE", 6, 2, 0.03, 0),
            new Campaign("newsletter", "EMAIL", 1, 0, 0.35, 0),
            new Campaign("survey", "EMAIL", 6, 2, 0.20, 0),
            new Campaign("survey", "WEB", 6, 5, 0.10, 0),
            new Campaign("care-call", "CALL_CENTRE", 1, 0, 0.60, 0.20),
            new Campaign("visit", "FIELD_REP", 2, 0, 0.22, 0));

    boolean runsIn(int month) {
        return month % every == offset % every;
    }

    /** Marketing needs consent; service only that nobody objected. */
    boolean marketing() {
        return !SERVICE.contains(action);
    }

    String name(LocalDate start) {
        return start + "-" + action + "-"
                + channel.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
