package org.lotse.api.rule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.contact.ContactLedger;
import org.lotse.engine.contact.Permissions;
import org.lotse.engine.decision.ServingModels;
import org.lotse.engine.decision.Subjects;
import org.lotse.engine.term.ResolveTerms;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectState;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Terms;
import org.lotse.engine.term.Vocabulary;
import org.lotse.rules.check.KnownSubjects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Some of the stored subjects, drawn evenly by a hash of their ids so that the same ones are drawn again. What is stored
 * of them is read anew every few minutes; their terms are resolved for each asking, as vocabularies differ. Thread-safe.
 */
@Component
class StoredSample implements KnownSubjects {
    private static final int MOST = 1_000;
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final JdbcClient database;
    private final Subjects subjects;
    private final ContactLedger ledger;
    private final ServingModels models;
    private final Clock clock;
    private final Map<SubjectType, Drawn> drawn = new ConcurrentHashMap<>();
    private final Map<SubjectType, Resolved> resolved = new ConcurrentHashMap<>();

    StoredSample(JdbcClient database, Subjects subjects, ContactLedger ledger, ServingModels models, Clock clock) {
        this.database = database;
        this.subjects = subjects;
        this.ledger = ledger;
        this.models = models;
        this.clock = clock;
    }

    private record Stored(SubjectState state, Permissions permissions) {}

    private record Drawn(Instant at, List<Stored> stored) {}

    /** What was resolved last: most drafts change rules and leave the vocabulary as it is. */
    private record Resolved(Drawn from, Vocabulary vocabulary, ZoneId zone, List<Known> known) {
        @SuppressWarnings("ReferenceEquality") // Drawn again means read again.
        boolean isFor(Drawn sample, Vocabulary other, ZoneId otherZone) {
            return from == sample && zone.equals(otherZone) && vocabulary.equals(other);
        }
    }

    @Override
    public List<Known> some(SubjectType type, Vocabulary vocabulary, ZoneId zone) {
        Drawn sample = drawn.compute(type, (same, known) -> isFresh(known) ? known : draw(same));
        Resolved last = resolved.get(type);
        if (last != null && last.isFor(sample, vocabulary, zone)) {
            return last.known();
        }
        ResolveTerms resolve = new ResolveTerms(vocabulary, zone);
        List<Known> known = sample.stored().parallelStream()
                .map(stored ->
                        new Known(stored.state().id(), terms(resolve, stored, sample.at()), stored.permissions()))
                .toList();
        resolved.put(type, new Resolved(sample, vocabulary, zone, known));
        return known;
    }

    private boolean isFresh(@Nullable Drawn known) {
        return known != null && known.at().plus(FRESH).isAfter(clock.instant());
    }

    private Drawn draw(SubjectType type) {
        Instant now = clock.instant();
        List<String> ids = database.sql("select id from subject where type = ? order by md5(id) limit " + MOST)
                .param(type.value())
                .query((row, number) -> row.getString(1))
                .list();
        List<Stored> stored = ids.stream()
                .flatMap(id -> subjects.find(new SubjectId(type, id), now).stream())
                .map(state -> new Stored(state, ledger.permissions(ledger.person(state.id()), now)))
                .toList();
        return new Drawn(now, stored);
    }

    private Terms terms(ResolveTerms resolve, Stored stored, Instant at) {
        return resolve.resolve(new ResolveTerms.Sources(
                stored.state(),
                Map.of(),
                stored.permissions().marketing(),
                at,
                models.predictions(),
                models.statistics()));
    }
}
