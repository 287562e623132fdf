package org.lotse.api.decision;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON in few bytes: words of a word list by their place in it, whole numbers and amounts with two decimals in as many
 * bytes as they need, all other numbers in eight. What has occurred before is named by its place. Whatever JSON holds comes back the same; a record that gains a member needs
 * no change here.
 *
 * <p>Each value begins with a byte: three bits say what it is, five hold a number up to 30, or 31 and the rest follows in
 * groups of seven bits.
 */
final class CompactJson {
    private static final int CONSTANT = 0;
    private static final int POSITIVE = 1;
    private static final int NEGATIVE = 2;
    private static final int CENTS = 3;
    private static final int WORD = 4;
    private static final int TEXT = 5;
    private static final int ARRAY = 6;
    private static final int OBJECT = 7;

    private static final int NULL = 0;
    private static final int FALSE = 1;
    private static final int TRUE = 2;
    private static final int NUMBER = 3;
    private static final int BINARY = 4;
    private static final int NUMBER_AGAIN = 5;
    private static final int OBJECT_AGAIN = 6;

    /** Objects with fewer members gain nothing when their members are not repeated. */
    private static final int SHAPE = 3;

    /** Objects of so many members and more are looked for as one. */
    private static final int LARGE = 32;

    private static final int INLINE = 31;
    private static final double MOST_EXACT = 1L << 53;

    private CompactJson() {}

    /** Packs a value; {@code shapes} are names of members that objects are expected to have, in their order. */
    static byte[] write(JsonNode node, Map<String, Integer> words, List<List<String>> shapes) {
        Out out = new Out(words, shapes);
        out.value(node);
        return out.packed();
    }

    /** Unpacks a value. */
    static JsonNode read(ByteBuffer packed, List<String> words, List<List<String>> shapes) {
        return new In(packed, words, shapes).value();
    }

    /** The tree as it would come back: numbers that are whole are so, whatever they were made from. */
    static JsonNode plain(JsonNode node) {
        return read(ByteBuffer.wrap(write(node, Map.of(), List.of())), List.of(), List.of());
    }

    private static final class Out {
        private byte[] bytes = new byte[2_048];
        private int size;
        private final Map<String, Integer> words;
        private final Map<String, Integer> texts = new HashMap<>();
        private final Numbers numbers = new Numbers();
        private final List<List<String>> shapes;
        /** By number of members: the place of the shape of the latest such object, and one. */
        private final int[] latest = new int[LARGE];

        Out(Map<String, Integer> words, List<List<String>> expected) {
            this.words = words;
            this.shapes = new ArrayList<>(expected);
        }

        void value(JsonNode node) {
            switch (node.getNodeType()) {
                case OBJECT -> object(node);
                case ARRAY -> {
                    head(ARRAY, node.size());
                    node.forEach(this::value);
                }
                case NUMBER -> number(node);
                case STRING -> text(node.asString());
                case BOOLEAN -> head(CONSTANT, node.asBoolean() ? TRUE : FALSE);
                case BINARY -> {
                    byte[] binary = node.binaryValue();
                    head(CONSTANT, BINARY);
                    head(POSITIVE, binary.length);
                    put(binary);
                }
                case NULL, MISSING -> head(CONSTANT, NULL);
                case POJO ->
                    throw new IllegalArgumentException("A record cannot hold " + node + ". Maybe write it as JSON.");
            }
        }

        /** Members of the same names as an earlier object's are written without their names. */
        private void object(JsonNode node) {
            Set<Map.Entry<String, JsonNode>> members = node.properties();
            int before = members.size() < SHAPE ? -1 : shape(members);
            if (before < 0) {
                head(OBJECT, members.size());
            } else {
                head(CONSTANT, OBJECT_AGAIN);
                head(POSITIVE, before);
            }
            for (Map.Entry<String, JsonNode> member : members) {
                if (before < 0) {
                    text(member.getKey());
                }
                value(member.getValue());
            }
        }

