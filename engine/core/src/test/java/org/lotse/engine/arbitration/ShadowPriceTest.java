package org.lotse.engine.arbitration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lotse.engine.arbitration.ShadowPrice.Wish;

class ShadowPriceTest {
    @Test
    void costsNothingWhileThereIsEnough() {
        assertThat(ShadowPrice.of(List.of(new Wish(5, 1), new Wish(3, 2)), 3)).isZero();
    }

    @Test
    void costsWhatTheFirstUnmetWishIsWorth() {
        assertThat(ShadowPrice.of(List.of(new Wish(3, 2), new Wish(5, 1), new Wish(1, 9)), 2))
                .isCloseTo(3, within(1e-6));
    }

    @Test
    void costsWhatTheBestWishIsWorthWhenNothingIsLeft() {
        assertThat(ShadowPrice.of(List.of(new Wish(3, 2), new Wish(5, 1)), 0)).isEqualTo(5);
    }

    @Test
    void whoIsAtTheMarginIsServedWhileThereIsSomethingLeft() {
        List<Wish> alike = java.util.Collections.nCopies(50, new Wish(17.5, 1));

        assertThat(ShadowPrice.of(alike, 10)).isLessThan(17.5).isCloseTo(17.5, within(1e-6));
        assertThat(ShadowPrice.of(alike, 0.5)).isLessThan(17.5);
        assertThat(ShadowPrice.of(alike, 0)).isEqualTo(17.5);
    }

    /** Strong duality: at the price, the dual is worth exactly what the best allocation gains. */
    @Test
    void closesTheGapBetweenDualAndPrimal() {
        SplittableRandom generator = new SplittableRandom(5);
        for (int round = 0; round < 500; round++) {
            List<Wish> wishes = IntStream.range(0, generator.nextInt(1, 40))
                    .mapToObj(i -> new Wish(generator.nextDouble(100), generator.nextDouble(0.1, 5)))
                    .toList();
            double supply = generator.nextDouble(60);
            double price = ShadowPrice.of(wishes, supply);
            double dual = price * supply
                    + wishes.stream()
                            .mapToDouble(wish -> Math.max(0, wish.worth() - price) * wish.uses())
                            .sum();

            assertThat(dual)
                    .as("round %d: %s, supply %f", round, wishes, supply)
                    .isCloseTo(best(wishes, supply), within(1e-6));
        }
    }

    /** The best allocation of divisible wishes, in small steps of price instead of by sorting. */
    private static double best(List<Wish> wishes, double supply) {
        double left = supply;
        double gain = 0;
        List<Wish> open = new java.util.ArrayList<>(wishes);
        while (left > 0 && !open.isEmpty()) {
            Wish dearest = open.getFirst();
            for (Wish wish : open) {
                dearest = wish.worth() > dearest.worth() ? wish : dearest;
            }
            open.remove(dearest);
            double served = Math.min(left, dearest.uses());
            gain += served * dearest.worth();
            left -= served;
        }
        return gain;
    }
}
