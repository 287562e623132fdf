package org.lotse.rules.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lotse.engine.action.ActionKey;
import org.lotse.engine.action.Catalogue;
import org.lotse.engine.action.Direction;
import org.lotse.engine.contact.Cap;
import org.lotse.engine.contact.ContactPolicy;
import org.lotse.engine.term.Period;
import org.lotse.rules.finding.FindingCode;
import org.lotse.rules.finding.Findings;

/** Reads {@code contact-policy.csv}. */
final class ContactPolicyReader {
    private static final List<String> HEADINGS =
            List.of("Scope", "Limit", "Window", "Kind", "Counts", "Pause after", "Pause", "Direction", "Note");
    private static final Pattern LENGTH = Pattern.compile(
            "(\\d{1,5})?\\s*(hours?|stunden?|h|days?|tage?n?|d|weeks?|wochen?|w|months?|monate?n?|mo|years?|jahre?n?|y)");
    private static final Pattern PAUSE =
            Pattern.compile("(\\d{1,4})\\s+(\\S+)\\s+(?:within|in|innerhalb von|binnen)\\s+(.+)");
    private final Catalogue catalogue;
    private final Findings findings;

    ContactPolicyReader(Catalogue catalogue, Findings findings) {
        this.catalogue = catalogue;
        this.findings = findings;
    }

    ContactPolicy read(Grid grid) {
        List<Cap> caps = new ArrayList<>();
        new Listing(grid, HEADINGS, findings)
                .forEach(entry -> cap(grid.file(), entry).ifPresent(caps::add));
        return new ContactPolicy(caps);
    }

    private Optional<Cap> cap(String file, Listing.Entry entry) {
        Optional<Cap.Scope> scope = entry.reading("Scope", () -> scope(entry.required("Scope")));
        Optional<OptionalInt> limit = entry.reading("Limit", () -> limit(entry));
        Optional<Optional<Cap.Window>> window = entry.reading("Window", () -> window(entry));
        Optional<Optional<Cap.Pause>> pause = entry.reading("Pause after", () -> pause(entry));
        Optional<Set<Direction>> directions = entry.reading(
                "Direction",
                () -> ChannelReader.directions(entry.cell("Direction").text()));
        String counts = Names.folded(entry.cell("Counts").text());
        if (!counts.isEmpty() && !counts.equals("all") && !counts.equals("alle")) {
            entry.error("Counts", FindingCode.NOT_UNDERSTOOD, "choice", counts, "all");
        }
        if (scope.isEmpty() || limit.isEmpty() || window.isEmpty() || pause.isEmpty() || directions.isEmpty()) {
            return Optional.empty();
        }
        if (window.get().isEmpty() && pause.get().isEmpty()
                || window.get().isPresent() == limit.get().isEmpty()) {
            entry.error("Limit", FindingCode.NOT_UNDERSTOOD, "cap");
            return Optional.empty();
        }
        return Optional.of(new Cap(
                file + "#" + entry.row(),
                entry.row(),
                scope.get(),
                limit.get(),
                window.get(),
                pause.get(),
                directions.get().size() == 1
                        ? Optional.of(directions.get().iterator().next())
                        : Optional.empty(),
                entry.cell("Note").text()));
    }

    private Cap.Scope scope(String text) throws NotReadable {
        int colon = text.indexOf(':');
        String kind = Names.folded(colon < 0 ? text : text.substring(0, colon));
        String name = colon < 0 ? "" : text.substring(colon + 1).strip();
        return switch (kind) {
            case "person" -> new Cap.Scope.Person();
            case "channel", "kanal" ->
                new Cap.Scope.OfChannel(Channels.find(catalogue.channels().values(), name)
                        .orElseThrow(() -> new NotReadable(
                                FindingCode.UNKNOWN_CHANNEL,
                                "",
                                name,
                                Channels.nearest(catalogue.channels().values(), name))));
            case "purpose", "zweck" -> new Cap.Scope.OfPurpose(TermReader.purpose(name));
            case "group", "gruppe" -> {
                List<String> groups = catalogue.actions().values().stream()
                        .map(action -> action.group())
                        .distinct()
                        .toList();
                if (!groups.contains(name)) {
                    throw new NotReadable(
                            FindingCode.UNKNOWN_GROUP,
                            "",
                            name,
                            Names.nearest(name, groups).orElse("-"));
                }
                yield new Cap.Scope.OfGroup(name);
            }
            case "action", "aktion" -> new Cap.Scope.OfAction(action(name));
            default ->
                throw new NotReadable(
                        FindingCode.NOT_UNDERSTOOD, "choice", text, "person, channel:X, purpose:X, group:X, action:X");
        };
    }

