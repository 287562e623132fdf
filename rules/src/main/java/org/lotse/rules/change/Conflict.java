package org.lotse.rules.change;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Two people changed the same thing in different ways.
 *
 * @param file path below {@code rules/}
 * @param sheet the sheet of a workbook, else empty
 * @param place the cell or line as it is in force now; empty when the whole file or row is meant
 * @param name the first cell of the row, else empty
 * @param heading what stands above the cell, else empty
 * @param base what was there
 * @param mine what the draft puts there
 * @param theirs what is in force there now
 */
public record Conflict(
        String file, String sheet, String place, String name, String heading, String base, String mine, String theirs) {
    private static final int LETTERS = 12;

    /** Whether the file as a whole is meant, which cannot be compared further. */
    public boolean isWholeFile() {
        return place.isEmpty();
    }

    /** Whether it is about a row that one side took out. */
    public boolean isWholeRow() {
        return heading.isEmpty() && !place.isEmpty() && !Character.isDigit(place.charAt(0));
    }

    /** Names it when it is resolved: the same conflict has the same id. */
    public String id() {
        String all = String.join("\u0000", file, sheet, name, heading, base, mine, theirs);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, LETTERS);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This Java has no SHA-256, which every Java must have.", missing);
        }
    }

    /** How a conflict is resolved. */
    public enum Take {
        /** What the draft says. */
        MINE,
        /** What is in force. */
        THEIRS
    }
}
