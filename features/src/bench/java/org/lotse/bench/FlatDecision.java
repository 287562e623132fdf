package org.lotse.bench;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.lotse.models.scoring.BoostedTrees;

/**
 * The same decision written by hand for this one company: fields instead of terms, {@code if} instead of rows, one loop
 * over the actions. The ensembles are scored by the same class. For use by one thread.
 */
final class FlatDecision {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final int CALL = 0;
    private static final int EMAIL = 1;
    private static final int WEB = 2;
    private static final double[] CONTACT_COST = {6.5, 0.1, 0.01};
    private static final int[][] CHANNELS = {
        {CALL, EMAIL},
        {CALL, EMAIL},
        {CALL},
        {CALL, EMAIL, WEB},
        {CALL, EMAIL, WEB},
        {CALL, EMAIL, WEB},
        {CALL, EMAIL, WEB},
        {EMAIL, WEB, CALL},
        {EMAIL},
        {EMAIL, WEB},
        {CALL},
        {CALL}
    };
    private static final boolean[] MARKETING = {
        true, true, true, false, true, true, true, false, true, false, true, false
    };
    private static final boolean[] UPLIFT = {
        true, true, true, true, false, false, false, false, false, false, false, true
    };
    private static final double[] COST = {20, 0, 120, 15, 40, 0, 10, 0, 0, 0, 0, 0};
    private static final double[] BUDGET = {20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    private static final int FIRST_APPLICABILITY = 7;
    private static final double[] POINTS = {5, 10, 5, -5, 15, 20};
    private static final double[] MINIMUM = {0, 0, 10, 0, 0, 0, 0, 0, 0, 0, 0, 0};

    private final BoostedTrees churn;
    private final BoostedTrees accept;
    private final boolean perPair;
    private final double[] percentiles;
    private final double[] row = new double[32];

    FlatDecision(BoostedTrees churn, BoostedTrees accept, boolean perPair, double[] percentiles) {
        this.churn = churn;
        this.accept = accept;
        this.perPair = perPair;
        this.percentiles = percentiles;
    }

    FlatRecord decide(FlatCustomer c) {
        FlatRecord r = new FlatRecord();
        r.at = c.at.getEpochSecond();
        r.seed = c.seed;
        r.numbers = c.numbers.clone();
        r.choices = c.choices.clone();
        r.yesNos = c.yesNos.clone();
        r.consents = c.consents.clone();
        r.objects = c.objects;
        r.reason = c.reason;
        r.slotPrice = 1.5;
        r.budgetPrice = 0.1;
        ZonedDateTime now = c.at.atZone(ZONE);
        terms(c, r, now);
        caps(c, r, now);
        weigh(c, r, now);
        rank(c, r);
        return r;
    }

    private void terms(FlatCustomer c, FlatRecord r, ZonedDateTime now) {
        double[] t = r.terms;
        t[0] = countAfter(c.tickets, now.minusDays(90).toEpochSecond(), r.at);
        t[1] = countAfter(c.purchases, now.minusDays(90).toEpochSecond(), r.at);
        t[2] = sumAfter(c.purchases, c.amounts, now.minusMonths(12).toEpochSecond(), r.at);
        int last = countAfter(c.purchases, Long.MIN_VALUE, r.at);
        t[3] = last == 0 ? Double.NaN : (r.at - c.purchases[last - 1]) / 86_400.0;
        t[4] = countAfter(c.contacts, now.minusDays(30).toEpochSecond(), r.at);
        t[5] = countAfter(c.calls, now.minusDays(180).toEpochSecond(), r.at);
        System.arraycopy(c.numbers, 0, row, 0, 10);
        System.arraycopy(t, 0, row, 10, 6);
        for (int choice = 0; choice < 4; choice++) {
            row[16 + choice] = c.choices[choice] < 0 ? Company.VALUES[choice].length + 1 : c.choices[choice];
        }
        for (int yesNo = 0; yesNo < 10; yesNo++) {
            row[20 + yesNo] = c.yesNos[yesNo] < 0 ? 3 : c.yesNos[yesNo];
        }
        double p = sigmoid(churn.margin(row));
        double monthly = c.numbers[1];
        t[6] = p;
        t[7] = Math.max(0, monthly * 24 * 0.45 * (1 - p) + t[2] * 0.3 - t[0] * 12);
        t[8] = Double.isNaN(t[7]) ? Double.NaN : percentile(t[7]);
        r.points = (t[0] <= 0 ? 1 : 0)
                | (t[1] >= 2 ? 2 : 0)
                | (c.numbers[3] > 200 ? 4 : 0)
                | (c.choices[0] == 0 ? 8 : 0)
                | (monthly >= 60 && c.numbers[0] >= 24 ? 16 : 0)
                | (c.numbers[8] >= 1000 ? 32 : 0);
        for (int row = 0; row < POINTS.length; row++) {
            t[9] += (r.points >> row & 1) * POINTS[row];
        }
        double top = t[8];
        r.level = top >= 90 ? 0 : top >= 70 ? 1 : top >= 10 ? 2 : top < 10 ? 3 : -1;
    }

    private double percentile(double value) {
        int low = lower(percentiles, value);
        int high = upper(percentiles, value);
        return 100.0 * (low + (high - low) / 2.0) / percentiles.length;
    }

    private void caps(FlatCustomer c, FlatRecord r, ZonedDateTime now) {
        long startOfDay = now.toLocalDate().atStartOfDay(ZONE).toEpochSecond();
        long weekAgo = now.minusDays(7).toEpochSecond();
        long fortnightAgo = now.minusDays(14).toEpochSecond();
        long fourthLast = 0;
        long secondLastEmail = 0;
        for (int each = 0; each < c.outbound.length; each++) {
            long time = c.outbound[each];
            if (c.outboundChannels[each] == CALL && time >= startOfDay) {
                r.capCounts[0]++;
            }
            if (c.outboundChannels[each] == EMAIL && time > weekAgo) {
                r.capCounts[1]++;
                secondLastEmail = nth(c, each, true, 2, weekAgo, secondLastEmail);
            }
            if (c.outboundMarketing[each] == 1 && time > fortnightAgo) {
                r.capCounts[2]++;
                fourthLast = nth(c, each, false, 4, fortnightAgo, fourthLast);
            }
        }
        if (r.capCounts[0] >= 3) {
            r.capFreeAgain[0] = now.toLocalDate().plusDays(1).atStartOfDay(ZONE).toEpochSecond();
        }
        if (r.capCounts[1] >= 2) {
            r.capFreeAgain[1] = java.time.Instant.ofEpochSecond(secondLastEmail)
                    .atZone(ZONE)
                    .plusDays(7)
                    .toEpochSecond();
        }
        if (r.capCounts[2] >= 4) {
            r.capFreeAgain[2] = java.time.Instant.ofEpochSecond(fourthLast)
                    .atZone(ZONE)
                    .plusDays(14)
                    .toEpochSecond();
        }
        r.capCounts[3] = c.rejections.length;
        for (int each = 1; each < c.rejections.length; each++) {
            ZonedDateTime latest =
                    java.time.Instant.ofEpochSecond(c.rejections[each]).atZone(ZONE);
            if (c.rejections[each - 1] >= latest.minusDays(180).toEpochSecond()) {
                long until = latest.plusDays(90).toEpochSecond();
                r.capFreeAgain[3] = until > r.at ? until : 0;
            }
        }
    }

    /** The time of the n-th last counted contact up to this one. */
    private static long nth(FlatCustomer c, int upTo, boolean email, int n, long after, long otherwise) {
        int left = n;
        for (int each = upTo; each >= 0; each--) {
            boolean counted = c.outbound[each] > after
                    && (email ? c.outboundChannels[each] == EMAIL : c.outboundMarketing[each] == 1);
            if (counted && --left == 0) {
                return c.outbound[each];
            }
        }
        return otherwise;
    }

    private void weigh(FlatCustomer c, FlatRecord r, ZonedDateTime now) {
        int recent = 0;
        for (long time : c.outbound) {
            recent += time > r.at - 30L * 86_400 ? 1 : 0;
        }
        r.recentContacts = recent;
        double fatigue = 0.30 * recent;
        int nextPair = 0;
        double whole = perPair ? 0 : sigmoid(accept.margin(row));
        boolean callHours = isCallHour(now);
        for (int action = 0; action < Company.ACTIONS.length; action++) {
            int firstPair = nextPair;
            nextPair += CHANNELS[action].length;
            int stopped = rules(action, c, r);
            if (stopped != 0) {
                r.stage[action] = (byte) stopped;
                continue;
            }
            double value = value(action, c, r);
            double best = Double.NEGATIVE_INFINITY;
            int furthest = 3;
            int closedDistance = -1;
            for (int preference = 0; preference < CHANNELS[action].length; preference++) {
                int channel = CHANNELS[action][preference];
                if (channel == WEB && !c.isInbound) {
                    continue;
                }
                int obstacle = obstacle(action, channel, c, r, callHours);
                if (obstacle != 0) {
                    if (distance(obstacle) > closedDistance) {
                        closedDistance = distance(obstacle);
                        furthest = obstacle;
                    }
                    continue;
                }
                if (Double.isNaN(value)) {
                    best = Double.NaN;
                    break;
                }
                double propensity = whole;
                if (perPair) {
                    row[30] = action;
                    row[31] = channel;
                    propensity = sigmoid(accept.margin(row));
                }
                double p = UPLIFT[action] ? propensity * 0.4 : propensity;
                double price = (channel == CALL && !c.isInbound ? 1.5 : 0) + Math.max(0, p) * BUDGET[action] * 0.1;
                double priority = p * (value - COST[action]) - CONTACT_COST[channel] - fatigue - price;
                keep(r, firstPair + preference, action, p, propensity, value, channel, fatigue, price);
                if (priority > best) {
                    best = priority;
                    r.channel[action] = (byte) channel;
                }
            }
            if (best == Double.NEGATIVE_INFINITY) {
                r.stage[action] = (byte) (furthest == 9 ? 3 : furthest);
            } else if (Double.isNaN(best)) {
                r.stage[action] = 6;
            } else {
                r.priority[action] = best;
                r.stage[action] = (byte) (best > 0 && best >= MINIMUM[action] ? 0 : 7);
            }
        }
    }

    private static void keep(
            FlatRecord r,
            int pair,
            int action,
            double p,
            double propensity,
            double value,
            int channel,
            double fatigue,
            double price) {
        r.priced |= 1 << pair;
        int at = pair * FlatRecord.FACTORS;
        r.factors[at] = p;
        r.factors[at + 1] = propensity;
        r.factors[at + 2] = value;
        r.factors[at + 3] = COST[action];
        r.factors[at + 4] = CONTACT_COST[channel];
        r.factors[at + 5] = fatigue;
        r.factors[at + 6] = 1;
        r.factors[at + 7] = price;
    }

    /** 0 passes, 1 stopped by eligibility, 2 by applicability; the row is kept. */
    private static int rules(int action, FlatCustomer c, FlatRecord r) {
        double[] n = c.numbers;
        int internet = c.choices[2];
        boolean eligible = switch (action) {
            case 0, 1 -> hit(r, action, n[9] <= 14, 0);
            case 2 -> n[7] > 2 ? hit(r, action, false, 6) : hit(r, action, n[9] <= 14 && n[4] >= 24, 1);
            case 4 -> hit(r, action, internet == 1, 2);
            case 5, 6 -> hit(r, action, internet >= 1, 3);
            case 10 -> hit(r, action, c.choices[3] == 1 && n[8] >= 1000, 4);
            case 8 -> hit(r, action, c.consents[1], 5);
            default -> true;
        };
        if (!eligible) {
            return 1;
        }
        double p = r.terms[6];
        boolean applicable = switch (action) {
            case 0, 3 -> hit(r, action, p >= 0.5, 7) || hit(r, action, c.reason == 0, 9);
            case 1 -> hit(r, action, p >= 0.5, 7) || hit(r, action, c.choices[0] >= 1 && n[5] <= 6, 8);
            case 2 -> hit(r, action, c.reason == 0, 9) || hit(r, action, p >= 0.3, 10);
            case 4 -> r.terms[9] >= 0 || hit(r, action, false, 13);
            case 5 -> r.terms[9] < 0 ? hit(r, action, false, 13) : hit(r, action, c.yesNos[3] == 0, 11);
            case 6 -> r.terms[9] < 0 ? hit(r, action, false, 13) : hit(r, action, c.yesNos[7] == 0, 12);
            default -> true;
        };
        return applicable ? 0 : 2;
    }

    private static boolean hit(FlatRecord r, int action, boolean holds, int row) {
        r.row[2 * action + (row < FIRST_APPLICABILITY ? 0 : 1)] = (byte) (row + 1);
        return holds;
    }

    private static int obstacle(int action, int channel, FlatCustomer c, FlatRecord r, boolean callHours) {
        if (MARKETING[action] && c.objects) {
            return 4;
        }
        if (c.isInbound) {
            return action <= 2 && r.capFreeAgain[3] > 0 ? 5 : 0;
        }
        if (MARKETING[action] && !c.consents[channel]) {
            return 4 + 16;
        }
        if (channel == CALL && r.capFreeAgain[0] > 0
                || channel == EMAIL && r.capFreeAgain[1] > 0
                || MARKETING[action] && r.capFreeAgain[2] > 0
                || action <= 2 && r.capFreeAgain[3] > 0) {
            return 5;
        }
        return channel == CALL && !callHours ? 9 : 0;
    }

    private static int distance(int obstacle) {
        return switch (obstacle) {
            case 9 -> 4;
            case 5 -> 3;
            case 20 -> 2;
            default -> 1;
        };
    }

    private static double value(int action, FlatCustomer c, FlatRecord r) {
        double p = r.terms[6];
        double clv = r.terms[7];
        return switch (action) {
            case 0 -> clv * p;
            case 1 -> c.numbers[1] * 10.8 * p;
            case 2 -> clv * p * 1.5;
            case 3 -> clv * p * 0.9;
            case 4 -> c.numbers[1] * 2.7;
            case 5 -> 54;
            case 6 -> 97;
            case 7 -> clv * 0.005;
            case 8 -> 1.5;
            case 9 -> 2;
            case 10 -> c.numbers[8] * 0.2;
            default -> clv * p * 0.6;
        };
    }

    private static void rank(FlatCustomer c, FlatRecord r) {
        for (int action = 0; action < Company.ACTIONS.length; action++) {
            if (r.stage[action] == 0) {
                int place = r.ranked++;
                while (place > 0 && r.priority[r.ranking[place - 1]] < r.priority[action]) {
                    r.ranking[place] = r.ranking[place - 1];
                    place--;
                }
                r.ranking[place] = action;
            }
        }
        if (r.ranked == 0) {
            return;
        }
        SplittableRandom random = new SplittableRandom(c.seed);
        boolean explores = random.nextDouble() < 0.02;
        int first = explores ? random.nextInt(r.ranked) : 0;
        int chosen = r.ranking[first];
        System.arraycopy(r.ranking, 0, r.ranking, 1, first);
        r.ranking[0] = chosen;
        r.explored = first > 0;
        r.probability = first == 0 ? 0.98 + 0.02 / r.ranked : 0.02 / r.ranked;
        for (int place = 3; place < r.ranked; place++) {
            r.stage[r.ranking[place]] = 8;
        }
        r.reserved = !c.isInbound;
    }

    private static boolean isCallHour(ZonedDateTime now) {
        DayOfWeek day = now.getDayOfWeek();
        int hour = now.getHour();
        return day == DayOfWeek.SATURDAY ? hour >= 9 && hour < 18 : day != DayOfWeek.SUNDAY && hour >= 8 && hour < 20;
    }

    private static double sigmoid(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }

    private static int countAfter(long[] times, long after, long upTo) {
        return upper(times, upTo) - upper(times, after);
    }

    private static double sumAfter(long[] times, double[] amounts, long after, long upTo) {
        double sum = 0;
        int end = upper(times, upTo);
        for (int each = upper(times, after); each < end; each++) {
            sum += amounts[each];
        }
        return sum;
    }

    private static int upper(long[] sorted, long key) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= key) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int upper(double[] sorted, double key) {
        int at = Arrays.binarySearch(sorted, key);
        if (at < 0) {
            return -at - 1;
        }
        while (at < sorted.length && sorted[at] == key) {
            at++;
        }
        return at;
    }

    private static int lower(double[] sorted, double key) {
        int at = Arrays.binarySearch(sorted, key);
        if (at < 0) {
            return -at - 1;
        }
        while (at > 0 && sorted[at - 1] == key) {
            at--;
        }
        return at;
    }
}
