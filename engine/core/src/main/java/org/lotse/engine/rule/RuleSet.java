package org.lotse.engine.rule;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.lotse.engine.action.Action;
import org.lotse.engine.action.Catalogue;
import org.lotse.engine.action.Channel;
import org.lotse.engine.contact.ContactPolicy;
import org.lotse.engine.reply.Occasion;
import org.lotse.engine.reply.Reply;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Terms;
import org.lotse.engine.term.Vocabulary;
import org.lotse.engine.trigger.Trigger;

/** Port: one compiled version of everything in {@code rules/}. Immutable and safe for use by many threads. */
public interface RuleSet {
    /** Content hash of the bundle: the version. */
    String version();

    Vocabulary vocabulary();

    Catalogue catalogue();

    ContactPolicy contactPolicy();

    Settings settings();

    /**
     * Every term of a subject that decides whether it may be offered an action at all: read by a row of the eligibility
     * layer, or by rows that conclude what such a row reads. Rule terms are followed to what they are concluded from.
     */
    Set<TermPath> eligibilityReads(SubjectType subject);

    /** What the rules say about a subject and its candidates; the same request always gives the same judgement. */
    Judgement judge(RuleRequest request);

    /** The segments the bundle names. */
    default List<Segment> segments() {
        return List.of();
    }

    /**
     * Whether a subject belongs to a segment.
     *
     * @param terms everything read and concluded about the subject
     * @param at the moment, for dates
     */
    default boolean isMember(Segment segment, Terms terms, Instant at) {
        return false;
    }

    /** When decisions are taken without being asked for. */
    default List<Trigger> triggers() {
        return List.of();
    }

    /** The text that fits the occasion best, all of whose values are there; empty when nothing was written for it. */
    default Optional<Reply> reply(Occasion occasion) {
        return Optional.empty();
    }

    /**
     * Something worked out from this bundle alone. A bundle that serves for long keeps it, so that every decision finds it
     * ready; others work it out anew.
     *
     * @param what names it
     * @param work always gives the same for the same bundle
     */
    default <T> T kept(Class<T> what, Function<RuleSet, T> work) {
        return work.apply(this);
    }

    /** The promise that this choice would break, whatever the other files say; empty when all are kept. */
    Optional<RowRef> brokenPromise(Choice choice);

    /**
     * Asks the promises about several choices in one situation.
     *
     * @param situation a choice of which action and channel are still open
     */
    default Promising promising(Choice situation) {
        return (action, channel) -> brokenPromise(situation.of(action, channel));
    }

    /** Says of choices in one situation which promise they would break. For use by one thread. */
    @FunctionalInterface
    interface Promising {
        /** The promise that choosing this action over this channel would break; empty when all are kept. */
        Optional<RowRef> brokenBy(Action action, Channel channel);
    }

    /** What the bundle asks about subjects of a type: where a decision may turn. */
    default Questions questions(SubjectType subject) {
        return Questions.NONE;
    }
}
