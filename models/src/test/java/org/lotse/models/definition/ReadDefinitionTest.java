package org.lotse.models.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lotse.engine.term.Period;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.SubjectType;

class ReadDefinitionTest {
    private static ModelDefinition read(String text) {
        return new ReadDefinition().read("churn.yaml", text);
    }

    @Test
    void readsTheShortestForm() {
        ModelDefinition definition = read("""
                name: churn
                task: binary
                target: Churn
                positive: "Yes"
                trainer: auto
                exclude: [customerID]
                """);

        assertThat(definition.name()).isEqualTo("churn");
        assertThat(definition.task()).isEqualTo(Task.BINARY);
        assertThat(definition.target()).isEqualTo(new Target.Column("Churn", Optional.of("Yes")));
        assertThat(definition.trainer()).isEqualTo(Trainer.AUTO);
        assertThat(definition.exclude()).containsExactly("customerID");
        assertThat(definition.signals().all()).isTrue();
        assertThat(definition.purpose()).isEqualTo(Purpose.MARKETING);
    }

    @Test
    void readsTheFormForStoredHistory() {
        ModelDefinition definition = read("""
                name: accept
                task: binary
                subject: customer
                target: {event: [ACCEPTED, BOUGHT], within: 14d}
                observe: at decisions
                signals: [all, lead-score]
                for-each: action x channel
                retrain: {every: 1d, after-outcomes: 500}
                promote: {when: better, confirm: person}
                """);

        assertThat(definition.subject()).contains(SubjectType.CUSTOMER);
        assertThat(definition.target())
                .isEqualTo(new Target.Happens(Set.of("ACCEPTED", "BOUGHT"), Period.parse("14d"), true));
        assertThat(definition.observation()).isInstanceOf(Observation.At.class);
        assertThat(definition.signals()).isEqualTo(new SignalChoice(true, List.of("lead-score"), Set.of()));
        assertThat(definition.perPair()).isTrue();
        assertThat(definition.upkeep().afterOutcomes()).hasValue(500);
        assertThat(definition.upkeep().personConfirms()).isTrue();
    }

    @Test
    void readsTheColumnNamesOfAnUpliftDefinition() {
        ModelDefinition definition = read("name: v\ntask: uplift\ntarget: purchase\ntreatment: voucher\n");

        assertThat(definition.treatment()).contains(new Treatment("voucher", "1", "0"));
    }

    @ParameterizedTest
    @CsvSource({"s, ONE", "t, TWO", "x, EFFECT", "moved, MOVED", "auto, AUTO"})
    void readsInWhichWayUpliftIsLearned(String written, Treatment.Learner learner) {
        ModelDefinition definition = read("name: v\ntask: uplift\ntarget: purchase\n"
                + "treatment: {column: mail, treated: \"1\", control: \"0\", learner: " + written + "}\n");

        assertThat(definition.treatment())
                .contains(new Treatment("mail", "1", "0", Treatment.Effect.DIFFERENCE, learner));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "task: binary\\ntarget: x | name | missing",
                "name: churn\\ntask: guess\\ntarget: x | guess | binary, clv, multiclass, reachability, regression, replenishment, text, uplift",
                "name: churn\\ntask: binary\\ntarget: x\\nsignal: all | \"signal\" | Known here are",
                "name: churn\\ntask: binary\\ntarget: {event: CHURNED, within: soon} | soon | 90d",
                "name: churn\\ntask: binary\\ntarget: {event: CHURNED, within: 90d} | observe | every",
                "name: Churn Model\\ntask: binary\\ntarget: x | Churn Model | lower-case",
                "name: churn\\ntask: binary\\ntarget: x\\ntrainer: magic | magic | linear",
                "name: churn\\ntask: binary\\ntarget: x\\nsplit: {folds: 1} | folds | 2 to 20",
                "name: churn\\nname: two\\ntask: binary\\ntarget: x | duplicate | YAML",
                "just text | just text | name",
                "name: v\\ntask: uplift\\ntarget: x | treatment | voucher",
                "name: v\\ntask: uplift\\ntarget: x\\ntreatment: {column: a, treated: b, control: c, learner: z} | learner | auto, moved, s, t, x",
            })
    void namesFileKeyValueAndWayOut(String text, String value, String wayOut) {
        assertThatThrownBy(() -> read(text.replace("\\n", "\n")))
                .isInstanceOf(ModelProblem.class)
                .hasMessageContaining("churn.yaml")
                .hasMessageContaining(value)
                .hasMessageContaining(wayOut);
    }

    @Test
    void readsEveryShippedDefinition() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("definitions"))) {
            List<ModelDefinition> definitions =
                    files.sorted().map(new ReadDefinition()::read).toList();

            assertThat(definitions)
                    .extracting(ModelDefinition::name)
                    .contains("accept", "accept-uplift", "churn", "closing", "reachability", "replenishment");
        }
    }

    @Test
    void shipsDefinitionsAsResources() {
        assertThat(ReadDefinition.class.getResource("/models/definitions/churn.yaml"))
                .isNotNull();
    }
}
