package org.lotse.api.values;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.problem.ProblemKind;
import org.lotse.engine.term.Vocabulary;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The vocabulary of the active rule version, supplied by a bean {@code Supplier<Vocabulary>} of the rules capability. */
@Component
public class CurrentVocabulary {
    private final ObjectProvider<Supplier<Vocabulary>> active;
    /** Looking a bean up costs more than all the rest of asking it. */
    private volatile @Nullable Supplier<Vocabulary> found;

    CurrentVocabulary(ObjectProvider<Supplier<Vocabulary>> active) {
        this.active = active;
    }

    /**
     * The vocabulary as it is now; take it once per request.
     *
     * @throws ProblemException 503 while no rule version is active
     */
    public Vocabulary get() {
        Supplier<Vocabulary> supplier = found;
        if (supplier == null) {
            supplier = active.getIfAvailable();
            if (supplier == null) {
                throw ProblemException.of(ProblemKind.UNAVAILABLE);
            }
            found = supplier;
        }
        return supplier.get();
    }
}
