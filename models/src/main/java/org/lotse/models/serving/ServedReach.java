package org.lotse.models.serving;

import java.time.DayOfWeek;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.term.Event;
import org.lotse.models.reach.CallEvents;
import org.lotse.models.reach.OwnHabits;
import org.lotse.models.registry.Member;
import org.lotse.models.registry.TrainedModel;
import org.lotse.models.scoring.Scorer;
import org.lotse.models.signal.CallSlot;

/** A reachability that is serving: by kinds alone (a plain model of yes and no), or with the subject's own calls. */
final class ServedReach {
    private static final int DAYS = 8;
    private static final int HOURS = 24;

    private final TrainedModel model;
    private final Scorer kinds;
    private final CallEvents calls;
    private final int[] places;

    /** The codes of weekdays, hours and half-days. */
    private final double[][] slots;

    ServedReach(TrainedModel model) {
        this.model = model;
        Member whole = model.members().get(Member.WHOLE);
        if (whole == null) {
            throw new IllegalArgumentException("The model " + model.name() + " has no scorer as a whole.");
        }
        this.kinds = whole.scorer();
        this.calls = new CallEvents(model.definition());
        this.places = new int[] {
            model.signals().indexOf(CallSlot.WEEKDAY),
            model.signals().indexOf(CallSlot.HOUR),
            model.signals().indexOf(CallSlot.HALF_DAY)
        };
        this.slots = new double[DAYS * HOURS][];
        for (int day = 1; day < DAYS; day++) {
            for (int hour = 0; hour < HOURS; hour++) {
                slots[day * HOURS + hour] = new double[] {
                    code(0, Integer.toString(day)), code(1, "h" + hour), code(2, CallSlot.halfDay(day, hour))
                };
            }
        }
    }

    private double code(int slot, String text) {
        return places[slot] < 0 ? 0 : model.signals().code(places[slot], text);
    }

    /**
     * @param coded the subject's terms
     * @param at nothing later counts
     */
    Reach of(double[] coded, Iterable<Event> events, ZonedDateTime at) {
        double[] row = coded.clone();
        OwnHabits own = model.reach()
                .map(reach -> reach.of(calls.of(events, at, (day, hour) -> kinds.margin(placed(row, day, hour)))))
                .orElse(null);
        return new Of(row, own);
    }

    /** The chance at a moment. */
    double now(double[] coded, Iterable<Event> events, ZonedDateTime at) {
        return of(coded, events, at).at(at.getDayOfWeek(), at.getHour());
    }

    private double[] placed(double[] row, int day, int hour) {
        double[] codes = slots[day * HOURS + hour];
        for (int i = 0; i < places.length; i++) {
            if (places[i] >= 0) {
                row[places[i]] = codes[i];
            }
        }
        return row;
    }

    /** For one thread: the row is written to. */
    private final class Of implements Reach {
        private final double[] row;
        private final @Nullable OwnHabits own;

        Of(double[] row, @Nullable OwnHabits own) {
            this.row = row;
            this.own = own;
        }

        @Override
        public double at(DayOfWeek day, int hour) {
            double[] asked = placed(row, day.getValue(), hour);
            return own == null ? model.answer(asked) : own.chance(kinds.margin(asked), day.getValue(), hour);
        }

        @Override
        public int calls() {
            return own == null ? 0 : own.calls();
        }

        @Override
        public String model() {
            return model.name();
        }
    }
}
