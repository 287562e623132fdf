package org.lotse.api.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lotse.engine.term.SubjectState;
import org.lotse.engine.term.Value;
import org.yaml.snakeyaml.Yaml;

class DemoVocabularyTest {
    private static final DemoCompany COMPANY = Shipped.COMPANY;

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

        Set<String> wrong = new TreeSet<>();
        COMPANY.events().forEach(event -> {
            if (!events.containsKey(event.type())) {
                wrong.add(event.type());
                return;
            }
            Map<String, Object> fields = map(map(events.get(event.type())).getOrDefault("data", Map.of()));
            event.data().forEach((field, value) -> {
                boolean text = Objects.equals(fields.get(field), "text");
                if (!fields.containsKey(field) || text != value instanceof Value.Text) {
                    wrong.add(
                            event.type() + "." + field + ": " + value.getClass().getSimpleName());
                }
            });
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void offersOnlyActionsAndChannelsOfTheCatalogue() throws IOException {
        List<String> actions = keys("rules/actions.csv");
        List<String> channels = keys("rules/channels.csv");

        assertThat(actions).containsAll(Acceptance.CHANNELS.keySet());
        Set<String> offered = new TreeSet<>();
        COMPANY.events().filter(event -> event.data().containsKey("action")).forEach(event -> {
            offered.add(Figures.field(event, "action"));
            offered.add(Figures.field(event, "channel"));
        });
        List<String> known = Stream.concat(actions.stream(), channels.stream()).toList();
        assertThat(offered).isSubsetOf(known);
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
