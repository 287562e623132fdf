package org.lotse.bench;

import java.time.Instant;

/** A customer as a hand-written program would hold it: arrays, in the form in which they are asked. */
final class FlatCustomer {
    final double[] numbers = new double[Company.NUMBERS.length];
    /** Index of the value; -1 where it is missing. */
    final int[] choices = new int[Company.CHOICES.length];
    /** 1 yes, 0 no, -1 missing. */
    final int[] yesNos = new int[Company.YES_NOS.length];
    /** Ascending seconds. */
    long[] tickets = {};

    long[] purchases = {};
    double[] amounts = {};
    long[] contacts = {};
    long[] calls = {};
    /** Outbound contacts: seconds, channel index, and 1 for marketing. */
    long[] outbound = {};

    int[] outboundChannels = {};
    int[] outboundMarketing = {};
    long[] rejections = {};
    boolean[] consents = new boolean[2];
    boolean objects;
    /** -1 none, 0 cancel, 1 question. */
    int reason;

    boolean isInbound;
    Instant at = Instant.EPOCH;
    long seed;
}
