package org.lotse.rules.read;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lotse.engine.action.Action;
import org.lotse.engine.action.ActionKey;
import org.lotse.engine.action.Channel;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.calculation.Calculation;
import org.lotse.engine.term.Language;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Title;
import org.lotse.engine.term.Vocabulary;
import org.lotse.rules.finding.FindingCode;
import org.lotse.rules.finding.Findings;

/** Reads {@code actions.csv} or {@code actions.xlsx} and what differs by channel. */
final class ActionReader {
    private static final List<String> HEADINGS = List.of(
            "Key",
            "Title en",
            "Title de",
            "Group",
            "Purpose",
            "Channels",
            "Value",
            "Cost if accepted",
            "Effect",
            "Uses",
            "Uses if accepted",
            "Model",
            "Lever",
            "Minimum margin",
            "Valid from",
            "Valid until");
    private static final List<String> BY_CHANNEL = List.of("Key", "Channel", "Value", "Cost if accepted", "Model");
    private final Map<ChannelKey, Channel> channels;
    private final TermNames names;
    private final Findings findings;

    ActionReader(Vocabulary vocabulary, Map<ChannelKey, Channel> channels, Findings findings) {
        this.channels = channels;
        this.names = new TermNames(vocabulary, SubjectType.CUSTOMER, Language.EN);
        this.findings = findings;
    }

    /**
     * @param actions the list of actions
     * @param byChannel what differs on single channels, if there is such a list
     */
    Map<ActionKey, Action> read(Grid actions, Optional<Grid> byChannel) {
        Map<ActionKey, Action> read = new LinkedHashMap<>();
        new Listing(actions, HEADINGS, findings)
                .forEach(entry -> entry.reading("Key", () -> new ActionKey(entry.required("Key")))
                        .map(key -> action(key, entry))
                        .ifPresent(action -> {
                            if (action.key().value().equals("nothing")
                                    || read.putIfAbsent(action.key(), action) != null) {
                                entry.error("Key", FindingCode.DUPLICATE_KEY, "", action.key());
                            }
                        }));
        byChannel.ifPresent(grid -> new Listing(grid, BY_CHANNEL, findings).forEach(entry -> refine(read, entry)));
        return read;
    }

    private Action action(ActionKey key, Listing.Entry entry) {
        String english = entry.text("Title en").orElse(key.value());
        Optional<LocalDate> from = Days.read(entry, "Valid from");
        Optional<LocalDate> until = Days.read(entry, "Valid until");
        Days.ordered(entry, "Valid until", from, until);
        return new Action(
                key,
                Title.of(english, entry.text("Title de").orElse(english)),
                entry.text("Group").orElse("default"),
                purpose(entry),
                channels(entry),
                economics(entry, new Action.Economics(new Calculation.Constant(0), 0, "")),
                Map.of(),
                effect(entry),
                uses(entry),
                number(entry, "Lever", 1),
                number(entry, "Minimum margin", 0),
                from,
                until);
    }

    private static Map<String, Double> uses(Listing.Entry entry) {
        if (entry.text("Uses").isPresent()) {
            entry.error("Uses", FindingCode.NOT_UNDERSTOOD, "action-uses");
        }
        return Uses.read(entry, "Uses if accepted");
    }

    private static Purpose purpose(Listing.Entry entry) {
        return entry.reading("Purpose", () -> TermReader.purpose(entry.required("Purpose")))
                .orElse(Purpose.MARKETING);
    }

    private static Action.Effect effect(Listing.Entry entry) {
        return entry.text("Effect").isEmpty()
                ? Action.Effect.NEEDS_OFFER
                : entry.reading("Effect", () -> TermReader.constant(Action.Effect.class, entry.required("Effect")))
                        .orElse(Action.Effect.NEEDS_OFFER);
    }

    private List<ChannelKey> channels(Listing.Entry entry) {
        List<ChannelKey> found = new ArrayList<>();
        for (String name : entry.list("Channels")) {
            channel(name, entry, "Channels").ifPresent(found::add);
        }
        if (found.isEmpty()) {
            entry.error("Channels", FindingCode.NOT_UNDERSTOOD, "missing-key", "Channels");
        }
        return found;
    }

    private Optional<ChannelKey> channel(String name, Listing.Entry entry, String heading) {
        Optional<ChannelKey> channel = Channels.find(channels.values(), name);
        if (channel.isEmpty()) {
            entry.error(heading, FindingCode.UNKNOWN_CHANNEL, "", name, Channels.nearest(channels.values(), name));
        }
        return channel;
    }

    private Action.Economics economics(Listing.Entry entry, Action.Economics otherwise) {
        Calculation value = entry.text("Value")
                .flatMap(text -> entry.reading("Value", () -> CalculationParser.parse(text, names, Language.EN)))
                .orElse(otherwise.value());
        return new Action.Economics(
                value,
                number(entry, "Cost if accepted", otherwise.costIfAccepted()),
                entry.text("Model").orElse(otherwise.model()));
    }

    private void refine(Map<ActionKey, Action> actions, Listing.Entry entry) {
        Optional<Action> action =
                entry.reading("Key", () -> new ActionKey(entry.required("Key"))).map(actions::get);
        Optional<ChannelKey> channel = entry.text("Channel").flatMap(name -> channel(name, entry, "Channel"));
        if (action.isEmpty()) {
            entry.error("Key", FindingCode.UNKNOWN_ACTION, "", entry.cell("Key").text(), "-");
        } else if (channel.isPresent()) {
            Action base = action.get();
            Map<ChannelKey, Action.Economics> all = new LinkedHashMap<>(base.byChannel());
            all.put(channel.get(), economics(entry, base.economics()));
            actions.put(base.key(), with(base, all));
        }
    }

    private static Action with(Action action, Map<ChannelKey, Action.Economics> byChannel) {
        return new Action(
                action.key(),
                action.title(),
                action.group(),
                action.purpose(),
                action.channels(),
                action.economics(),
                byChannel,
                action.effect(),
                action.usesIfAccepted(),
                action.lever(),
                action.minimumMargin(),
                action.validFrom(),
                action.validUntil());
    }

    private static double number(Listing.Entry entry, String heading, double otherwise) {
        return entry.reading(heading, () -> entry.number(heading, otherwise)).orElse(otherwise);
    }
}
