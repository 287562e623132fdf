package org.lotse.api.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class CompactJsonTest {
    private static final List<String> WORDS = List.of("churn", "tenure", "MONTHLY");
    private static final Map<String, Integer> PLACES = Map.of("churn", 0, "tenure", 1, "MONTHLY", 2);
    private static final List<List<String>> SHAPES = List.of(List.of("m1", "m2", "m3"));
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @Test
    void everyNumberComesBackExactly() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            double number = switch (i % 5) {
                case 0 -> Double.longBitsToDouble(random.nextLong());
                case 1 -> Math.rint(random.nextGaussian() * 1e6) / 100;
                case 2 -> random.nextInt(-100, 100);
                case 3 -> random.nextDouble();
                default -> random.nextLong() * 1.0;
            };
            if (Double.isFinite(number)) {
                assertThat(back(NODES.numberNode(number)).asDouble())
                        .as("case %s", i)
                        .isEqualTo(number);
            }
        }
        assertThat(back(NODES.numberNode(Long.MIN_VALUE)).asLong()).isEqualTo(Long.MIN_VALUE);
        assertThat(back(NODES.numberNode(Long.MAX_VALUE)).asLong()).isEqualTo(Long.MAX_VALUE);
        assertThat(1 / back(NODES.numberNode(-0.0)).asDouble()).isNegative();
    }

    @Test
    void whatOccursAgainIsNamedByItsPlace() {
        String text = "accept@3f9a1c77aa10be22";
        ObjectNode once = NODES.objectNode().put("model", text).put("p", 0.123456789);
        ObjectNode twice = once.deepCopy();
        twice.set("again", once);

        assertThat(back(twice)).isEqualTo(twice);
        assertThat(pack(twice).length - pack(once).length).isLessThan(16);
    }

    @Test
    void anyTreeComesBackTheSame() {
        Random random = new Random(11);
        for (int i = 0; i < 2_000; i++) {
            JsonNode tree = tree(random, 4);

            assertThat(back(tree).toString())
                    .as("tree %s", i)
                    .isEqualTo(CompactJson.plain(tree).toString());
            assertThat(back(tree)).isEqualTo(back(back(tree)));
        }
    }

    @Test
    void nothingIsLostOfAnOrdinaryRecord() {
        JsonNode record = new JsonMapper().readTree("""
                {"terms": {"churn": 0.25, "tenure": 12, "contract": {"c": "MONTHLY"}, "name": "Zoë 日本", "senior": false,
                 "left": {"a": "NO_EVENT"}}, "seed": 4503599627370495, "whatIf": false, "none": null, "caps": []}""");

        assertThat(back(record).toString()).isEqualTo(record.toString());
    }

    private static JsonNode tree(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 5 : 7)) {
            case 0 -> NODES.numberNode(random.nextLong());
            case 1 -> NODES.numberNode(random.nextDouble());
            case 2 -> NODES.stringNode(WORDS.get(random.nextInt(WORDS.size())) + random.nextInt(3));
            case 3 -> NODES.booleanNode(random.nextBoolean());
            case 4 -> NODES.nullNode();
            case 5 -> {
                var array = NODES.arrayNode();
                for (int i = random.nextInt(60); i > 0; i--) {
                    array.add(tree(random, depth - 1));
                }
                yield array;
            }
            default -> {
                ObjectNode object = NODES.objectNode();
                for (int i = random.nextInt(10); i > 0; i--) {
                    object.set("m" + random.nextInt(40), tree(random, depth - 1));
                }
                yield object;
            }
        };
    }

    private static byte[] pack(JsonNode node) {
        return CompactJson.write(node, PLACES, SHAPES);
    }

    private static JsonNode back(JsonNode node) {
        return CompactJson.read(ByteBuffer.wrap(pack(node)), WORDS, SHAPES);
    }
}
