package org.lotse.models.history;

import java.time.Instant;
import java.util.function.Consumer;
import org.lotse.engine.term.SubjectType;

/** Port: everything stored about subjects, for learning. Implementations stream: one subject at a time, in a fixed order. */
public interface History {
    /** Up to when the history is complete; nothing later is delivered. */
    Instant until();

    /** Hands each subject of a type to the consumer, with all its events. */
    void forEach(SubjectType type, Consumer<Story> consumer);
}
