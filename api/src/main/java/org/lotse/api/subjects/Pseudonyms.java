package org.lotse.api.subjects;

import org.lotse.engine.term.SubjectId;

/**
 * Port: keyed hashes of what identifies a person. Who knows the id or e-mail address can make the hash again with the
 * installation's key, nobody can get back from the hash.
 */
public interface Pseudonyms {
    /** The hash of a subject's id. */
    byte[] of(SubjectId subject);

    /** The hash of an e-mail address, whatever its capitals and surrounding blanks. */
    byte[] ofEmail(String address);
}
