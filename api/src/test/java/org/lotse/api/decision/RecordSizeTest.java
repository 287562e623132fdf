package org.lotse.api.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lotse.api.demo.DemoStates;
import org.lotse.engine.action.Direction;
import org.lotse.engine.decision.Answer;
import org.lotse.engine.decision.DecisionRecord;
import org.lotse.engine.decision.DecisionRequest;
import org.lotse.engine.prediction.Predictions;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectState;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Terms;
import org.lotse.rules.CompileRules;
import org.lotse.rules.ShippedRules;

/** How many bytes the decisions of the demo company take; all models answer with numbers as long as numbers can be. */
class RecordSizeTest {
    /** Columns beside the record, row header and the encryption's nonce and tag. */
    private static final int BESIDE = 24 + 240 + 28;

    private static final Instant NOW = Instant.parse("2025-06-21T09:12:00Z");
    private static final RuleSet RULES = new CompileRules().compile(ShippedRules.bundle());

    @Test
    void decisionAmongTwelveActionsTakesAtMostTwoKilobytes() {
        PackRecords pack = new PackRecords(new OneBook(), new EngineVersion("1.0.0-SNAPSHOT", "0123456789abcdef"));
        List<Integer> sizes = new ArrayList<>();
        int candidates = 0;
        for (DecisionRecord record : decided(150)) {
            sizes.add(pack.pack(record, RULES).length + BESIDE);
            candidates = record.decision().ranked().size()
                    + record.decision().notChosen().size();
        }

        assertThat(candidates).isGreaterThanOrEqualTo(12);
        assertThat(sizes.stream().mapToInt(Integer::intValue).average().orElseThrow())
                .isLessThan(2_048);
        assertThat(sizes).allMatch(size -> size <= 2_048);
    }

    @Test
    void packedRecordComesBackWithEverythingRead() {
        PackRecords pack = new PackRecords(new OneBook(), new EngineVersion("1.0.0-SNAPSHOT", "0123456789abcdef"));

        assertThat(decided(20)).allSatisfy(record -> {
            PackRecords.Packed back =
                    pack.unpack(record.id(), record.inputs().at(), RULES.version(), pack.pack(record, RULES));

            assertThat(RecordJson.write(back.record())).isEqualTo(RecordJson.write(record));
            assertThat(back.engine().build()).isEqualTo("1.0.0-SNAPSHOT");
            assertThat(back.decided())
                    .hasToString(CompactJson.plain(DecidedJson.write(record.decision()))
                            .toString());
        });
    }

    private static List<DecisionRecord> decided(int count) {
        List<DecisionRecord> records = new ArrayList<>();
        for (SubjectState state : DemoStates.customers(count)) {
            OfflineWorld world = new OfflineWorld(RULES, Optional.of(new Noise(state.hashCode())));
            Answer answer = world.decide(new DecisionRequest(
                    "next-best-action",
                    new SubjectId(SubjectType.CUSTOMER, state.id().id()),
                    Optional.empty(),
                    Direction.INBOUND,
                    3,
                    Map.of(),
                    state.attributes(),
                    NOW,
                    42,
                    false));
            if (answer instanceof Answer.Decided(DecisionRecord record)) {
                records.add(record);
            }
        }
        return records;
    }

    /** Predictions without a pattern. */
    private static final class Noise implements Predictions {
        private final Random random;

        Noise(long seed) {
            this.random = new Random(seed);
        }

        @Override
        public Optional<Prediction> predict(String model, SubjectType subject, Terms terms) {
            return Optional.of(new Prediction(random.nextDouble(), model + "@0123456789abcdef"));
        }

        @Override
        public Optional<PairPrediction> predict(
                String model, SubjectType subject, Terms terms, String action, String channel) {
            return Optional.of(new PairPrediction(
                    random.nextDouble(), Optional.of(random.nextDouble()), model + "@0123456789abcdef"));
        }

        @Override
        public Map<String, String> versions() {
            Map<String, String> versions = new HashMap<>();
            for (String model : List.of("accept", "churn", "clv", "reach", "closing")) {
                versions.put(model, "0123456789abcdef");
            }
            return versions;
        }
    }

    /** The words of the shipped bundle. */
    private static final class OneBook implements RecordWords {
        private final Book book = Book.of(1, RecordWords.text(RULES));

        @Override
        public Book of(RuleSet rules) {
            return book;
        }

        @Override
        public Book of(int number) {
            return book;
        }
    }
}
