package org.lotse.rules.read;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.lotse.rules.finding.FindingCode;
import org.lotse.rules.finding.Findings;
import org.lotse.rules.finding.Place;

/** Turns bytes into text: UTF-8, or Windows-1252 with a note. */
final class Texts {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private Texts() {}

    /** The text of a file, or nothing and a finding when it is no text. */
    static Optional<String> decode(String path, byte[] bytes, Findings findings) {
        if (isUtf16(bytes) || contains(bytes, 0)) {
            findings.error(Place.ofFile(path), FindingCode.FILE_DAMAGED, "not-text");
            return Optional.empty();
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Optional.of(text.startsWith("\ufeff") ? text.substring(1) : text);
        } catch (CharacterCodingException notUtf8) {
            findings.info(Place.ofFile(path), FindingCode.ENCODING, "");
            return Optional.of(new String(bytes, WINDOWS));
        }
    }

    private static boolean isUtf16(byte[] bytes) {
        return bytes.length > 1
                && (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF
                        || bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE);
    }

    private static boolean contains(byte[] bytes, int wanted) {
        for (byte each : bytes) {
            if (each == wanted) {
                return true;
            }
        }
        return false;
    }
}
