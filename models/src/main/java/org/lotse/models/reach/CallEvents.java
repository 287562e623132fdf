package org.lotse.models.reach;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;
import org.lotse.engine.term.Event;
import org.lotse.engine.term.Value;
import org.lotse.models.definition.ModelDefinition;
import org.lotse.models.definition.Observation;
import org.lotse.models.definition.Target;
import org.lotse.models.signal.CallSlot;

/** Which events of the stored history are calls with a result. */
public final class CallEvents {
    private static final double MILLIS = 86_400_000;

    private final List<Observation.Anchor> anchors;
    private final String field;
    private final String wanted;

    /** As a definition says: {@code observe: {at: call}}, {@code target: {field: result, is: REACHED}}. */
    public CallEvents(ModelDefinition definition) {
        this.anchors =
                definition.observation() instanceof Observation.At(List<Observation.Anchor> said) ? said : List.of();
        boolean named = definition.target() instanceof Target.Field;
        this.field = named ? ((Target.Field) definition.target()).field() : "";
        this.wanted = named ? ((Target.Field) definition.target()).is() : "";
    }

    /**
     * The calls among events up to a moment that had a result.
     *
     * @param at the moment, in the subject's zone
     * @param margin what the kind's habits say of a weekday and an hour
     */
    public List<Call> of(Iterable<Event> events, ZonedDateTime at, ToDoubleBiFunction<Integer, Integer> margin) {
        List<Event> calls = new ArrayList<>();
        for (Event event : events) {
            if (!event.time().isAfter(at.toInstant())
                    && event.data().get(field) != null
                    && anchors.stream().anyMatch(anchor -> matches(anchor, event))) {
                calls.add(event);
            }
        }
        calls.sort(Comparator.comparing(Event::time));
        return calls.subList(Math.max(0, calls.size() - OwnHabits.MOST), calls.size()).stream()
                .map(event -> call(event, at.getZone(), margin))
                .toList();
    }

    private Call call(Event event, ZoneId zone, ToDoubleBiFunction<Integer, Integer> margin) {
        ZonedDateTime local = event.time().atZone(zone);
        int weekday =
                Math.clamp(number(event, CallSlot.WEEKDAY, local.getDayOfWeek().getValue()), 1, 7);
        int hour = Math.clamp(number(event, CallSlot.HOUR, local.getHour()), 0, 23);
        return new Call(
                event.time().toEpochMilli() / MILLIS,
                weekday,
                hour,
                margin.applyAsDouble(weekday, hour),
                String.valueOf(event.data().get(field)).equalsIgnoreCase(wanted));
    }

    private static boolean matches(Observation.Anchor anchor, Event event) {
        return anchor.event().equals(event.type())
                && anchor.where().entrySet().stream().allMatch(each -> has(event, each))
                && anchor.unless().entrySet().stream().noneMatch(each -> has(event, each));
    }

    private static boolean has(Event event, Map.Entry<String, String> field) {
        Value value = event.data().get(field.getKey());
        return value != null && value.toString().equalsIgnoreCase(field.getValue());
    }

    private static int number(Event event, String field, int otherwise) {
        return event.data().get(field) instanceof Value.Num(double number) ? (int) number : otherwise;
    }
}
