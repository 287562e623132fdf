package org.lotse.engine.rule;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lotse.engine.action.Catalogue;
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

    /** The promise that this choice would break, whatever the other files say; empty when all are kept. */
    Optional<RowRef> brokenPromise(Choice choice);

    /** What the bundle asks about subjects of a type: where a decision may turn. */
    default Questions questions(SubjectType subject) {
        return Questions.NONE;
    }
}
