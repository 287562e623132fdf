package org.lotse.bench;

import java.util.List;

/** What the hand-written program keeps of a decision: inputs, and per action stage, row and factors. */
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

    double[] numbers = {};
    int[] choices = {};
    int[] yesNos = {};
    final double[] terms = new double[11];
    int level;
    final int[] capCounts = new int[4];
    final long[] capFreeAgain = new long[4];
    final byte[] stage = new byte[Company.ACTIONS.length];
    /** The row that stopped the action, or that let it pass last; -1 none. */
    final byte[] row = new byte[Company.ACTIONS.length];

    final byte[] channel = new byte[Company.ACTIONS.length];
    final double[] factors = new double[Company.ACTIONS.length * FACTORS];
    final double[] priority = new double[Company.ACTIONS.length];
    final int[] ranking = new int[Company.ACTIONS.length];
    int ranked;
    double probability = 1;
    boolean explored;
    boolean reserved;
    long at;
    long seed;
}
