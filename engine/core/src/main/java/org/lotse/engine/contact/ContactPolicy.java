package org.lotse.engine.contact;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lotse.engine.action.Action;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.action.Direction;
import org.lotse.engine.term.Period;
import org.lotse.engine.term.Purpose;

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
        CapUsage[] usage = new CapUsage[caps.size()];
        for (int each = 0; each < usage.length; each++) {
            usage[each] = usage(caps.get(each), history, at, zone);
        }
        return List.of(usage);
    }

    /** The caps that a contact with this action over this channel in this direction falls under. */
    public List<Cap> applyingTo(Action action, ChannelKey channel, Direction direction) {
        return applyingTo(channel, action.purpose(), Optional.of(action), direction);
    }

    /** The caps that a contact falls under whose action is not known yet: a planned call. */
    public List<Cap> applyingTo(ChannelKey channel, Purpose purpose, Optional<Action> action, Direction direction) {
        List<Cap> applying = new ArrayList<>();
        for (Cap cap : caps) {
            boolean applies = (cap.direction().isEmpty() || cap.direction().get() == direction)
                    && switch (cap.scope()) {
                        case Cap.Scope.Person ignored -> true;
                        case Cap.Scope.OfChannel(var limited) -> limited.equals(channel);
                        case Cap.Scope.OfPurpose(var limited) -> limited == purpose;
                        case Cap.Scope.OfGroup(var group) ->
                            action.isPresent() && group.equals(action.get().group());
                        case Cap.Scope.OfAction(var limited) ->
                            action.isPresent() && limited.equals(action.get().key());
                    };
            if (applies) {
                applying.add(cap);
            }
        }
        return applying;
    }

    /** The earliest moment anything counts for these caps at {@code at}. */
    public Instant countsSince(Instant at, ZoneId zone) {
        Instant since = at;
        for (Cap cap : caps) {
            since = earlier(since, cap.window().map(window -> Windows.start(window, at, zone)));
            since = earlier(
                    since,
                    cap.pause().map(pause -> pause.within().before(pause.pause().before(at, zone), zone)));
        }
        return since;
    }

    private static Instant earlier(Instant one, Optional<Instant> other) {
        return other.filter(time -> time.isBefore(one)).orElse(one);
    }

    private static CapUsage usage(Cap cap, ContactHistory history, Instant at, ZoneId zone) {
        if (cap.pause().isEmpty()) {
            return windowUsage(cap, history, at, zone);
        }
        CapUsage pause = pauseUsage(cap, cap.pause().get(), history, at, zone);
        if (pause.freeAgainAt().isEmpty()) {
            return cap.window().isPresent() ? windowUsage(cap, history, at, zone) : pause;
        }
        CapUsage window = windowUsage(cap, history, at, zone);
        Instant later = window.freeAgainAt()
                .filter(free -> free.isAfter(pause.freeAgainAt().get()))
                .orElse(pause.freeAgainAt().get());
        return new CapUsage(cap.id(), pause.count(), Optional.of(later));
    }

    private static CapUsage windowUsage(Cap cap, ContactHistory history, Instant at, ZoneId zone) {
        if (cap.window().isEmpty() || cap.limit().isEmpty()) {
            return new CapUsage(cap.id(), 0, Optional.empty());
        }
        int limit = cap.limit().getAsInt();
        List<Instant> counted = counted(cap, history);
        if (limit > 0 && counted.isEmpty()) {
            return new CapUsage(cap.id(), 0, Optional.empty());
        }
        Windows windows = new Windows(cap.window().get(), zone, counted);
        int count = windows.fullest(at);
        return new CapUsage(
                cap.id(), count, count < limit ? Optional.empty() : Optional.of(windows.freeAgain(at, limit)));
    }

    /** When the contacts were made that count for a cap, oldest first. */
    private static List<Instant> counted(Cap cap, ContactHistory history) {
        List<Contact> contacts = history.contacts();
        List<Instant> counted = List.of();
        boolean isSorted = true;
        for (int each = 0; each < contacts.size(); each++) {
            Contact contact = contacts.get(each);
            if (counts(cap, contact)) {
                counted = counted.isEmpty() ? new ArrayList<>(contacts.size()) : counted;
                isSorted &= counted.isEmpty() || !contact.at().isBefore(counted.getLast());
                counted.add(contact.at());
            }
        }
        if (!isSorted) {
            counted.sort(null);
        }
        return counted;
    }

    private static CapUsage pauseUsage(Cap cap, Cap.Pause pause, ContactHistory history, Instant at, ZoneId zone) {
        List<Response> responses = history.responses();
        List<Instant> outcomes = new ArrayList<>(responses.size());
        for (int each = 0; each < responses.size(); each++) {
            Response response = responses.get(each);
            if (!response.at().isAfter(at) && response.outcome().equals(pause.outcome()) && counts(cap, response)) {
                outcomes.add(response.at());
            }
        }
        if (outcomes.size() > 1) {
            outcomes.sort(null);
        }
        Optional<Instant> until = Optional.empty();
        for (int last = pause.count() - 1; last < outcomes.size(); last++) {
            Instant earliest = outcomes.get(last - pause.count() + 1);
            Instant latest = outcomes.get(last);
            // A pause that has long ended need not be looked up in the calendar.
            boolean mayLast = at.getEpochSecond() - latest.getEpochSecond()
                    <= pause.pause().longestSeconds() + 1;
            if (mayLast && isWithin(pause.within(), earliest, latest, zone)) {
                until = Optional.of(pause.pause().after(latest, zone));
            }
        }
        return new CapUsage(cap.id(), outcomes.size(), until.filter(end -> end.isAfter(at)));
    }

    private static boolean isWithin(Period length, Instant earliest, Instant latest, ZoneId zone) {
        long apart = latest.getEpochSecond() - earliest.getEpochSecond();
        return apart < length.shortestSeconds() - 1
                || apart <= length.longestSeconds() + 1 && !earliest.isBefore(length.before(latest, zone));
    }

    private static boolean counts(Cap cap, Contact contact) {
        return (cap.direction().isEmpty() || cap.direction().get() == contact.direction())
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
            case Cap.Scope.Person ignored -> true;
            case Cap.Scope.OfChannel(var channel) ->
                response.channel().filter(channel::equals).isPresent();
            case Cap.Scope.OfPurpose(var purpose) ->
                response.purpose().filter(answered -> answered == purpose).isPresent();
            case Cap.Scope.OfGroup(var group) ->
                response.group().filter(group::equals).isPresent();
            case Cap.Scope.OfAction(var action) ->
                response.action().filter(action::equals).isPresent();
        };
    }
}
