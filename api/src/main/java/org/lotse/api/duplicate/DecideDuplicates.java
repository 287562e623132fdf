package org.lotse.api.duplicate;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.lotse.api.duplicate.JdbcStewardAnswers.Given;
import org.lotse.api.person.MergePersons;
import org.lotse.api.person.Persons;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.problem.ProblemKind;
import org.lotse.api.security.Caller;
import org.lotse.engine.term.SubjectId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A steward says what two records are. The same: they are merged. Whatever was said can be taken back. */
@Component
@Transactional
public class DecideDuplicates {
    private static final ProblemKind DECIDED = new ProblemKind("duplicate-decided", HttpStatus.CONFLICT);
    private static final ProblemKind CONTRADICTS = new ProblemKind("duplicate-contradiction", HttpStatus.CONFLICT);
    private static final ProblemKind NOTHING_TO_UNDO = new ProblemKind("nothing-to-undo", HttpStatus.CONFLICT);

    private final JdbcSuspects suspects;
    private final JdbcStewardAnswers answers;
    private final LearnFromStewards learn;
    private final MergePersons merge;
    private final Persons persons;
    private final Clock clock;

    DecideDuplicates(
            JdbcSuspects suspects,
            JdbcStewardAnswers answers,
            LearnFromStewards learn,
            MergePersons merge,
            Persons persons,
            Clock clock) {
        this.suspects = suspects;
        this.answers = answers;
        this.learn = learn;
        this.merge = merge;
        this.persons = persons;
        this.clock = clock;
    }

    /**
     * Decides on a pair nobody has settled. Saying the same again changes nothing.
     *
     * @param into for {@link Answer#SAME}: which of the two records leads; otherwise the one with the smaller id
     * @throws ProblemException 404 for a pair that is gone; 409 for one decided otherwise, or when merging would make one
     *     person of records somebody has called different
     */
    public SuspectedPair decide(long id, Answer answer, Optional<String> into, Caller caller) {
        SuspectedPair pair = suspects.hold(id).orElseThrow(() -> Duplicates.unknown(id));
        SuspectedPair.State wanted = wanted(answer);
        if (pair.state() == wanted) {
            return pair;
        }
        if (pair.state() == SuspectedPair.State.MERGED || pair.state() == SuspectedPair.State.DIFFERENT) {
            throw ProblemException.of(DECIDED, id, pair.state());
        }
        List<String> moved = answer == Answer.SAME ? merge(pair, into, caller) : List.of();
        suspects.state(id, wanted);
        answers.add(pair, answer, moved, caller.name(), clock.instant());
        learn.learn();
        return suspects.find(id).orElseThrow(() -> Duplicates.unknown(id));
    }

    private List<String> merge(SuspectedPair pair, Optional<String> into, Caller caller) {
        String lead = into.orElse(pair.one());
        if (!lead.equals(pair.one()) && !lead.equals(pair.other())) {
            throw ProblemException.invalid("/into", "NOT_OF_PAIR", lead, pair.one(), pair.other());
        }
        SubjectId stays = SubjectId.customer(lead);
        SubjectId comes = SubjectId.customer(lead.equals(pair.one()) ? pair.other() : pair.one());
        List<String> coming = ids(comes);
        suspects.calledDifferent(ids(stays), coming)
                .filter(other -> other.id() != pair.id())
                .ifPresent(other -> {
                    throw ProblemException.of(CONTRADICTS, other.one(), other.other(), other.id());
                });
        merge.merge(comes, stays, caller);
        return coming;
    }

    /**
     * Takes back the latest decision on a pair; merged records are taken apart, each with what was always its own.
     *
     * @throws ProblemException 409 when nobody has decided on it
     */
    public SuspectedPair undo(long id, Caller caller) {
        SuspectedPair pair = suspects.hold(id).orElseThrow(() -> Duplicates.unknown(id));
        return undo(answers.latestOn(pair.id()).orElseThrow(() -> ProblemException.of(NOTHING_TO_UNDO)), caller);
    }

    /**
     * Takes back the caller's latest decision.
     *
     * @throws ProblemException 409 when there is none
     */
    public SuspectedPair undoLatest(Caller caller) {
        return undo(answers.latestBy(caller.name()).orElseThrow(() -> ProblemException.of(NOTHING_TO_UNDO)), caller);
    }

    private SuspectedPair undo(Given given, Caller caller) {
        for (String record : given.moved()) {
            SubjectId one = SubjectId.customer(record);
            if (persons.records(one).size() > 1) {
                merge.split(one, caller);
            }
        }
        // Whoever came together stays together.
        given.moved().stream()
                .skip(1)
                .forEach(record -> merge.merge(
                        SubjectId.customer(record),
                        SubjectId.customer(given.moved().getFirst()),
                        caller));
        suspects.state(given.suspect(), given.before());
        suspects.followPersons();
        answers.undo(given.id(), caller.name(), clock.instant());
        learn.learn();
        return suspects.find(given.suspect()).orElseThrow(() -> Duplicates.unknown(given.suspect()));
    }

    /**
     * Takes a merged pair apart, by whomever and however it was merged. It counts as a decision that the two are different.
     *
     * @throws ProblemException 409 when it is not merged
     */
    public SuspectedPair split(long id, Caller caller) {
        SuspectedPair pair = suspects.hold(id).orElseThrow(() -> Duplicates.unknown(id));
        if (pair.state() != SuspectedPair.State.MERGED) {
            throw ProblemException.of(DECIDED, id, pair.state());
        }
        SubjectId other = SubjectId.customer(pair.other());
        boolean leads = persons.leading(other).equals(other);
        merge.split(leads ? SubjectId.customer(pair.one()) : other, caller);
        answers.latestOn(id).ifPresent(given -> answers.undo(given.id(), caller.name(), clock.instant()));
        suspects.state(id, SuspectedPair.State.DIFFERENT);
        answers.add(
                new SuspectedPair(
                        id,
                        pair.one(),
                        pair.other(),
                        pair.pattern(),
                        pair.probability(),
                        pair.likely(),
                        SuspectedPair.State.OPEN),
                Answer.DIFFERENT,
                List.of(),
                caller.name(),
                clock.instant());
        learn.learn();
        return suspects.find(id).orElseThrow(() -> Duplicates.unknown(id));
    }

    private List<String> ids(SubjectId record) {
        return persons.records(record).stream().map(SubjectId::id).toList();
    }

    private static SuspectedPair.State wanted(Answer answer) {
        return switch (answer) {
            case SAME -> SuspectedPair.State.MERGED;
            case DIFFERENT -> SuspectedPair.State.DIFFERENT;
            case UNSURE -> SuspectedPair.State.UNSURE;
        };
    }
}
