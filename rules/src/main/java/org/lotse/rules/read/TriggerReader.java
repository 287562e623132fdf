package org.lotse.rules.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lotse.engine.action.Catalogue;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.rule.RowRef;
import org.lotse.engine.rule.Segment;
import org.lotse.engine.term.DecisionDeclaration;
import org.lotse.engine.term.EventType;
import org.lotse.engine.term.Period;
import org.lotse.engine.term.Vocabulary;
import org.lotse.engine.trigger.Trigger;
import org.lotse.rules.finding.FindingCode;
import org.lotse.rules.finding.Findings;

/** Reads {@code triggers.csv}. */
final class TriggerReader {
    private static final List<String> HEADINGS = List.of(
            "Name", "On event", "Where", "Every", "Absence of", "Segment", "Decision", "Channel", "Due for", "Note");
    private static final List<String> CAUSES = List.of("On event", "Every", "Absence of");
    private static final Pattern ABSENCE = Pattern.compile("(\\S+)\\s+(?:for\\s+|seit\\s+)?(.+)");
    private final Vocabulary vocabulary;
    private final Catalogue catalogue;
    private final List<Segment> segments;
    private final Findings findings;

    TriggerReader(Vocabulary vocabulary, Catalogue catalogue, List<Segment> segments, Findings findings) {
        this.vocabulary = vocabulary;
        this.catalogue = catalogue;
        this.segments = segments;
        this.findings = findings;
    }

    List<Trigger> read(Grid grid) {
        Map<String, Trigger> triggers = new LinkedHashMap<>();
        new Listing(grid, HEADINGS, findings)
                .forEach(entry -> trigger(entry, grid).ifPresent(trigger -> {
                    if (triggers.putIfAbsent(trigger.key(), trigger) != null) {
                        entry.error("Name", FindingCode.DUPLICATE_KEY, "", trigger.key());
                    }
                }));
        return List.copyOf(triggers.values());
    }

    private Optional<Trigger> trigger(Listing.Entry entry, Grid grid) {
        Optional<Trigger.Cause> cause = cause(entry);
        Optional<DecisionDeclaration> decision = entry.reading("Decision", () -> decision(entry.required("Decision")));
        Optional<Optional<Segment>> segment = entry.reading("Segment", () -> segment(entry));
        Optional<Optional<ChannelKey>> channel = entry.reading("Channel", () -> channel(entry));
        Optional<Optional<Period>> hold = entry.reading("Due for", () -> hold(entry));
        if (cause.isEmpty() || decision.isEmpty() || segment.isEmpty() || channel.isEmpty() || hold.isEmpty()) {
            return Optional.empty();
        }
        if (segment.get()
                .filter(each -> !each.subject().equals(decision.get().subject()))
                .isPresent()) {
            entry.error(
                    "Segment",
                    FindingCode.UNKNOWN_SEGMENT,
                    "subject",
                    segment.get().get().name(),
                    segment.get().get().subject(),
                    decision.get().subject());
            return Optional.empty();
        }
        String name = entry.text("Name").orElseGet(() -> nameOf(entry));
        return Optional.of(new Trigger(
                key(name),
                cause.get(),
                segment.get().map(Segment::name),
                decision.get().key(),
                channel.get(),
                hold.get(),
                new RowRef(grid.file(), grid.sheet(), entry.row(), name)));
    }

