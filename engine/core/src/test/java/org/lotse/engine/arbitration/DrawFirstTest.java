package org.lotse.engine.arbitration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.lotse.engine.arbitration.DrawFirst.Contender;

class DrawFirstTest {
    private static final int ROUNDS = 20_000;
    /** Five standard errors of a frequency of ROUNDS draws. */
    private static final double ALLOWED = 5 * 0.5 / Math.sqrt(ROUNDS);

    @Test
    void alwaysTakesTheBestWithoutABudget() {
        DrawFirst draw = new DrawFirst(List.of(contender(3, 1, Exploration.NONE), contender(2, 1, Exploration.NONE)));

        assertThat(draw.draw(new Random(1))).isEqualTo(new DrawFirst.Choice(0, 1));
    }

    @Test
    void drawsAsOftenAsItSays() {
        SplittableRandom generator = new SplittableRandom(20261121);
        for (int round = 0; round < 25; round++) {
            List<Contender> contenders = contenders(generator);
            long seed = generator.nextLong();
            double[] stated = stated(contenders);
            double[] frequency = frequency(contenders, seed);

            for (int i = 0; i < contenders.size(); i++) {
                assertThat(frequency[i])
                        .as("round %d seed %d candidate %d of %s", round, seed, i, contenders)
                        .isCloseTo(stated[i], within(ALLOWED));
            }
        }
    }

    @Test
    void statesProbabilitiesThatSumToOne() {
        SplittableRandom generator = new SplittableRandom(7);
        for (int round = 0; round < 500; round++) {
            List<Contender> contenders = sorted(contenders(generator));
            DrawFirst draw = new DrawFirst(contenders);
            double sum = 0;
            for (int i = 0; i < contenders.size(); i++) {
                sum += draw.probability(i);
            }

            assertThat(sum).as("%s", contenders).isCloseTo(1, within(1e-6));
        }
    }

    @Test
    void sharesTheFirstPlaceAmongEquals() {
        Exploration tenth = Exploration.epsilon(0.1);
        DrawFirst draw = new DrawFirst(
                List.of(contender(5, 0, tenth), contender(5, 0, Exploration.NONE), contender(1, 0, tenth)));

        assertThat(draw.probability(0)).isCloseTo((0.9 + 0.1 / 3) / 2 + 0, within(1e-12));
        assertThat(draw.probability(1)).isCloseTo((0.1 / 3 + 1) / 2, within(1e-12));
        assertThat(draw.probability(2)).isCloseTo(0.1 / 3 / 2, within(1e-12));
    }

    /** How often each of the contenders, as given, comes first when a decision shuffles, sorts and draws. */
    private static double[] frequency(List<Contender> contenders, long seed) {
        Random random = new Random(seed);
        int[] first = new int[contenders.size()];
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < contenders.size(); i++) {
            order.add(i);
        }
        for (int i = 0; i < ROUNDS; i++) {
            Collections.sort(order);
            Collections.shuffle(order, random);
            order.sort(Comparator.comparingDouble(
                            (Integer one) -> contenders.get(one).priority())
                    .reversed());
            List<Contender> ranking = order.stream().map(contenders::get).toList();
            first[order.get(new DrawFirst(ranking).draw(random).index())]++;
        }
        double[] frequency = new double[first.length];
        for (int i = 0; i < first.length; i++) {
            frequency[i] = first[i] / (double) ROUNDS;
        }
        return frequency;
    }

    private static double[] stated(List<Contender> contenders) {
        List<Contender> ranking = sorted(contenders);
        DrawFirst draw = new DrawFirst(ranking);
        double[] stated = new double[contenders.size()];
        for (int i = 0; i < stated.length; i++) {
            stated[i] = draw.probability(ranking.indexOf(contenders.get(i)));
        }
        return stated;
    }

    private static List<Contender> sorted(List<Contender> contenders) {
        return contenders.stream()
                .sorted(Comparator.comparingDouble(Contender::priority).reversed())
                .toList();
    }

    /** Two to eight, some equally good, some certain, some far more uncertain than others. */
    private static List<Contender> contenders(SplittableRandom generator) {
        List<Contender> contenders = new ArrayList<>();
        int count = generator.nextInt(2, 9);
        for (int i = 0; i < count; i++) {
            double priority = generator.nextInt(4) == 0 ? 10 : generator.nextDouble(20);
            double deviation = generator.nextInt(4) == 0 ? 0 : Math.pow(10, generator.nextDouble(-2, 1.3)) + i * 1e-9;
            Exploration.Method method =
                    generator.nextBoolean() ? Exploration.Method.THOMPSON : Exploration.Method.EPSILON;
            contenders.add(contender(priority, deviation, new Exploration(generator.nextDouble(0.5), method, 50 + i)));
        }
        return contenders;
    }

    private static Contender contender(double priority, double deviation, Exploration exploration) {
        return new Contender(priority, deviation, exploration);
    }
}
