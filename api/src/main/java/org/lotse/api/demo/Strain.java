package org.lotse.api.demo;

/**
 * What weighs on a customer in one month, as far as it bears on leaving.
 *
 * @param billing tickets about bills
 * @param outages tickets about outages
 * @param late whether the bill was paid late
 * @param complaint whether a ticket turned into a complaint
 * @param settled whether an open complaint was settled
 * @param looking whether the customer looked around for another provider
 */
record Strain(int billing, int outages, boolean late, boolean complaint, boolean settled, boolean looking) {
    /**
     * Draws a month.
     *
     * @param disturbance how many times more outages than usual the region has this month
     */
    static Strain drawn(Account account, double disturbance, Dice dice) {
        double outageRate = account.internet.equals("FIBRE") ? 0.030 : account.online() ? 0.022 : 0.006;
        int billing = dice.count(account.paperless ? 0.030 : 0.024);
        int outages = dice.count(outageRate * disturbance);
        boolean late = dice.hits(lateness(account.payment));
        boolean complaint = billing + outages > 0 && dice.hits(0.2);
        boolean settled = account.openComplaints > 0 && dice.hits(0.6);
        boolean near = !account.contract.equals("MONTHLY") && account.monthsToEnd <= 3;
        boolean looking = dice.hits(account.contract.equals("MONTHLY") ? 0.06 : near ? 0.08 : 0.012);
        return new Strain(billing, outages, late, complaint, settled, looking);
    }

    /** Most months of a region are quiet, a few are bad. */
    static double disturbance(Dice dice) {
        return dice.hits(0.06) ? dice.between(3.0, 7.0) : 0.7;
    }

    private static double lateness(String payment) {
        return switch (payment) {
            case "TRANSFER" -> 0.09;
            case "INVOICE" -> 0.10;
            case "CREDIT_CARD" -> 0.025;
            default -> 0.02;
        };
    }
}
