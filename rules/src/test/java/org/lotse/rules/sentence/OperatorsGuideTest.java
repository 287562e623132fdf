package org.lotse.rules.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lotse.engine.rule.Operator;
import org.lotse.engine.term.Language;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.Value;
import org.lotse.rules.ShippedRules;
import org.lotse.rules.model.Condition;
import org.lotse.rules.model.Rule;
import org.lotse.rules.promise.ConditionHolds;
import org.lotse.rules.read.NotReadable;
import org.lotse.rules.read.ReadRules;
import org.lotse.rules.read.RuleBundle;
import org.lotse.rules.read.RuleContent;
import org.lotse.rules.read.ValueReader;

/** Every comparison the guides show means the same in a table and in each sentence, and holds for what they say. */
class OperatorsGuideTest {
    private static final Pattern BLOCK = Pattern.compile("```operators\\n(.*?)```", Pattern.DOTALL);
    private static final Instant AT = Instant.parse("2026-11-18T09:00:00Z");
    private static final RuleBundle RULES = withADate();

    /** What stands together: a heading with a cell, sentences, a value it holds for and one it does not. */
    private record Shown(String heading, String cell, List<String> sentences, List<String> holds, List<String> fails) {}

    @ParameterizedTest
    @EnumSource(Language.class)
    void headingAndSentencesMeanTheSame(Language language) throws Exception {
        boolean german = language == Language.DE;
        List<Shown> shown = shown(language);
        RuleContent tables = read(tables(shown, german));
        RuleContent sentences = read(sentences(shown, german));
        assertThat(tables.findings())
                .filteredOn(found -> found.place().file().startsWith("tables/guide"))
                .isEmpty();
        assertThat(sentences.findings())
                .filteredOn(found -> found.place().file().startsWith("sentences/guide"))
                .isEmpty();
        Set<Operator> operators = EnumSet.noneOf(Operator.class);
        int at = 0;
        int sentence = 0;
        List<Rule> said = rules(sentences, "sentences/guide");
        for (Rule row : rules(tables, "tables/guide")) {
            Shown each = shown.get(at++);
            Condition.Test test = only(row);
            operators.add(test.operator());
            for (String words : each.sentences()) {
                assertThat(only(said.get(sentence++)))
                        .as(words)
                        .usingRecursiveComparison()
                        .ignoringFields("cell")
                        .isEqualTo(test);
            }
            Term term =
                    tables.vocabulary().term(SubjectType.CUSTOMER, test.term()).orElseThrow();
            for (String value : each.holds()) {
                assertThat(holds(test, term, value, language))
                        .as("%s %s: %s", each.heading(), each.cell(), value)
                        .isTrue();
            }
            for (String value : each.fails()) {
                assertThat(holds(test, term, value, language))
                        .as("%s %s: %s", each.heading(), each.cell(), value)
                        .isFalse();
            }
        }
        assertThat(at).isEqualTo(shown.size());
        assertThat(operators).isEqualTo(EnumSet.allOf(Operator.class));
    }

    /** Whoever teaches the language another word for a comparison shows it. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void everyWordForAComparisonIsShown(Language language) throws IOException {
        String all = shown(language).stream()
                .flatMap(each -> each.sentences().stream())
                .collect(Collectors.joining("\n"));

        Phrases.in(language).operators().values().stream()
                .flatMap(List::stream)
                .forEach(words -> assertThat(all).containsPattern("(?U)\\b" + Pattern.quote(words) + "\\b"));
    }

    private static boolean holds(Condition.Test test, Term term, String text, Language language) throws NotReadable {
        boolean missing = text.equals("missing") || text.equals("fehlt");
        Optional<Value> value = missing ? Optional.empty() : Optional.of(new ValueReader(language).read(term, text));
        return ConditionHolds.of(
                test,
                path -> path.equals(test.term()) ? value : Optional.empty(),
                AT,
                java.time.ZoneId.of("Europe/Berlin"));
    }

    private static RuleBundle tables(List<Shown> shown, boolean german) {
        RuleBundle bundle = RULES;
        for (int at = 0; at < shown.size(); at++) {
            String first = german
                    ? "Tabelle;guide" + at
                            + ";Trefferregel;erste;Gegenstand;Kunde;Sprache;de\n%s;=> Tonfall\n%s;locker\n"
                    : "Table;guide" + at + ";Hit policy;first;Subject;customer;Language;en\n%s;=> Tone\n%s;casual\n";
            bundle = bundle.with(
                    "tables/guide%02d.csv".formatted(at),
                    first.formatted(shown.get(at).heading(), shown.get(at).cell())
                            .getBytes(StandardCharsets.UTF_8));
        }
        return bundle;
    }

    private static RuleBundle sentences(List<Shown> shown, boolean german) {
        List<String> lines = new ArrayList<>(List.of(german ? "language: de" : "language: en", "subject: customer"));
        int number = 0;
        for (Shown each : shown) {
            for (String sentence : each.sentences()) {
                lines.add("Name " + number++ + ":");
                lines.add(
                        german
                                ? "  Wenn " + sentence + ", dann ist der Tonfall locker."
                                : "  If " + sentence + ", then the tone is casual.");
            }
        }
        return RULES.with("sentences/guide.rules", (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static RuleContent read(RuleBundle bundle) {
        return new ReadRules(new ReadSentences()).read(bundle);
    }

    private static List<Rule> rules(RuleContent content, String path) {
        return content.files().stream()
                .filter(file -> file.path().startsWith(path))
                .sorted(java.util.Comparator.comparing(file -> file.path()))
                .flatMap(file -> file.rules().stream())
                .toList();
    }

    private static Condition.Test only(Rule rule) {
        return rule.condition().tests().getFirst();
    }

    private static List<Shown> shown(Language language) throws IOException {
        String guide =
                Files.readString(Path.of("../docs/rules-guide." + (language == Language.DE ? "de" : "en") + ".md"));
        List<Shown> shown = new ArrayList<>();
        for (var block : BLOCK.matcher(guide).results().toList()) {
            for (String line : block.group(1).lines().toList()) {
                if (line.startsWith("    ")) {
                    shown.getLast().sentences().add(line.strip());
                } else if (line.startsWith("  + ")) {
                    shown.getLast().holds().add(line.substring(4).strip());
                } else if (line.startsWith("  - ")) {
                    shown.getLast().fails().add(line.substring(4).strip());
                } else {
                    String[] parts = line.split(": ", 2);
                    shown.add(new Shown(parts[0], parts[1], new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
                }
            }
        }
        assertThat(shown).isNotEmpty();
        return shown;
    }

    private static RuleBundle withADate() {
        RuleBundle shipped = ShippedRules.bundle();
        String vocabulary = new String(shipped.file("vocabulary.yaml").orElseThrow(), StandardCharsets.UTF_8);
        String name = "      name:               {title: {en: Name,";
        assertThat(vocabulary).contains(name);
        return RuleBundle.ofFiles(Map.of(
                        "vocabulary.yaml",
                        vocabulary
                                .replaceFirst(
                                        Pattern.quote(name),
                                        "      joined: {title: {en: Start of contract, de: {title: Vertragsbeginn, article: der}},"
                                                + " type: date, from: attribute}\n"
                                                + name)
                                .getBytes(StandardCharsets.UTF_8)))
                .with("actions.csv", shipped.file("actions.csv").orElseThrow())
                .with("channels.csv", shipped.file("channels.csv").orElseThrow())
                .with("settings.yaml", shipped.file("settings.yaml").orElseThrow());
    }
}
