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

/**
 * German conclusions, the verb first as after "dann" ({@code ist die Aktion „x“ nicht passend}) or second ({@code die
 * Aktion „x“ ist nicht passend}).
 */
final class GermanConsequence implements ReadConsequence {
    private static final Set<String> IS = Set.of("ist", "sind", "beträgt", "betragen");
    private static final Set<String> BECOMES = Set.of("wird", "werden");
    private static final Set<String> COMES = Set.of("kommt", "kommen");
    private static final Set<String> POINTS = Set.of("punkt", "punkte", "punkten");
    private static final Set<String> TO = Set.of("zu", "zum", "zur");
    private static final Set<String> ADDED = Set.of("hinzugefügt", "addiert", "gutgeschrieben", "hinzu");
    private static final Set<String> USED = Set.of("genutzt", "benutzt", "verwendet");
    private static final Set<String> FORBIDDEN = Set.of("gesperrt", "verboten");

    private final ReadTerm terms;
    private final ReadValue values;
    private final ReadSelector selectors;
    private final Names<Layer> layers = Phrases.in(Language.DE).layerNames();

    GermanConsequence(ReadTerm terms, ReadValue values, ReadSelector selectors) {
        this.terms = terms;
        this.values = values;
        this.selectors = selectors;
    }

    /** The verb of the sentence, and whether it stood before what it is said of. */
    private enum Verb {
        IS,
        BECOMES,
        COMES,
        NONE
    }

    @Override
    public Consequence read(Cursor cursor) {
        if (cursor.accept("füge")) {
            return imperative(cursor);
        }
        if (cursor.accept("nutze", "benutze", "verwende")) {
            cursor.accept("nur");
            return channel(cursor, requiredChannel(cursor));
        }
        Verb first = verb(cursor);
        if (startsPoints(cursor)) {
            return points(cursor, first);
        }
        Optional<ChannelKey> channel = tryUsed(cursor, first);
        if (channel.isPresent()) {
            return used(cursor, channel.get(), first);
        }
        return selectors
                .tryActions(cursor)
                .map(actions -> verdict(cursor, actions, first))
                .orElseGet(() -> term(cursor, first));
    }

    private static Verb verb(Cursor cursor) {
        if (cursor.accept(IS)) {
            return Verb.IS;
        }
        if (cursor.accept(BECOMES)) {
            return Verb.BECOMES;
        }
        return cursor.accept(COMES) ? Verb.COMES : Verb.NONE;
    }

    private Verb orVerb(Cursor cursor, Verb first) {
        if (first != Verb.NONE) {
            return first;
        }
        Verb second = verb(cursor);
        if (second == Verb.NONE) {
            throw cursor.stuck("NOT_UNDERSTOOD.sentence-conclusionVerb");
        }
        return second;
    }

    private Consequence imperative(Cursor cursor) {
        if (startsPoints(cursor)) {
            Operand points = values.points(cursor);
            return pointsTo(cursor, points);
        }
        Consequence added = new Consequence.AddAction(selectors.action(cursor), "");
        cursor.expect("NOT_UNDERSTOOD.sentence-hinzu", Set.of("hinzu"));
        return added;
    }

    private static Consequence channel(Cursor cursor, ChannelKey channel) {
        return cursor.accept("nicht")
                ? new Consequence.ForbidChannel(channel, "")
                : new Consequence.UseChannel(channel, "");
    }

    private ChannelKey requiredChannel(Cursor cursor) {
        return selectors.tryChannel(cursor).orElseGet(() -> selectors.channel(cursor));
    }

    private static boolean startsPoints(Cursor cursor) {
        return cursor.sees("-", "calc") || cursor.token().kind() == Token.Kind.NUMBER;
    }

    private Consequence points(Cursor cursor, Verb first) {
        Operand points = values.points(cursor);
        cursor.expect("NOT_UNDERSTOOD.sentence-points", POINTS);
        orVerb(cursor, first);
        return pointsToWithoutWord(cursor, points);
    }

    private Consequence pointsTo(Cursor cursor, Operand points) {
        cursor.expect("NOT_UNDERSTOOD.sentence-points", POINTS);
        return pointsToWithoutWord(cursor, points);
    }

    private Consequence pointsToWithoutWord(Cursor cursor, Operand points) {
        cursor.expect("NOT_UNDERSTOOD.sentence-points", TO);
        Named named = terms.read(cursor);
        cursor.expect("NOT_UNDERSTOOD.sentence-points", ADDED);
        return new Consequence.AddPoints(named.term().key(), points, "");
    }

    /** A channel by name and what is done with it; "der Kanal ist E-Mail" is about the term. */
    private Optional<ChannelKey> tryUsed(Cursor cursor, Verb first) {
        int start = cursor.at();
        Optional<ChannelKey> channel = selectors.tryChannel(cursor);
        boolean used = first != Verb.NONE
                ? cursor.sees("nicht") || cursor.sees(USED) || cursor.sees(FORBIDDEN)
                : cursor.sees(IS) || cursor.sees(BECOMES);
        if (channel.isPresent() && used) {
            return channel;
        }
        cursor.backTo(start);
        return Optional.empty();
    }

    private Consequence used(Cursor cursor, ChannelKey channel, Verb first) {
        orVerb(cursor, first);
        if (cursor.accept(FORBIDDEN)) {
            return new Consequence.ForbidChannel(channel, "");
        }
        boolean forbidden = cursor.accept("nicht");
        cursor.expect("NOT_UNDERSTOOD.sentence-channel", USED);
        return forbidden ? new Consequence.ForbidChannel(channel, "") : new Consequence.UseChannel(channel, "");
    }

    private Consequence verdict(Cursor cursor, ActionSelector actions, Verb first) {
        orVerb(cursor, first);
        if (cursor.sees(ADDED) && actions.actions().size() == 1) {
            cursor.take();
            return new Consequence.AddAction(actions.actions().iterator().next(), "");
        }
        boolean allowed = !cursor.accept("nicht");
        Names.Match<Layer> layer = layers.longest(cursor.tokens(), cursor.at())
                .orElseThrow(() -> cursor.stuck("NOT_UNDERSTOOD.sentence-layer"));
        cursor.skip(layer.length());
        return new Consequence.ActionVerdict(actions, layer.meant().iterator().next(), allowed, "");
    }

    private Consequence term(Cursor cursor, Verb first) {
        int start = cursor.at();
        Named named =
                terms.tryRead(cursor).orElseThrow(() -> cursor.stuckAt(start, "NOT_UNDERSTOOD.sentence-conclusion"));
        Verb verb = orVerb(cursor, first);
        if (verb == Verb.IS) {
            return new Consequence.SetTerm(
                    ReadSentence.ownKey(cursor, start, named), values.read(cursor, named.term()), "");
        }
        if (cursor.accept("auf")) {
            Consequence set = new Consequence.SetTerm(
                    ReadSentence.ownKey(cursor, start, named), values.read(cursor, named.term()), "");
            cursor.expect("NOT_UNDERSTOOD.sentence-gesetzt", Set.of("gesetzt"));
            return set;
        }
        Operand points = values.points(cursor);
        cursor.expect("NOT_UNDERSTOOD.sentence-points", POINTS);
        cursor.expect("NOT_UNDERSTOOD.sentence-points", ADDED);
        return new Consequence.AddPoints(named.term().key(), points, "");
    }
}