        /** The place of a shape; -1 for a new one, which is known from now on. There are few, and most differ in length. */
        private int shape(Set<Map.Entry<String, JsonNode>> members) {
            int about = Math.min(members.size(), LARGE - 1);
            int again = latest[about] - 1;
            if (again >= 0 && fits(shapes.get(again), members)) {
                return again;
            }
            for (int place = 0; place < shapes.size(); place++) {
                if (fits(shapes.get(place), members)) {
                    latest[about] = place + 1;
                    return place;
                }
            }
            List<String> names = new ArrayList<>(members.size());
            for (Map.Entry<String, JsonNode> member : members) {
                names.add(member.getKey());
            }
            shapes.add(names);
            latest[about] = shapes.size();
            return -1;
        }

        private static boolean fits(List<String> names, Set<Map.Entry<String, JsonNode>> members) {
            if (names.size() != members.size()) {
                return false;
            }
            int place = 0;
            for (Map.Entry<String, JsonNode> member : members) {
                if (!names.get(place++).equals(member.getKey())) {
                    return false;
                }
            }
            return true;
        }

        private void number(JsonNode node) {
            if (node.isIntegralNumber()) {
                whole(node.asLong());
                return;
            }
            double number = node.asDouble();
            double cents = Math.rint(number * 100);
            if (number == Math.rint(number) && Math.abs(number) < MOST_EXACT && !isNegativeZero(number)) {
                whole((long) number);
            } else if (Math.abs(cents) < 1e9 && cents / 100 == number && !isNegativeZero(number)) {
                long folded = (long) cents;
                head(CENTS, folded << 1 ^ folded >> 63);
            } else {
                exact(Double.doubleToRawLongBits(number));
            }
        }

        private void exact(long bits) {
            int before = numbers.place(bits);
            if (before < 0) {
                head(CONSTANT, NUMBER);
                for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
                    put((int) (bits >>> shift));
                }
            } else {
                head(CONSTANT, NUMBER_AGAIN);
                head(POSITIVE, before);
            }
        }

        private static boolean isNegativeZero(double number) {
            return number == 0 && Double.doubleToRawLongBits(number) != 0;
        }

        private void whole(long number) {
            if (number >= 0) {
                head(POSITIVE, number);
            } else {
                head(NEGATIVE, -1 - number);
            }
        }

        private void text(String text) {
            Integer place = words.get(text);
            Integer before = place == null ? texts.putIfAbsent(text, words.size() + texts.size()) : place;
            if (before != null) {
                head(WORD, before);
            } else {
                byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
                head(TEXT, utf8.length);
                put(utf8);
            }
        }

        private void head(int kind, long number) {
            if (number < INLINE) {
                put(kind << 5 | (int) number);
                return;
            }
            put(kind << 5 | INLINE);
            long rest = number - INLINE;
            while (rest > 0x7F) {
                put((int) (rest & 0x7F) | 0x80);
                rest >>>= 7;
            }
            put((int) rest);
        }

