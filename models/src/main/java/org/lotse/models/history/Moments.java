package org.lotse.models.history;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.term.Event;
import org.lotse.engine.term.Value;
import org.lotse.models.definition.ModelDefinition;
import org.lotse.models.definition.ModelProblem;
import org.lotse.models.definition.Observation;
import org.lotse.models.definition.Observation.Anchor;
import org.lotse.models.definition.Target;
import org.lotse.models.definition.Treatment;
import org.lotse.models.signal.CallSlot;

/** Finds the observations in a story. Only those count whose whole horizon has passed. */
final class Moments {
    static final String ACTION = "action";
    static final String CHANNEL = "channel";

    private final ModelDefinition definition;
    private final ZoneId zone;
    private final Instant until;

    Moments(ModelDefinition definition, ZoneId zone, Instant until) {
        this.definition = definition;
        this.zone = zone;
        this.until = until;
    }

    void in(Story story, Consumer<Moment> wanted) {
        Consumer<Moment> found = moment -> {
            if (!definition.guards().leaveOut(moment.at().atZone(zone).toLocalDate())) {
                wanted.accept(moment);
            }
        };
        switch (definition.observation()) {
            case Observation.Every every -> every(every, story, found);
            case Observation.At(List<Anchor> anchors) -> at(anchors, story, found);
            case Observation.Snapshot ignored ->
                throw new ModelProblem(
                        "The model " + definition.name()
                                + " observes a snapshot: it learns from a table, not from the stored history. Maybe write observe: {every: 30d}.");
        }
    }

    private void every(Observation.Every every, Story story, Consumer<Moment> found) {
        if (!(definition.target() instanceof Target.Happens target)) {
            throw new ModelProblem("The model " + definition.name()
                    + " observes at intervals, so its target must be an event: target: {event: CHURNED, within: 90d}.");
        }
        Instant latest = target.within().before(until, zone);
        Instant begin = story.begin().orElse(latest);
        Optional<Instant> first = every.again()
                ? Optional.empty()
                : story.events().stream()
                        .filter(event -> target.events().contains(event.type()))
                        .map(Event::time)
                        .findFirst();
        Instant moment = latest;
        while (!moment.isBefore(begin)) {
            if (first.isEmpty() || first.get().isAfter(moment)) {
                found.accept(
                        new Moment(story, moment, followed(target, story, moment.plusMillis(1), Map.of()), Map.of()));
            }
            moment = every.step().before(moment, zone);
        }
    }

    private void at(List<Anchor> anchors, Story story, Consumer<Moment> found) {
        for (Event event : story.events()) {
            if (anchors.stream().anyMatch(anchor -> matches(anchor, event))) {
                Map<String, String> extra = extra(event);
                target(story, event, extra)
                        .ifPresent(target -> found.accept(
                                // just before the event: it and its result are not known yet
                                new Moment(story, event.time().minusMillis(1), target, extra)));
            }
        }
    }

    private Optional<Double> target(Story story, Event event, Map<String, String> extra) {
        return switch (definition.target()) {
            case Target.Field(String field, String is) ->
                Optional.ofNullable(event.data().get(field))
                        .map(value -> value.toString().equalsIgnoreCase(is) ? 1.0 : 0.0);
            case Target.Happens happens ->
                happens.within().after(event.time(), zone).isAfter(until)
                        ? Optional.empty()
                        : Optional.of(followed(happens, story, event.time(), extra));
            case Target.Column column ->
                throw new ModelProblem(
                        "The target \"" + column.name() + "\" of " + definition.name()
                                + " is a column; the stored history has events. Maybe write target: {event: ACCEPTED, within: 14d}.");
        };
    }

    private double followed(Target.Happens target, Story story, Instant from, Map<String, String> extra) {
        Instant end = target.within().after(from, zone);
        boolean happened = false;
        for (Event event : story.events()) {
            if (event.time().isAfter(end)) {
                break;
            }
            happened |= !event.time().isBefore(from)
                    && target.events().contains(event.type())
                    && belongs(event, extra.get(ACTION));
        }
        return happened == target.wanted() ? 1 : 0;
    }

    /** An outcome that names an action belongs to a contact about that action only. */
    private static boolean belongs(Event outcome, @Nullable String action) {
        Value named = outcome.data().get(ACTION);
        return action == null || named == null || named.toString().equals(action);
    }

    private static boolean matches(Anchor anchor, Event event) {
        return anchor.event().equals(event.type())
                && anchor.where().entrySet().stream().allMatch(field -> has(event, field))
                && anchor.unless().entrySet().stream().noneMatch(field -> has(event, field));
    }

    private static boolean has(Event event, Map.Entry<String, String> field) {
        Value value = event.data().get(field.getKey());
        return value != null && value.toString().equalsIgnoreCase(field.getValue());
    }

    private Map<String, String> extra(Event event) {
        ZonedDateTime local = event.time().atZone(zone);
        Map<String, String> extra = new HashMap<>(CallSlot.signals(
                DayOfWeek.of(Math.clamp(
                        number(event, CallSlot.WEEKDAY, local.getDayOfWeek().getValue()), 1, 7)),
                number(event, CallSlot.HOUR, local.getHour())));
        copy(event, ACTION, extra);
        copy(event, CHANNEL, extra);
        definition.treatment().map(Treatment::column).ifPresent(column -> copy(event, column, extra));
        return extra;
    }

    private static void copy(Event event, String field, Map<String, String> extra) {
        Value value = event.data().get(field);
        if (value != null) {
            extra.put(field, value.toString());
        }
    }

    private static int number(Event event, String field, int otherwise) {
        return event.data().get(field) instanceof Value.Num(double number) ? (int) number : otherwise;
    }
}
