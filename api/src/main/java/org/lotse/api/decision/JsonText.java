package org.lotse.api.decision;

import java.util.Arrays;
import java.util.Map;
import tools.jackson.core.io.NumberOutput;
import tools.jackson.databind.JsonNode;

/**
 * A tree as the text {@code JsonNode.toString()} gives, as UTF-8 and without the detour by way of a generator and a string:
 * answers are many and small. For use by one thread.
 */
final class JsonText {
    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'};
    private static final boolean[] PLAIN_ASCII = new boolean[0x80];
    private static final int USUAL = 4_096;
    /** From here on numbers are written with an exponent. */
    private static final double PLAIN = 1e7;
    /** A character takes at most so many bytes: one that is escaped. */
    private static final int WIDEST = 6;

    static {
        Arrays.fill(PLAIN_ASCII, ' ', 0x80, true);
        PLAIN_ASCII['"'] = false;
        PLAIN_ASCII['\\'] = false;
    }

    private byte[] bytes = new byte[USUAL];
    private int size;

    private JsonText() {}

    /** The text of a tree. */
    static byte[] of(JsonNode tree) {
        JsonText text = new JsonText();
        text.value(tree);
        return Arrays.copyOf(text.bytes, text.size);
    }

    private void value(JsonNode node) {
        switch (node.getNodeType()) {
            case OBJECT -> object(node);
            case ARRAY -> {
                put('[');
                boolean isFirst = true;
                for (JsonNode element : node) {
                    if (!isFirst) {
                        put(',');
                    }
                    isFirst = false;
                    value(element);
                }
                put(']');
            }
            case STRING -> text(node.stringValue());
            case NUMBER -> number(node);
            default -> ascii(node.toString());
        }
    }

    private void object(JsonNode node) {
        put('{');
        boolean isFirst = true;
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (!isFirst) {
                put(',');
            }
            isFirst = false;
            text(member.getKey());
            put(':');
            value(member.getValue());
        }
        put('}');
    }

    private void number(JsonNode node) {
        if (node.isDouble()) {
            real(node.doubleValue(), node);
        } else if (node.isInt() || node.isLong()) {
            whole(node.longValue());
        } else {
            ascii(node.toString());
        }
    }

    /**
     * Numbers of at most two decimals are the shortest that mean them when written so: two numbers of fifteen digits never
     * mean the same double.
     */
    private void real(double number, JsonNode node) {
        double cents = Math.rint(number * 100);
        boolean isPlain = Math.abs(number) < PLAIN && cents / 100 == number && (number != 0 || 1 / number > 0);
        if (isPlain) {
            long hundredths = (long) cents;
            if (hundredths < 0) {
                put('-');
                hundredths = -hundredths;
            }
            whole(hundredths / 100);
            put('.');
            put('0' + (int) (hundredths / 10 % 10));
            if (hundredths % 10 != 0) {
                put('0' + (int) (hundredths % 10));
            }
        } else if (Double.isFinite(number)) {
            ascii(Double.toString(number));
        } else {
            ascii(node.toString());
        }
    }

    private void whole(long number) {
        room(20);
        size = NumberOutput.outputLong(number, bytes, size);
    }

    private void text(String text) {
        int length = text.length();
        room(length + 2);
        byte[] into = bytes;
        int from = size + 1;
        into[size] = '"';
        int at = 0;
        for (; at < length; at++) {
            char one = text.charAt(at);
            if (!isPlain(one)) {
                break;
            }
            into[from + at] = (byte) one;
        }
        size = from + at;
        if (at < length) {
            odd(text, at);
        }
        put('"');
    }

    private static boolean isPlain(char one) {
        return one < 0x80 && PLAIN_ASCII[one];
    }

    /** The rest of a text, from the first character on that does not stand for itself in one byte. */
    private void odd(String text, int from) {
        room((text.length() - from) * WIDEST + 1);
        for (int at = from; at < text.length(); at++) {
            char one = text.charAt(at);
            if (isPlain(one)) {
                bytes[size++] = (byte) one;
            } else if (one < 0x80) {
                escaped(one);
            } else if (one < 0x800) {
                bytes[size++] = (byte) (0xC0 | one >> 6);
                bytes[size++] = (byte) (0x80 | one & 0x3F);
            } else if (!Character.isSurrogate(one)) {
                bytes[size++] = (byte) (0xE0 | one >> 12);
                bytes[size++] = (byte) (0x80 | one >> 6 & 0x3F);
                bytes[size++] = (byte) (0x80 | one & 0x3F);
            } else if (Character.isHighSurrogate(one)
                    && at + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(at + 1))) {
                int point = Character.toCodePoint(one, text.charAt(++at));
                bytes[size++] = (byte) (0xF0 | point >> 18);
                bytes[size++] = (byte) (0x80 | point >> 12 & 0x3F);
                bytes[size++] = (byte) (0x80 | point >> 6 & 0x3F);
                bytes[size++] = (byte) (0x80 | point & 0x3F);
            } else {
                bytes[size++] = '?';
            }
        }
    }

    private void escaped(char one) {
        bytes[size++] = '\\';
        switch (one) {
            case '"', '\\' -> bytes[size++] = (byte) one;
            case '\b' -> bytes[size++] = 'b';
            case '\t' -> bytes[size++] = 't';
            case '\n' -> bytes[size++] = 'n';
            case '\f' -> bytes[size++] = 'f';
            case '\r' -> bytes[size++] = 'r';
            default -> {
                bytes[size++] = 'u';
                bytes[size++] = '0';
                bytes[size++] = '0';
                bytes[size++] = HEX[one >> 4];
                bytes[size++] = HEX[one & 0xF];
            }
        }
    }

    /** What has no character that takes more than a byte. */
    @SuppressWarnings("deprecation")
    private void ascii(String text) {
        room(text.length());
        text.getBytes(0, text.length(), bytes, size);
        size += text.length();
    }

    private void put(int one) {
        room(1);
        bytes[size++] = (byte) one;
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
