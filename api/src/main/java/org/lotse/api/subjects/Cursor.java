package org.lotse.api.subjects;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.lotse.api.problem.ProblemException;

/** Where a list goes on: the last id seen, written so that nobody is tempted to build one. */
final class Cursor {
    private Cursor() {}

    static String write(String lastId) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(lastId.getBytes(StandardCharsets.UTF_8));
    }

    static String read(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("/cursor", "WRONG_PARAMETER", "cursor", cursor);
        }
    }
}
