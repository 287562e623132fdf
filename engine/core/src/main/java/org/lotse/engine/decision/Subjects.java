package org.lotse.engine.decision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectState;
import org.lotse.engine.term.SubjectType;

/** Port: the stored subjects, as of any moment. Thread-safe. */
public interface Subjects {
    /** The subject as stored at that moment; empty when nothing was stored of it then. */
    Optional<SubjectState> find(SubjectId id, Instant at);

    /** Every subject of a type, for decisions in which they compete; meant for small types (jurists, reps). */
    List<SubjectState> all(SubjectType type, Instant at);
}
