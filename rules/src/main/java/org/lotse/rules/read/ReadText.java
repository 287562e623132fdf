package org.lotse.rules.read;

import java.util.Optional;
import org.lotse.rules.finding.Findings;

/** The text of a file: UTF-8, or Windows-1252 with a note. */
public final class ReadText {
    private ReadText() {}

    /** The text, or nothing and a finding when the file is no text. */
    public static Optional<String> of(String path, byte[] bytes, Findings findings) {
        return Texts.decode(path, bytes, findings);
    }
}
