package org.lotse.api.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The hashes of stored records are taken of these bytes: they must never change. */
class JsonTextTest {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @Test
    void everyNumberIsWrittenAsJacksonDoes() {
        Random random = new Random(3);
        ArrayNode numbers = NODES.arrayNode();
        for (int i = 0; i < 60_000; i++) {
            numbers.add(
                    switch (i % 6) {
                        case 0 -> Double.longBitsToDouble(random.nextLong());
                        case 1 -> Math.rint(random.nextGaussian() * 1e6) / 100;
                        case 2 -> random.nextInt(-1_000, 1_000) / 100.0;
                        case 3 -> random.nextDouble();
                        case 4 -> random.nextGaussian() * 1e7;
                        default -> random.nextInt(-20, 20) / 1_000.0;
                    });
        }
        for (double edge : new double[] {
            0.0,
            -0.0,
            1e7,
            9_999_999.99,
            -1e7,
            1e-3,
            1e-4,
            0.01,
            0.07,
            0.005,
            Double.MIN_VALUE,
            Double.MAX_VALUE,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            1.0E22,
            123_456.78,
            0.1 + 0.2
        }) {
            numbers.add(edge);
        }
        numbers.add(Long.MIN_VALUE)
                .add(Long.MAX_VALUE)
                .add(Integer.MIN_VALUE)
                .add(0)
                .add(-7)
                .add((short) 12);
        numbers.add(1.5f).add(new BigDecimal("12.3400")).add(new BigInteger("98765432109876543210"));

        for (JsonNode number : numbers) {
            assertThat(text(number)).isEqualTo(number.toString());
        }
    }

    @Test
    void everyCharacterIsWrittenAsJacksonDoes() {
        for (int one = 0; one < 0x10000; one++) {
            String text = Character.isSurrogate((char) one) ? "x" : "a" + (char) one + "z";
            assertThat(text(NODES.stringNode(text)))
                    .as("character %x", one)
                    .isEqualTo(NODES.stringNode(text).toString());
        }
        for (String odd : new String[] {"😀 Zoë 日本", "\uD800", "a\uDC00b", "\uDC00\uD800", ""}) {
            assertThat(JsonText.of(NODES.stringNode(odd)))
                    .as(odd)
                    .isEqualTo(NODES.stringNode(odd).toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void everyTreeIsWrittenAsJacksonDoes() {
        Random random = new Random(5);
        for (int i = 0; i < 1_000; i++) {
            JsonNode tree = tree(random, 5);
            assertThat(text(tree)).as("tree %s", i).isEqualTo(tree.toString());
        }
    }

    private static String text(JsonNode node) {
        return new String(JsonText.of(node), StandardCharsets.UTF_8);
    }

    private static JsonNode tree(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 6 : 9)) {
            case 0 -> NODES.numberNode(random.nextLong());
            case 1 -> NODES.numberNode(random.nextDouble());
            case 2 -> NODES.stringNode("t\u00e4xt \"" + random.nextInt(300));
            case 3 -> NODES.booleanNode(random.nextBoolean());
            case 4 -> NODES.nullNode();
            case 5 -> NODES.binaryNode(new byte[] {1, 2, (byte) random.nextInt()});
            case 6 -> {
                ArrayNode array = NODES.arrayNode();
                for (int i = random.nextInt(40); i > 0; i--) {
                    array.add(tree(random, depth - 1));
                }
                yield array;
            }
            default -> {
                ObjectNode object = NODES.objectNode();
                for (int i = random.nextInt(12); i > 0; i--) {
                    object.set("m\n" + random.nextInt(40), tree(random, depth - 1));
                }
                yield object;
            }
        };
    }
}
