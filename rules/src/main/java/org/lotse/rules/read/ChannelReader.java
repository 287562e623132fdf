package org.lotse.rules.read;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lotse.engine.action.Channel;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.action.Direction;
import org.lotse.engine.action.OpeningHours;
import org.lotse.engine.term.Language;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.Title;
import org.lotse.engine.term.Vocabulary;
import org.lotse.rules.finding.FindingCode;
import org.lotse.rules.finding.Findings;

/** Reads {@code channels.csv}. */
final class ChannelReader {
    private static final List<String> HEADINGS =
            List.of("Key", "Title en", "Title de", "Contact cost", "Uses", "Consent term", "Hours", "Direction");
    private final Vocabulary vocabulary;
    private final Findings findings;

    ChannelReader(Vocabulary vocabulary, Findings findings) {
        this.vocabulary = vocabulary;
        this.findings = findings;
    }

    Map<ChannelKey, Channel> read(Grid grid) {
        Map<ChannelKey, Channel> channels = new LinkedHashMap<>();
        new Listing(grid, HEADINGS, findings)
                .forEach(entry -> entry.reading("Key", () -> new ChannelKey(entry.required("Key")))
                        .map(key -> channel(key, entry))
                        .ifPresent(channel -> {
                            if (channels.putIfAbsent(channel.key(), channel) != null) {
                                entry.error("Key", FindingCode.DUPLICATE_KEY, "", channel.key());
                            }
                        }));
        return channels;
    }

    private Channel channel(ChannelKey key, Listing.Entry entry) {
        String english = entry.text("Title en").orElse(entry.cell("Key").text());
        return new Channel(
                key,
                Title.of(english, entry.text("Title de").orElse(english)),
                entry.reading("Contact cost", () -> entry.number("Contact cost", 0))
                        .orElse(0.0),
                Uses.read(entry, "Uses"),
                entry.text("Consent term").flatMap(name -> consent(name, entry)),
                entry.reading("Hours", () -> OpeningHoursReader.read(entry.list("Hours")))
                        .orElse(OpeningHours.ALWAYS),
                entry.reading(
                                "Direction",
                                () -> directions(entry.cell("Direction").text()))
                        .orElse(EnumSet.allOf(Direction.class)));
    }

    private Optional<TermKey> consent(String name, Listing.Entry entry) {
        TermNames names = new TermNames(vocabulary, SubjectType.CUSTOMER, Language.EN);
        Optional<TermKey> key =
                names.find(name).filter(path -> path.scope().isEmpty()).map(path -> path.key());
        if (key.isEmpty()) {
            entry.error(
                    "Consent term",
                    FindingCode.UNKNOWN_TERM,
                    "",
                    name,
                    names.nearest(name).orElse("-"));
        }
        return key;
    }

    /** Which directions a cell means: one of them, or both. */
    static Set<Direction> directions(String text) throws NotReadable {
        return switch (Names.folded(text)) {
            case "", "both", "beide" -> EnumSet.allOf(Direction.class);
            case "inbound", "eingehend" -> EnumSet.of(Direction.INBOUND);
            case "outbound", "ausgehend" -> EnumSet.of(Direction.OUTBOUND);
            default -> throw new NotReadable(FindingCode.NOT_UNDERSTOOD, "choice", text, "both, inbound, outbound");
        };
    }
}
