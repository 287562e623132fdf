package org.lotse.api.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lotse.engine.term.Event;
import org.lotse.engine.term.SubjectState;
import org.lotse.engine.term.Value;
import org.yaml.snakeyaml.Yaml;

class DemoVocabularyTest {
    private static final DemoCompany COMPANY = DemoCompany.generate(DemoCompany.SEED, LocalDate.of(2025, 6, 21));

    @Test
    void deliversOnlyAttributesOfTheVocabularyInTheirTypeAndRange() throws IOException {
        Map<String, Object> subjects = map(vocabulary().get("subjects"));

        COMPANY.subjects()
                .forEach(subject -> check(
                        subject,
                        map(map(subjects.get(subject.id().type().value())).get("terms"))));
    }

    @Test
    void linksEveryClaimToAStoredCustomer() {
        var customers = COMPANY.customers().stream().map(DemoCustomer::id).toList();

        assertThat(COMPANY.claims())
                .allSatisfy(claim -> assertThat(customers)
                        .contains(Objects.requireNonNull(claim.links().get("holder"))));
    }

    @Test
    void tellsOnlyEventsOfTheVocabularyWithTheirFields() throws IOException {
        Map<String, Object> events = map(vocabulary().get("events"));

        COMPANY.events().forEach(event -> {
            assertThat(events).containsKey(event.type());
            Map<String, Object> fields = map(map(events.get(event.type())).getOrDefault("data", Map.of()));
            event.data().forEach((field, value) -> {
                assertThat(fields.keySet()).as(event.type()).contains(field);
                boolean text = Objects.equals(fields.get(field), "text");
                assertThat(value).as(event + " " + field).isInstanceOf(text ? Value.Text.class : Value.Num.class);
            });
        });
    }

    @Test
    void offersOnlyActionsAndChannelsOfTheCatalogue() throws IOException {
        List<String> actions = keys("rules/actions.csv");
        List<String> channels = keys("rules/channels.csv");

        assertThat(actions).containsAll(Acceptance.CHANNELS.keySet());
        for (Event event : COMPANY.events().toList()) {
            if (event.data().containsKey("action")) {
                assertThat(actions).contains(Figures.field(event, "action"));
                assertThat(channels).contains(Figures.field(event, "channel"));
            }
        }
    }

    private static void check(SubjectState subject, Map<String, Object> terms) {
        subject.attributes().forEach((key, value) -> {
            Map<String, Object> term =
                    map(Optional.ofNullable(terms.get(key.value())).orElse(Map.of()));
            assertThat(term).as(key + " of " + subject.id()).containsEntry("from", "attribute");
            String type = (String) term.get("type");
            switch (value) {
                case Value.Choice choice ->
                    assertThat(map(term.get("values")).keySet()).as(key.value()).contains(choice.key());
                case Value.YesNo yes -> assertThat(type).as(key + " " + yes).isEqualTo("yes-no");
                case Value.Text text -> assertThat(type).as(key + " " + text).isEqualTo("text");
                case Value.Date date -> fail("unexpected date " + date);
                case Value.Num number -> {
                    assertThat(type)
                            .as(key.value())
                            .isIn("number", "money", "count", "duration", "probability", "percent");
                    if (term.get("range") instanceof List<?> range) {
                        assertThat(number.value())
                                .as(key + " of " + subject.id())
                                .isBetween(
                                        ((Number) range.get(0)).doubleValue(), ((Number) range.get(1)).doubleValue());
                    }
                }
            }
        });
    }

    private static List<String> keys(String file) throws IOException {
        return Files.readAllLines(root().resolve(file)).stream()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();
    }

    private static Map<String, Object> vocabulary() throws IOException {
        try (Reader reader = Files.newBufferedReader(root().resolve("rules/vocabulary.yaml"))) {
            return map(new Yaml().load(reader));
        }
    }

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("rules")) ? here : Objects.requireNonNull(here.getParent());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object node) {
        return (Map<String, Object>) Objects.requireNonNull(node);
    }
}
