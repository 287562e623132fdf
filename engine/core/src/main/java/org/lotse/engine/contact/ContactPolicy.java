package org.lotse.engine.contact;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import org.lotse.engine.action.Action;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.action.Direction;

/**
 * The caps marketing sets, and how far each is used up.
 *
 * @param caps in the order of the file
 */
public record ContactPolicy(List<Cap> caps) {
    public static final ContactPolicy NONE = new ContactPolicy(List.of());

    public ContactPolicy {
        caps = List.copyOf(caps);
    }

    /**
     * How far every cap is used up by a person's history.
     *
     * @param history what happened
     * @param at the moment a further contact is considered
     * @param zone the person's time zone, for calendar windows
     */
    public List<CapUsage> usage(ContactHistory history, Instant at, ZoneId zone) {
        return caps.stream().map(cap -> usage(cap, history, at, zone)).toList();
    }

    /** The caps that a contact with this action over this channel in this direction falls under. */
    public List<Cap> applyingTo(Action action, ChannelKey channel, Direction direction) {
        return caps.stream()
                .filter(cap -> cap.direction().map(direction::equals).orElse(true))
                .filter(cap -> switch (cap.scope()) {
                    case Cap.Scope.Person ignored -> true;
                    case Cap.Scope.OfChannel(var limited) -> limited.equals(channel);
                    case Cap.Scope.OfPurpose(var purpose) -> purpose == action.purpose();
                    case Cap.Scope.OfGroup(var group) -> group.equals(action.group());
                    case Cap.Scope.OfAction(var limited) -> limited.equals(action.key());
                })
                .toList();
    }

    private static CapUsage usage(Cap cap, ContactHistory history, Instant at, ZoneId zone) {
        CapUsage pause = pauseUsage(cap, history, at, zone);
        CapUsage window = windowUsage(cap, history, at, zone);
        if (pause.freeAgainAt().isEmpty()) {
            return cap.window().isPresent() ? window : pause;
        }
        Instant later = window.freeAgainAt()
                .filter(free -> free.isAfter(pause.freeAgainAt().get()))
                .orElse(pause.freeAgainAt().get());
        return new CapUsage(cap.id(), pause.count(), Optional.of(later));
    }

    private static CapUsage windowUsage(Cap cap, ContactHistory history, Instant at, ZoneId zone) {
        if (cap.window().isEmpty() || cap.limit().isEmpty()) {
            return new CapUsage(cap.id(), 0, Optional.empty());
        }
        Cap.Window window = cap.window().get();
        int limit = cap.limit().getAsInt();
        Instant start = startOf(window, at, zone);
        List<Instant> counted = history.contacts().stream()
                .filter(contact -> counts(cap, contact))
                .map(Contact::at)
                .filter(time -> window instanceof Cap.Window.Rolling ? time.isAfter(start) : !time.isBefore(start))
                .sorted()
                .toList();
        if (counted.size() < limit) {
            return new CapUsage(cap.id(), counted.size(), Optional.empty());
        }
        return new CapUsage(cap.id(), counted.size(), Optional.of(freeAgain(window, counted, limit, at, zone)));
    }

    private static Instant freeAgain(Cap.Window window, List<Instant> counted, int limit, Instant at, ZoneId zone) {
        return switch (window) {
            case Cap.Window.Rolling(var length) ->
                limit == 0 ? Instant.MAX : length.after(counted.get(counted.size() - limit), zone);
            case Cap.Window.Calendar(var unit) -> endOf(unit, at, zone);
        };
    }

    private static CapUsage pauseUsage(Cap cap, ContactHistory history, Instant at, ZoneId zone) {
        if (cap.pause().isEmpty()) {
            return new CapUsage(cap.id(), 0, Optional.empty());
        }
        Cap.Pause pause = cap.pause().get();
        List<Instant> outcomes = history.responses().stream()
                .filter(response -> response.outcome().equals(pause.outcome()) && counts(cap, response))
                .map(Response::at)
                .filter(time -> !time.isAfter(at))
                .sorted()
                .toList();
        Optional<Instant> until = Optional.empty();
        for (int last = pause.count() - 1; last < outcomes.size(); last++) {
            Instant earliest = outcomes.get(last - pause.count() + 1);
            Instant latest = outcomes.get(last);
            if (!earliest.isBefore(pause.within().before(latest, zone))) {
                until = Optional.of(pause.pause().after(latest, zone));
            }
        }
        return new CapUsage(cap.id(), outcomes.size(), until.filter(end -> end.isAfter(at)));
    }

    private static boolean counts(Cap cap, Contact contact) {
        return cap.direction().map(contact.direction()::equals).orElse(true)
                && switch (cap.scope()) {
                    case Cap.Scope.Person ignored -> true;
                    case Cap.Scope.OfChannel(var channel) -> channel.equals(contact.channel());
                    case Cap.Scope.OfPurpose(var purpose) -> purpose == contact.purpose();
                    case Cap.Scope.OfGroup(var group) ->
                        contact.group().filter(group::equals).isPresent();
                    case Cap.Scope.OfAction(var action) ->
                        contact.action().filter(action::equals).isPresent();
                };
    }

    private static boolean counts(Cap cap, Response response) {
        return switch (cap.scope()) {
            case Cap.Scope.OfGroup(var group) ->
                response.group().filter(group::equals).isPresent();
            case Cap.Scope.OfAction(var action) ->
                response.action().filter(action::equals).isPresent();
            case Cap.Scope.Person ignored -> true;
            case Cap.Scope.OfChannel ignored -> true;
            case Cap.Scope.OfPurpose ignored -> true;
        };
    }

    private static Instant startOf(Cap.Window window, Instant at, ZoneId zone) {
        return switch (window) {
            case Cap.Window.Rolling(var length) -> length.before(at, zone);
            case Cap.Window.Calendar(var unit) ->
                firstDay(unit, at.atZone(zone).toLocalDate()).atStartOfDay(zone).toInstant();
        };
    }

    private static Instant endOf(Cap.Window.Unit unit, Instant at, ZoneId zone) {
        LocalDate first = firstDay(unit, at.atZone(zone).toLocalDate());
        LocalDate next = switch (unit) {
            case DAY -> first.plusDays(1);
            case WEEK -> first.plusWeeks(1);
            case MONTH -> first.plusMonths(1);
            case QUARTER -> first.plusMonths(3);
            case YEAR -> first.plusYears(1);
        };
        return next.atStartOfDay(zone).toInstant();
    }

    private static LocalDate firstDay(Cap.Window.Unit unit, LocalDate day) {
        return switch (unit) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> day.withMonth((day.getMonthValue() - 1) / 3 * 3 + 1).withDayOfMonth(1);
            case YEAR -> day.withDayOfYear(1);
        };
    }
}
