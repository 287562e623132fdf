package org.lotse.api.values;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lotse.engine.term.Value;
import org.lotse.rules.CompileRules;
import org.lotse.rules.ShippedRules;
import tools.jackson.databind.json.JsonMapper;

class StoredValuesTest {
    private final StoredValues stored = new StoredValues(
            new JsonMapper(), new CompileRules().compile(ShippedRules.bundle()).vocabulary());

    @Test
    void dataOfAnEventComesBackAsItsTypeDeclaresIt() {
        assertThat(stored.eventData("purchase", """
                        {"product": "Router \\"Süd\\"", "amount": 129.9, "quantity": 2}"""))
                .containsOnly(
                        java.util.Map.entry("product", Value.text("Router \"Süd\"")),
                        java.util.Map.entry("amount", Value.of(129.9)),
                        java.util.Map.entry("quantity", Value.of(2)));
        assertThat(stored.eventData("bot-answer", "{\"solved\": true}")).containsEntry("solved", Value.of(true));
    }

    @Test
    void whatIsUnknownOrOfAnotherTypeIsLeftOut() {
        assertThat(stored.eventData("purchase", """
                        {"product": {"name": ["a", {"b": 1}]}, "colour": [1, {"x": null}], "amount": "much",
                         "quantity": 1e999, "more": null}""")).isEmpty();
        assertThat(stored.eventData("purchase", "{\"gone\": [[], {}], \"amount\": 12345678901234567890}"))
                .containsOnlyKeys("amount");
        assertThat(stored.eventData("nothing-known", "{\"amount\": 1}")).isEmpty();
        assertThat(stored.eventData("purchase", "{}")).isEmpty();
    }
}