    /** A trigger without a name is called by what it says. */
    private static String nameOf(Listing.Entry entry) {
        return Stream.of("On event", "Where", "Every", "Absence of", "Segment", "Decision", "Channel")
                .map(heading -> entry.cell(heading).text())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** The name as it stands in addresses. */
    private static String key(String name) {
        return Names.folded(name).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
    }

    private Optional<Trigger.Cause> cause(Listing.Entry entry) {
        List<String> filled = CAUSES.stream()
                .filter(heading -> entry.text(heading).isPresent())
                .toList();
        if (filled.size() != 1) {
            entry.error("On event", FindingCode.NOT_UNDERSTOOD, "trigger-cause");
            return Optional.empty();
        }
        if (entry.text("Where").isPresent() && !filled.getFirst().equals("On event")) {
            entry.error("Where", FindingCode.NOT_UNDERSTOOD, "trigger-where");
        }
        String heading = filled.getFirst();
        String text = entry.cell(heading).text();
        return switch (heading) {
            case "On event" ->
                entry.reading(heading, () -> event(text))
                        .flatMap(event -> entry.reading("Where", () -> where(event, entry))
                                .map(where -> new Trigger.OnEvent(event.key(), where)));
            case "Every" -> entry.reading(heading, () -> new Trigger.Every(RhythmReader.read(text)));
            default -> entry.reading(heading, () -> absence(text));
        };
    }

    private EventType event(String text) throws NotReadable {
        EventType exact = vocabulary.events().get(text);
        if (exact != null) {
            return exact;
        }
        String folded = Names.folded(text);
        for (EventType event : vocabulary.events().values()) {
            if (Names.folded(event.key()).equals(folded)
                    || Names.folded(event.title().en()).equals(folded)
                    || Names.folded(event.title().de()).equals(folded)) {
                return event;
            }
        }
        throw new NotReadable(
                FindingCode.UNKNOWN_EVENT,
                "",
                text,
                Names.nearest(text, vocabulary.events().keySet()).orElse("-"));
    }

    private static Map<String, String> where(EventType event, Listing.Entry entry) throws NotReadable {
        Map<String, String> where = new LinkedHashMap<>();
        for (String part : entry.list("Where")) {
            int colon = part.indexOf(':');
            String field = colon < 0 ? part : part.substring(0, colon).strip();
            if (colon < 1 || !event.data().containsKey(field)) {
                throw new NotReadable(
                        FindingCode.UNKNOWN_EVENT,
                        "field",
                        event.key(),
                        field,
                        Names.nearest(field, event.data().keySet()).orElse("-"));
            }
            where.put(field, part.substring(colon + 1).strip());
        }
        return where;
    }

    private Trigger.Cause absence(String text) throws NotReadable {
        Matcher matcher = ABSENCE.matcher(text.strip());
        if (!matcher.matches()) {
            throw new NotReadable(FindingCode.NOT_UNDERSTOOD, "trigger-absence", text);
        }
        return new Trigger.AbsenceOf(event(matcher.group(1)).key(), ContactPolicyReader.length(matcher.group(2)));
    }

    private DecisionDeclaration decision(String text) throws NotReadable {
        DecisionDeclaration decision = vocabulary.decisions().get(Names.folded(text));
        if (decision == null) {
            throw new NotReadable(
                    FindingCode.UNKNOWN_DECISION,
                    "",
                    text,
                    Names.nearest(text, vocabulary.decisions().keySet()).orElse("-"));
        }
        return decision;
    }

    private Optional<Segment> segment(Listing.Entry entry) throws NotReadable {
        Optional<String> name = entry.text("Segment");
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Optional<Segment> segment = segments.stream()
                .filter(each -> Names.folded(each.name()).equals(Names.folded(name.get())))
                .findFirst();
        if (segment.isEmpty()) {
            List<String> known = new ArrayList<>();
            segments.forEach(each -> known.add(each.name()));
            throw new NotReadable(
                    FindingCode.UNKNOWN_SEGMENT,
                    "",
                    name.get(),
                    Names.nearest(name.get(), known).orElse("-"));
        }
        return segment;
    }

    private Optional<ChannelKey> channel(Listing.Entry entry) throws NotReadable {
        Optional<String> name = entry.text("Channel");
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Optional<ChannelKey> channel = Channels.find(catalogue.channels().values(), name.get());
        if (channel.isEmpty()) {
            throw new NotReadable(
                    FindingCode.UNKNOWN_CHANNEL,
                    "",
                    name.get(),
                    Channels.nearest(catalogue.channels().values(), name.get()));
        }
        return channel;
    }

    private static Optional<Period> hold(Listing.Entry entry) throws NotReadable {
        Optional<String> text = entry.text("Due for");
        return text.isEmpty() ? Optional.empty() : Optional.of(ContactPolicyReader.length(text.get()));
    }
}
