package org.lotse.rules.check;

import java.time.ZoneId;
import java.util.List;
import org.lotse.engine.contact.Permissions;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Terms;
import org.lotse.engine.term.Vocabulary;

/** Port: some of the subjects the company knows, drawn evenly, to weigh findings by and to try promises on. */
@FunctionalInterface
public interface KnownSubjects {
    /** Nobody is known, for example on a command line without a service. */
    KnownSubjects NONE = (type, vocabulary, zone) -> List.of();

    /**
     * Somebody known.
     *
     * @param terms everything read of it, without what rules conclude
     * @param permissions what it has allowed and objected to
     */
    record Known(SubjectId id, Terms terms, Permissions permissions) {}

    /** Some subjects of a type as of now, read by a vocabulary that may be a draft. */
    List<Known> some(SubjectType type, Vocabulary vocabulary, ZoneId zone);
}
