package org.lotse.engine.action;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lotse.engine.calculation.Calculation;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.Title;

/**
 * Something the company can do for a customer.
 *
 * @param key stable name
 * @param title what people call it
 * @param group what it is counted with in limits and experiments
 * @param purpose what it is done for; marketing needs consent and honours objections
 * @param channels the channels it may use, in order of preference
 * @param economics what it is worth and costs, unless a channel says otherwise
 * @param byChannel what differs on single channels
 * @param effect how it comes to be worth something
 * @param usesIfAccepted capacities used when it is accepted: {@code voucher-budget -> 20}
 * @param lever the business's thumb on the scale; 1 is neutral
 * @param minimumMargin lowest priority, in the accounting currency, at which it is still worth doing
 * @param validFrom first day, if limited
 * @param validUntil last day, if limited
 */
public record Action(
        ActionKey key,
        Title title,
        String group,
        Purpose purpose,
        List<ChannelKey> channels,
        Economics economics,
        Map<ChannelKey, Economics> byChannel,
        Effect effect,
        Map<String, Double> usesIfAccepted,
        double lever,
        double minimumMargin,
        Optional<LocalDate> validFrom,
        Optional<LocalDate> validUntil) {
    public Action {
        channels = List.copyOf(channels);
        byChannel = Map.copyOf(byChannel);
        usesIfAccepted = Map.copyOf(usesIfAccepted);
    }

    /**
     * The money side of an action.
     *
     * @param value what acceptance is worth, in the accounting currency
     * @param costIfAccepted what acceptance costs, in the accounting currency
     * @param model the model that says how likely acceptance is
     */
    public record Economics(Calculation value, double costIfAccepted, String model) {
        /** The model of actions that name none. */
        public static final String DEFAULT_MODEL = "accept";

        public Economics {
            model = model.isBlank() ? DEFAULT_MODEL : model;
        }
    }

    /** How an action comes to be worth something. */
    public enum Effect {
        /** The value may arise without the offer: only the difference the offer makes counts. */
        UPLIFT,
        /** The value cannot arise without the offer: acceptance itself counts. */
        NEEDS_OFFER
    }

    /** What the action is worth and costs on a channel. */
    public Economics on(ChannelKey channel) {
        return byChannel.getOrDefault(channel, economics);
    }

    /** The same action under another thumb. */
    public Action withLever(double other) {
        return new Action(
                key,
                title,
                group,
                purpose,
                channels,
                economics,
                byChannel,
                effect,
                usesIfAccepted,
                other,
                minimumMargin,
                validFrom,
                validUntil);
    }

    /** Whether the action is offered on this day. */
    public boolean isValidOn(LocalDate day) {
        return !(validFrom.isPresent() && day.isBefore(validFrom.get()))
                && !(validUntil.isPresent() && day.isAfter(validUntil.get()));
    }
}
