package org.lotse.rules.sentence;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.lotse.engine.action.ActionKey;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.term.Purpose;
import org.lotse.rules.model.ActionSelector;

/** Reads which actions are meant ({@code the action "x"}, {@code actions of the group sales}) and which channel. */
final class ReadSelector {
    private static final Set<String> ANY = Set.of("any", "every", "all", "alle", "jede", "aller");
    private static final Set<String> ACTION = Set.of("action", "actions", "aktion", "aktionen");
    private static final Set<String> CHANNEL = Set.of("channel", "kanal", "kanals");
    private static final Set<String> WITH = Set.of("with", "mit", "for", "für");
    private static final Set<String> PURPOSE = Set.of("purpose", "zweck");

    private final Words words;
    private final Phrases phrases;

    ReadSelector(Words words) {
        this.words = words;
        this.phrases = Phrases.in(words.language());
    }

    /** The actions named next; stays and finds nothing when the words ahead are not about actions. */
    Optional<ActionSelector> tryActions(Cursor cursor) {
        int start = cursor.at();
        boolean any = cursor.accept(ANY);
        boolean article = cursor.accept(phrases.articles());
        if (cursor.accept("candidate", "kandidat")) {
            return Optional.of(ActionSelector.ALL);
        }
        if (!cursor.accept(ACTION)) {
            cursor.backTo(start);
            return Optional.empty();
        }
        Optional<ActionSelector> limited = tryGroup(cursor).or(() -> tryPurpose(cursor));
        if (limited.isPresent()) {
            return limited;
        }
        if (any || article && isNameMissing(cursor)) {
            return Optional.of(ActionSelector.ALL);
        }
        return Optional.of(new ActionSelector(listed(cursor), Set.of(), Set.of()));
    }

    /** The one action named next. */
    ActionKey action(Cursor cursor) {
        cursor.accept(phrases.articles());
        cursor.accept(ACTION);
        return name(cursor);
    }

    /** Whether a channel by name comes next: {@code the channel "E-mail"}; stays otherwise. */
    Optional<ChannelKey> tryChannel(Cursor cursor) {
        int start = cursor.at();
        cursor.accept(phrases.articles());
        if (!cursor.accept(CHANNEL)) {
            cursor.backTo(start);
            return Optional.empty();
        }
        boolean named = cursor.token().kind() == Token.Kind.QUOTED
                || words.channels().longest(cursor.tokens(), cursor.at()).isPresent();
        if (!named) {
            cursor.backTo(start);
            return Optional.empty();
        }
        return Optional.of(channel(cursor));
    }

    /** The channel's name next. */
    ChannelKey channel(Cursor cursor) {
        return named(cursor, words.channels(), "UNKNOWN_CHANNEL.sentence");
    }

    private Set<ActionKey> listed(Cursor cursor) {
        Set<ActionKey> actions = new LinkedHashSet<>();
        actions.add(name(cursor));
        while (continues(cursor)) {
            cursor.take();
            actions.add(name(cursor));
        }
        return actions;
    }

    private boolean continues(Cursor cursor) {
        return (cursor.sees(",") || cursor.sees(phrases.and(), phrases.or()))
                && cursor.next().kind() == Token.Kind.QUOTED;
    }

    private boolean isNameMissing(Cursor cursor) {
        return cursor.token().kind() != Token.Kind.QUOTED
                && words.actions().longest(cursor.tokens(), cursor.at()).isEmpty()
                && (cursor.sees(phrases.verbs()) || cursor.sees("wird", "gewählt", "not", "nicht"));
    }

    private ActionKey name(Cursor cursor) {
        return named(cursor, words.actions(), "UNKNOWN_ACTION.sentence");
    }

    private Optional<ActionSelector> tryGroup(Cursor cursor) {
        int start = cursor.at();
        cursor.accept("of", "in", "der", "aus");
        cursor.accept(phrases.articles());
        if (!cursor.accept("group", "gruppe")) {
            cursor.backTo(start);
            return Optional.empty();
        }
        return Optional.of(ActionSelector.ofGroup(named(cursor, words.groups(), "UNKNOWN_GROUP.sentence")));
    }

    private Optional<ActionSelector> tryPurpose(Cursor cursor) {
        int start = cursor.at();
        if (!cursor.accept(WITH)) {
            return Optional.empty();
        }
        cursor.accept(phrases.articles());
        if (!cursor.accept(PURPOSE)) {
            cursor.backTo(start);
            return Optional.empty();
        }
        return Optional.of(ActionSelector.ofPurpose(purpose(cursor)));
    }

    /** The purpose next. */
    Purpose purpose(Cursor cursor) {
        if (cursor.accept("marketing", "werbung")) {
            return Purpose.MARKETING;
        }
        if (cursor.accept("service")) {
            return Purpose.SERVICE;
        }
        throw cursor.stuck("NOT_UNDERSTOOD.sentence-purpose");
    }

    private static <T> T named(Cursor cursor, Names<T> names, String unknown) {
        Set<T> meant;
        int length = 1;
        if (cursor.token().kind() == Token.Kind.QUOTED) {
            meant = names.exactly(cursor.token().text());
        } else {
            Optional<Names.Match<T>> match = names.longest(cursor.tokens(), cursor.at());
            meant = match.map(Names.Match::meant).orElse(Set.of());
            length = match.map(Names.Match::length).orElse(1);
        }
        if (meant.size() != 1) {
            String nearest = cursor.token().kind() == Token.Kind.QUOTED
                    ? Proposals.nearest(cursor.token().text(), names.all())
                    : Proposals.nearest(cursor.tokens(), cursor.at(), names.all());
            throw cursor.stuck(unknown, nearest);
        }
        cursor.skip(length);
        return meant.iterator().next();
    }
}
