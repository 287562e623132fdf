package org.lotse.rules.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.lotse.engine.action.Channel;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.term.Language;

/** Finds channels by what people call them: the key in any spelling, or the title in either language. */
public final class Channels {
    private Channels() {}

    /** The channel of this name. */
    public static Optional<ChannelKey> find(Collection<Channel> channels, String name) {
        String folded = Names.folded(name);
        return channels.stream()
                .filter(channel -> Names.folded(channel.key().value()).equals(folded)
                        || channel.title().namesIn(Language.EN).stream()
                                .anyMatch(each -> Names.folded(each).equals(folded))
                        || channel.title().namesIn(Language.DE).stream()
                                .anyMatch(each -> Names.folded(each).equals(folded))
                        || !name.isBlank() && new ChannelKey(name).equals(channel.key()))
                .map(Channel::key)
                .findFirst();
    }

    /** The known name most like an unknown one, or a dash. */
    public static String nearest(Collection<Channel> channels, String name) {
        List<String> known = new ArrayList<>();
        channels.forEach(channel -> {
            known.add(channel.title().en());
            known.add(channel.title().de());
        });
        return Names.nearest(name, known).orElse("-");
    }
}
