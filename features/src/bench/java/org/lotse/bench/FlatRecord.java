package org.lotse.bench;

import java.util.List;

/**
 * What the hand-written program keeps of a decision, as much as the engine's record does: what was read, the rows that hit,
 * per action the stage and the rows that spoke, per pair of action and channel the factors.
 */
final class FlatRecord {
    /** The stages, in the order they are asked. */
    static final List<String> STAGES = List.of(
            "CHOSEN",
            "ELIGIBILITY",
            "APPLICABILITY",
            "CHANNEL",
            "CONSENT",
            "CONTACT_POLICY",
            "VALUE",
            "ARBITRATION",
            "OUTRANKED");

    static final int FACTORS = 8;
    static final int PAIRS = 25;

    double[] numbers = {};
    int[] choices = {};
    int[] yesNos = {};
    boolean[] consents = {};
    boolean objects;
    int reason;
    int recentContacts;
    double slotPrice;
    double budgetPrice;
    final double[] terms = new double[11];
    int level;
    final int[] capCounts = new int[4];
    final long[] capFreeAgain = new long[4];
    final byte[] stage = new byte[Company.ACTIONS.length];
    /** Per action the row that spoke in eligibility and the one that spoke in applicability; 0 none, else its number + 1. */
    final byte[] row = new byte[2 * Company.ACTIONS.length];

    /** The rows that gave points, a bit each. */
    int points;

    final byte[] channel = new byte[Company.ACTIONS.length];
    /** Of every pair that was priced, chosen or not. */
    final double[] factors = new double[PAIRS * FACTORS];

    /** Which pairs were priced, a bit each. */
    int priced;

    final double[] priority = new double[Company.ACTIONS.length];
    final int[] ranking = new int[Company.ACTIONS.length];
    int ranked;
    double probability = 1;
    boolean explored;
    boolean reserved;
    long at;
    long seed;
}
