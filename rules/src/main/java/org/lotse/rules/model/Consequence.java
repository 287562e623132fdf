package org.lotse.rules.model;

import java.util.SortedSet;
import java.util.TreeSet;
import org.lotse.engine.action.ActionKey;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.rule.Layer;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.TermPath;

/** What a rule concludes when it hits. */
public sealed interface Consequence {
    /**
     * A rule term of the subject, or of the pair of subject and candidate, has this value.
     *
     * @param cell where it stands; empty in sentences
     */
    record SetTerm(TermKey term, Operand value, String cell) implements Consequence {}

    /**
     * A number is added to a rule term.
     *
     * @param cell where it stands; empty in sentences
     */
    record AddPoints(TermKey term, Operand points, String cell) implements Consequence {}

    /**
     * The selected candidates may, or may not, be offered as far as this layer is concerned. In a file about candidate
     * subjects the selector is {@link ActionSelector#ALL} and the candidate asked about is meant.
     *
     * @param allowed true: allowed by this row (and where rows allow, one of them must hit); false: forbidden by it
     * @param cell where it stands; empty in sentences
     */
    record ActionVerdict(ActionSelector actions, Layer layer, boolean allowed, String cell) implements Consequence {}

    /** The action is put forward explicitly; it must still pass the layers. */
    record AddAction(ActionKey action, String cell) implements Consequence {}

    /** Only this channel (and others asked for likewise) is used. */
    record UseChannel(ChannelKey channel, String cell) implements Consequence {}

    /** The channel is not used. */
    record ForbidChannel(ChannelKey channel, String cell) implements Consequence {}

    /** Every term it reads to know its value. */
    default SortedSet<TermPath> reads() {
        return switch (this) {
            case SetTerm set -> set.value().reads();
            case AddPoints add -> add.points().reads();
            case ActionVerdict ignored -> new TreeSet<>();
            case AddAction ignored -> new TreeSet<>();
            case UseChannel ignored -> new TreeSet<>();
            case ForbidChannel ignored -> new TreeSet<>();
        };
    }
}
