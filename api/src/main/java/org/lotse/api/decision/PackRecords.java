package org.lotse.api.decision;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import org.lotse.engine.decision.Decision;
import org.lotse.engine.decision.DecisionRecord;
import org.lotse.engine.rule.RuleSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Packs a record into few bytes and back: everything read ({@code RecordJson}), what was decided ({@code DecidedJson})
 * and the hash of the answer without its words, which a replay must meet. A form byte and the number of a word list stand in
 * front. Thread-safe.
 */
final class PackRecords {
    /** The form records are written in. */
    private static final byte FORM = 1;

    private static final int HEAD = 5;
    private static final List<String> IN_THE_ROW = List.of("id", "at");

    private final RecordWords words;
    private final EngineVersion engine;

    PackRecords(RecordWords words, EngineVersion engine) {
        this.words = words;
        this.engine = engine;
    }

    /**
     * A record as it was packed.
     *
     * @param record what was read; what was decided is empty: deciding again gives it
     * @param decided what was decided then
     * @param answer SHA-256 of the answer then
     * @param engine the build that decided
     */
    record Packed(DecisionRecord record, JsonNode decided, byte[] answer, EngineVersion engine) {}

    byte[] pack(DecisionRecord record, RuleSet rules) {
        ObjectNode tree = RecordJson.tree(record);
        tree.set("decided", DecidedJson.write(record.decision()));
        tree.putObject("engine").put("build", engine.build()).put("messages", engine.messages());
        tree.put("answer", hash(canonical(record, record.decision(), rules, engine)));
        RecordWords.Book book = words.of(rules);
        IN_THE_ROW.forEach(tree::remove);
        ((ObjectNode) tree.get("versions")).remove("rules");
        byte[] packed = CompactJson.write(tree, book.places(), book.shapes());
        return ByteBuffer.allocate(HEAD + packed.length)
                .put(FORM)
                .putInt(book.number())
                .put(packed)
                .array();
    }

    /**
     * Unpacks a record.
     *
     * @param id what stands in the row beside it, likewise {@code at} and {@code rules}
     */
    Packed unpack(String id, Instant at, String rules, byte[] bytes) {
        ByteBuffer source = ByteBuffer.wrap(bytes);
        byte form = source.get();
        if (form != FORM) {
            throw new IllegalStateException(
                    "A record has the unknown form " + form + ". Maybe a newer version of lotse wrote it.");
        }
        RecordWords.Book book = words.of(source.getInt());
        ObjectNode tree = (ObjectNode) CompactJson.read(source, book.words(), book.shapes());
        tree.put("id", id).put("at", at.toString());
        ((ObjectNode) tree.get("versions")).put("rules", rules);
        JsonNode by = tree.get("engine");
        return new Packed(
                RecordJson.read(tree),
                tree.get("decided"),
                tree.get("answer").binaryValue(),
                new EngineVersion(by.get("build").asString(), by.get("messages").asString()));
    }

    /** The answer without words: what replay compares, byte for byte. */
    static byte[] canonical(DecisionRecord record, Decision decision, RuleSet rules, EngineVersion engine) {
        return new AnswerJson(rules, engine, java.util.Optional.empty())
                .write(record, decision)
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    static byte[] hash(byte[] canonical) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(canonical);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256. Maybe it is not a complete JDK.", e);
        }
    }
}
