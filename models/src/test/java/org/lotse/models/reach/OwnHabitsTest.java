package org.lotse.models.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a subject's own calls say of other slots; the kind is reached in half of all calls. */
class OwnHabitsTest {
    private static final int MONDAY = 1;
    private static final int THURSDAY = 4;

    @Test
    void whatIsSeenOfAnHourHoldsForThoseBesideItToo() {
        OwnHabits own = habits(new Habit(0, 0, 0, 1), call(MONDAY, 9, true), call(MONDAY, 17, false));

        assertThat(own.chance(0, THURSDAY, 9)).isGreaterThan(0.57);
        assertThat(own.chance(0, THURSDAY, 10)).isBetween(0.54, own.chance(0, THURSDAY, 9));
        assertThat(own.chance(0, THURSDAY, 16)).isLessThan(0.46);
    }

    @Test
    void anUnknownHourSaysNothingOfHours() {
        OwnHabits own = habits(new Habit(0, 0, 0, 1), call(MONDAY, -1, true));

        assertThat(own.chance(0, THURSDAY, 9)).isEqualTo(0.5, within(1e-12));
    }

    @Test
    void whatHoldsAtAllTimesHoldsForEverySlot() {
        OwnHabits own = habits(new Habit(1, 0, 0, 0), call(MONDAY, 9, true));

        assertThat(own.chance(0, THURSDAY, 17)).isGreaterThan(0.55).isEqualTo(own.chance(0, MONDAY, 9), within(1e-12));
    }

    private static OwnHabits habits(Habit habit, Call... calls) {
        return new OwnHabits(new ReachModel.Scale(1, 0, habit), List.of(calls));
    }

    private static Call call(int weekday, int hour, boolean reached) {
        return new Call(20_000, weekday, hour, 0, reached);
    }
}
