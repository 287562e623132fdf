package org.lotse.rules.sentence;

import java.util.Optional;
import java.util.Set;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.rule.Layer;
import org.lotse.engine.term.Language;
import org.lotse.rules.model.ActionSelector;
import org.lotse.rules.model.Consequence;
import org.lotse.rules.model.Operand;
import org.lotse.rules.sentence.Words.Named;

/** English conclusions: {@code the segment is "at risk"}, {@code add action "care-call"}, {@code use channel Print}. */
final class EnglishConsequence implements ReadConsequence {
    private static final Set<String> VERBS = Set.of("is", "are", "becomes", "become");
    private static final Set<String> POINTS = Set.of("point", "points");
    private static final Set<String> USED = Set.of("used", "chosen");
    private static final Set<String> FORBIDDEN = Set.of("forbidden");

    private final ReadTerm terms;
    private final ReadValue values;
    private final ReadSelector selectors;
    private final Names<Layer> layers = Phrases.in(Language.EN).layerNames();

    EnglishConsequence(ReadTerm terms, ReadValue values, ReadSelector selectors) {
        this.terms = terms;
        this.values = values;
        this.selectors = selectors;
    }

    @Override
    public Consequence read(Cursor cursor) {
        if (cursor.accept("add")) {
            return added(cursor);
        }
        if (cursor.accept("use")) {
            cursor.accept("only");
            return new Consequence.UseChannel(requiredChannel(cursor), "");
        }
        if (cursor.acceptAll("do not use") || cursor.acceptAll("never use") || cursor.accept("forbid")) {
            return new Consequence.ForbidChannel(requiredChannel(cursor), "");
        }
        if (startsPoints(cursor)) {
            return points(cursor);
        }
        Optional<ChannelKey> channel = tryUsed(cursor);
        if (channel.isPresent()) {
            return channelUse(cursor, channel.get());
        }
        return selectors
                .tryActions(cursor)
                .map(actions -> verdict(cursor, actions))
                .orElseGet(() -> term(cursor));
    }

    private Consequence added(Cursor cursor) {
        if (startsPoints(cursor)) {
            Operand points = values.points(cursor);
            cursor.accept(POINTS);
            cursor.expect("NOT_UNDERSTOOD.sentence-points", Set.of("to"));
            return new Consequence.AddPoints(terms.read(cursor).term().key(), points, "");
        }
        return new Consequence.AddAction(selectors.action(cursor), "");
    }

    private static boolean startsPoints(Cursor cursor) {
        return cursor.sees("-", "calc") || cursor.token().kind() == Token.Kind.NUMBER;
    }

    private Consequence points(Cursor cursor) {
        Operand points = values.points(cursor);
        cursor.expect("NOT_UNDERSTOOD.sentence-points", POINTS);
        cursor.expect("NOT_UNDERSTOOD.sentence-points", VERBS);
        if (!cursor.acceptAll("added to")) {
            throw cursor.stuck("NOT_UNDERSTOOD.sentence-points");
        }
        return new Consequence.AddPoints(terms.read(cursor).term().key(), points, "");
    }

    private ChannelKey requiredChannel(Cursor cursor) {
        return selectors.tryChannel(cursor).orElseGet(() -> selectors.channel(cursor));
    }

    /** A channel by name followed by what is done with it; "the channel is E-mail" is about the term. */
    private Optional<ChannelKey> tryUsed(Cursor cursor) {
        int start = cursor.at();
        Optional<ChannelKey> channel = selectors.tryChannel(cursor);
        if (channel.isPresent() && !cursor.sees(VERBS)) {
            cursor.backTo(start);
            return Optional.empty();
        }
        return channel;
    }

    private static Consequence channelUse(Cursor cursor, ChannelKey channel) {
        cursor.take();
        if (cursor.accept(USED)) {
            return new Consequence.UseChannel(channel, "");
        }
        if (cursor.accept("not")) {
            cursor.expect("NOT_UNDERSTOOD.sentence-channel", USED);
        } else {
            cursor.expect("NOT_UNDERSTOOD.sentence-channel", FORBIDDEN);
        }
        return new Consequence.ForbidChannel(channel, "");
    }

    private Consequence verdict(Cursor cursor, ActionSelector actions) {
        cursor.expect("NOT_UNDERSTOOD.sentence-layer", VERBS);
        if (cursor.sees("added") && actions.actions().size() == 1) {
            cursor.take();
            return new Consequence.AddAction(actions.actions().iterator().next(), "");
        }
        boolean allowed = !cursor.accept("not");
        Names.Match<Layer> layer = layers.longest(cursor.tokens(), cursor.at())
                .orElseThrow(() -> cursor.stuck("NOT_UNDERSTOOD.sentence-layer"));
        cursor.skip(layer.length());
        return new Consequence.ActionVerdict(actions, layer.meant().iterator().next(), allowed, "");
    }

    private Consequence term(Cursor cursor) {
        int start = cursor.at();
        Named named =
                terms.tryRead(cursor).orElseThrow(() -> cursor.stuckAt(start, "NOT_UNDERSTOOD.sentence-conclusion"));
        cursor.expect("NOT_UNDERSTOOD.sentence-conclusionVerb", VERBS);
        cursor.acceptAll("set to");
        return new Consequence.SetTerm(
                ReadSentence.ownKey(cursor, start, named), values.read(cursor, named.term()), "");
    }
}
