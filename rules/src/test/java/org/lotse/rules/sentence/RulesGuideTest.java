package org.lotse.rules.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lotse.engine.rule.Layer;
import org.lotse.rules.model.Condition;
import org.lotse.rules.model.Consequence;
import org.lotse.rules.model.Promise;

/** Every sentence the guides show is understood, and they show every form. */
final class RulesGuideTest {
    private static final Pattern EXAMPLE = Pattern.compile("```rules\\n(.*?)```", Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(strings = {"../docs/rules-guide.en.md", "../docs/rules-guide.de.md"})
    void showsOnlySentencesThatAreUnderstood(String guide) throws IOException {
        List<String> examples = EXAMPLE.matcher(Files.readString(Path.of(guide)))
                .results()
                .map((MatchResult example) -> example.group(1))
                .toList();

        assertThat(examples).hasSize(4).allSatisfy(example -> {
            Demo.Result result = Demo.read(example);
            assertThat(result.findings()).isEmpty();
            assertThat(result.rules().size() + result.sentences().promises().size())
                    .isPositive();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"../docs/rules-guide.en.md", "../docs/rules-guide.de.md"})
    void showsEveryFormOfAConclusionAndOfAPromise(String guide) throws IOException {
        Set<Class<?>> conclusions = new HashSet<>();
        Set<String> verdicts = new TreeSet<>();
        Set<Class<?>> promised = new HashSet<>();
        Set<Promise.Kind> kinds = EnumSet.noneOf(Promise.Kind.class);
        for (MatchResult example :
                EXAMPLE.matcher(Files.readString(Path.of(guide))).results().toList()) {
            Demo.Result result = Demo.read(example.group(1));
            result.rules().stream()
                    .flatMap(rule -> rule.consequences().stream())
                    .forEach(each -> {
                        conclusions.add(each.getClass());
                        if (each instanceof Consequence.ActionVerdict verdict) {
                            verdicts.add((verdict.allowed() ? "" : "not ") + verdict.layer());
                        }
                    });
            for (Promise promise : result.sentences().promises()) {
                kinds.add(promise.kind());
                collect(promise.condition(), promised);
            }
        }

        assertThat(conclusions).containsExactlyInAnyOrder(Consequence.class.getPermittedSubclasses());
        for (Layer layer : Layer.values()) {
            assertThat(verdicts).contains(layer.name(), "not " + layer);
        }
        assertThat(kinds).containsExactlyInAnyOrder(Promise.Kind.values());
        assertThat(promised)
                .contains(
                        Condition.Objection.class,
                        Condition.ConsentMissing.class,
                        Condition.ChosenAction.class,
                        Condition.ChosenChannel.class,
                        Condition.Test.class);
    }

    private static void collect(Condition condition, Set<Class<?>> into) {
        into.add(condition.getClass());
        switch (condition) {
            case Condition.All(List<Condition> parts) -> parts.forEach(part -> collect(part, into));
            case Condition.Any(List<Condition> parts) -> parts.forEach(part -> collect(part, into));
            default -> {}
        }
    }
}