        private void put(int one) {
            if (size == bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * size);
            }
            bytes[size++] = (byte) one;
        }

        private void put(byte[] many) {
            if (size + many.length > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(2 * size, size + many.length));
            }
            System.arraycopy(many, 0, bytes, size, many.length);
            size += many.length;
        }

        byte[] packed() {
            return Arrays.copyOf(bytes, size);
        }
    }

    /** The places of the numbers that have occurred, without a box for each. */
    private static final class Numbers {
        private long[] slots = new long[128];
        private int[] places = new int[128];
        private int size;

        /** The place of a number; -1 for a new one, which is known from now on. */
        int place(long bits) {
            int slot = slot(bits);
            if (places[slot] != 0) {
                return places[slot] - 1;
            }
            slots[slot] = bits;
            places[slot] = ++size;
            if (2 * size > slots.length) {
                grow();
            }
            return -1;
        }

        private int slot(long bits) {
            int mask = slots.length - 1;
            int slot = (int) (bits * 0x9E3779B97F4A7C15L >>> 32) & mask;
            while (places[slot] != 0 && slots[slot] != bits) {
                slot = slot + 1 & mask;
            }
            return slot;
        }

        private void grow() {
            long[] known = slots;
            int[] at = places;
            slots = new long[2 * known.length];
            places = new int[slots.length];
            for (int one = 0; one < known.length; one++) {
                if (at[one] != 0) {
                    int slot = slot(known[one]);
                    slots[slot] = known[one];
                    places[slot] = at[one];
                }
            }
        }
    }

    private static final class In {
        private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

        private final ByteBuffer packed;
        private final List<String> words;
        private final List<String> texts = new ArrayList<>();
        private final List<Double> numbers = new ArrayList<>();
        private final List<List<String>> shapes = new ArrayList<>();

        In(ByteBuffer packed, List<String> words, List<List<String>> expected) {
            this.packed = packed;
            this.words = words;
            shapes.addAll(expected);
        }

        JsonNode value() {
            int first = packed.get() & 0xFF;
            long number = number(first);
            return switch (first >> 5) {
                case CONSTANT -> constant((int) number);
                case POSITIVE -> NODES.numberNode(number);
                case NEGATIVE -> NODES.numberNode(-1 - number);
                case CENTS -> NODES.numberNode((number >>> 1 ^ -(number & 1)) / 100.0);
                case WORD -> NODES.stringNode(word((int) number));
                case TEXT -> NODES.stringNode(text((int) number));
                case ARRAY -> array((int) number);
                default -> object((int) number);
            };
        }

        private JsonNode constant(int which) {
            return switch (which) {
                case NULL -> NODES.nullNode();
                case FALSE -> NODES.booleanNode(false);
                case TRUE -> NODES.booleanNode(true);
                case NUMBER -> {
                    double exact = packed.getDouble();
                    numbers.add(exact);
                    yield NODES.numberNode(exact);
                }
                case NUMBER_AGAIN -> NODES.numberNode(numbers.get((int) number(packed.get() & 0xFF)));
                case BINARY -> {
                    byte[] binary = new byte[(int) number(packed.get() & 0xFF)];
                    packed.get(binary);
                    yield NODES.binaryNode(binary);
                }
                case OBJECT_AGAIN -> {
                    ObjectNode object = NODES.objectNode();
                    shapes.get((int) number(packed.get() & 0xFF)).forEach(name -> object.set(name, value()));
                    yield object;
                }
                default ->
                    throw new IllegalStateException("A packed record holds the unknown constant " + which
                            + ". Maybe a newer version wrote it.");
            };
        }

        private ArrayNode array(int size) {
            ArrayNode array = NODES.arrayNode(size);
            for (int i = 0; i < size; i++) {
                array.add(value());
            }
            return array;
        }

        private ObjectNode object(int size) {
            ObjectNode object = NODES.objectNode();
            List<String> names = new ArrayList<>(size);
            if (size >= SHAPE) {
                shapes.add(names);
            }
            for (int i = 0; i < size; i++) {
                int first = packed.get() & 0xFF;
                int number = (int) number(first);
                String name = first >> 5 == WORD ? word(number) : text(number);
                names.add(name);
                object.set(name, value());
            }
            return object;
        }

        private String text(int length) {
            byte[] utf8 = new byte[length];
            packed.get(utf8);
            String text = new String(utf8, StandardCharsets.UTF_8);
            texts.add(text);
            return text;
        }

        private String word(int place) {
            return place < words.size() ? words.get(place) : texts.get(place - words.size());
        }

        private long number(int first) {
            long number = first & INLINE;
            if (number < INLINE) {
                return number;
            }
            int shift = 0;
            for (long part = packed.get() & 0xFF; ; part = packed.get() & 0xFF) {
                number += (part & 0x7F) << shift;
                shift += 7;
                if (part <= 0x7F) {
                    return number;
                }
            }
        }
    }
}