    private ActionKey action(String name) throws NotReadable {
        return Actions.find(catalogue, name)
                .orElseThrow(
                        () -> new NotReadable(FindingCode.UNKNOWN_ACTION, "", name, Actions.nearest(catalogue, name)));
    }

    private static OptionalInt limit(Listing.Entry entry) throws NotReadable {
        if (entry.cell("Limit").isBlank()) {
            return OptionalInt.empty();
        }
        double limit = entry.number("Limit", 0);
        if (limit < 0 || limit != Math.rint(limit) || limit > 1_000_000) {
            throw new NotReadable(
                    FindingCode.WRONG_TYPE, "whole", entry.cell("Limit").text());
        }
        return OptionalInt.of((int) limit);
    }

    private static Optional<Cap.Window> window(Listing.Entry entry) throws NotReadable {
        Optional<String> text = entry.text("Window");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String kind = Names.folded(entry.cell("Kind").text());
        return switch (kind) {
            case "", "rolling", "gleitend" -> Optional.of(new Cap.Window.Rolling(length(text.get())));
            case "calendar", "kalender" -> Optional.of(new Cap.Window.Calendar(unit(text.get())));
            default -> throw new NotReadable(FindingCode.NOT_UNDERSTOOD, "choice", kind, "rolling, calendar");
        };
    }

    private static Cap.Window.Unit unit(String text) throws NotReadable {
        return switch (Names.folded(text)) {
            case "tag", "1 day" -> Cap.Window.Unit.DAY;
            case "woche", "1 week" -> Cap.Window.Unit.WEEK;
            case "monat", "1 month" -> Cap.Window.Unit.MONTH;
            case "quartal" -> Cap.Window.Unit.QUARTER;
            case "jahr", "1 year" -> Cap.Window.Unit.YEAR;
            default -> TermReader.constant(Cap.Window.Unit.class, text);
        };
    }

    private static Optional<Cap.Pause> pause(Listing.Entry entry) throws NotReadable {
        Optional<String> after = entry.text("Pause after");
        Optional<String> pause = entry.text("Pause");
        if (after.isEmpty() && pause.isEmpty()) {
            return Optional.empty();
        }
        Matcher matcher = PAUSE.matcher(after.orElse(""));
        if (pause.isEmpty() || !matcher.matches() || Integer.parseInt(matcher.group(1)) < 1) {
            throw new NotReadable(FindingCode.NOT_UNDERSTOOD, "pause", after.orElse(""));
        }
        return Optional.of(new Cap.Pause(
                Integer.parseInt(matcher.group(1)),
                matcher.group(2).toUpperCase(Locale.ROOT),
                length(matcher.group(3)),
                length(pause.get())));
    }

    /** A length of time as people write it: 7 days, 12 Stunden. */
    static Period length(String text) throws NotReadable {
        Matcher matcher = LENGTH.matcher(Names.folded(text));
        if (!matcher.matches()) {
            throw new NotReadable(FindingCode.NOT_UNDERSTOOD, "length", text);
        }
        String unit = matcher.group(2);
        char first = unit.charAt(0);
        Period.Unit counted = switch (first) {
            case 'h', 's' -> Period.Unit.HOURS;
            case 'd', 't' -> Period.Unit.DAYS;
            case 'w' -> Period.Unit.WEEKS;
            case 'm' -> Period.Unit.MONTHS;
            default -> Period.Unit.YEARS;
        };
        return new Period(matcher.group(1) == null ? 1 : Integer.parseInt(matcher.group(1)), counted);
    }
}
