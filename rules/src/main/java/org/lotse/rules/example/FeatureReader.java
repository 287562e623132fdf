package org.lotse.rules.example;

import io.cucumber.gherkin.GherkinParser;
import io.cucumber.messages.types.Background;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Examples;
import io.cucumber.messages.types.Feature;
import io.cucumber.messages.types.FeatureChild;
import io.cucumber.messages.types.Pickle;
import io.cucumber.messages.types.PickleStep;
import io.cucumber.messages.types.RuleChild;
import io.cucumber.messages.types.Scenario;
import io.cucumber.messages.types.TableRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lotse.engine.term.Language;
import org.lotse.rules.finding.FindingCode;
import org.lotse.rules.finding.Findings;
import org.lotse.rules.finding.Place;
import org.lotse.rules.read.NotReadable;
import org.lotse.rules.read.RuleContent;

/** Reads the scenarios of a feature file; each row of a scenario outline is an example of its own. */
final class FeatureReader {
    private static final int MOST_SCENARIOS = 2_000;
    private static final int MOST_STEPS = 60;
    private static final int LONGEST_STEP = 1_000;
    private static final int LONGEST_FILE = 500_000;
    private static final Pattern PARSE_ERROR = Pattern.compile("\\((\\d+):\\d+\\):\\s*(.*)", Pattern.DOTALL);

    private final RuleContent content;
    private final Findings findings;

    FeatureReader(RuleContent content, Findings findings) {
        this.content = content;
        this.findings = findings;
    }

    List<Example> read(String path, String text) {
        if (text.length() > LONGEST_FILE) {
            findings.error(Place.ofFile(path), FindingCode.TOO_LARGE, "example-file", text.length(), LONGEST_FILE);
            return List.of();
        }
        Map<String, Long> lines = new HashMap<>();
        List<Example> examples = new ArrayList<>();
        List<Envelope> parsed = parse(path, text);
        for (Envelope envelope : parsed) {
            envelope.getGherkinDocument()
                    .flatMap(document -> document.getFeature())
                    .ifPresent(feature -> lines(feature, lines));
            envelope.getParseError().ifPresent(error -> notParsed(path, error.getMessage()));
        }
        for (Envelope envelope : parsed) {
            Optional<Pickle> pickle = envelope.getPickle();
            if (pickle.isPresent() && examples.size() == MOST_SCENARIOS) {
                findings.error(Place.ofFile(path), FindingCode.TOO_LARGE, "examples", MOST_SCENARIOS, MOST_STEPS);
                return examples;
            }
            pickle.flatMap(scenario -> example(path, scenario, lines)).ifPresent(examples::add);
        }
        return examples;
    }

    private List<Envelope> parse(String path, String text) {
        return GherkinParser.builder()
                .includeSource(false)
                .includeGherkinDocument(true)
                .includePickles(true)
                .build()
                .parse(path, text.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toList();
    }

    private void notParsed(String path, String message) {
        Matcher located = PARSE_ERROR.matcher(message);
        boolean found = located.matches();
        Place place = found ? Place.ofLine(path, Integer.parseInt(located.group(1))) : Place.ofFile(path);
        findings.error(place, FindingCode.NOT_UNDERSTOOD, "example-feature", found ? located.group(2) : message);
    }

    private Optional<Example> example(String path, Pickle pickle, Map<String, Long> lines) {
        Place place = line(path, pickle.getAstNodeIds(), lines);
        Optional<Language> language = language(pickle.getLanguage());
        if (language.isEmpty()) {
            findings.error(place, FindingCode.NOT_UNDERSTOOD, "choice", pickle.getLanguage(), "en, de");
            return Optional.empty();
        }
        if (pickle.getSteps().size() > MOST_STEPS) {
            findings.error(place, FindingCode.TOO_LARGE, "examples", MOST_SCENARIOS, MOST_STEPS);
            return Optional.empty();
        }
        int before = findings.count();
        Speaking scene = new Speaking(content, language.get());
        List<Step> steps = new ArrayList<>();
        for (PickleStep step : pickle.getSteps()) {
            steps.addAll(steps(step, line(path, step.getAstNodeIds(), lines), scene));
        }
        if (findings.count() == before) {
            Examined.order(place, steps, findings);
        }
        return findings.count() > before ? Optional.empty() : Optional.of(new Example(place, pickle.getName(), steps));
    }

    private List<Step> steps(PickleStep step, Place place, Speaking scene) {
        try {
            if (step.getText().length() > LONGEST_STEP || step.getArgument().isPresent()) {
                throw new NotReadable(FindingCode.NOT_UNDERSTOOD, "example-argument", LONGEST_STEP);
            }
            return Forms.read(step.getText(), place, scene);
        } catch (NotReadable bad) {
            bad.reportAt(place, findings);
            return List.of();
        }
    }

    /** The last node is the innermost: the row of an outline, else the scenario or step itself. */
    private static Place line(String path, List<String> nodes, Map<String, Long> lines) {
        Long line = lines.get(nodes.getFirst());
        Long row = lines.get(nodes.getLast());
        return Place.ofLine(path, Math.toIntExact(row != null ? row : line != null ? line : 0L));
    }

    private static Optional<Language> language(String key) {
        return switch (key) {
            case "en" -> Optional.of(Language.EN);
            case "de" -> Optional.of(Language.DE);
            default -> Optional.empty();
        };
    }

    private static void lines(Feature feature, Map<String, Long> lines) {
        for (FeatureChild child : feature.getChildren()) {
            child.getBackground().ifPresent(background -> lines(background, lines));
            child.getScenario().ifPresent(scenario -> lines(scenario, lines));
            child.getRule().ifPresent(rule -> {
                for (RuleChild inner : rule.getChildren()) {
                    inner.getBackground().ifPresent(background -> lines(background, lines));
                    inner.getScenario().ifPresent(scenario -> lines(scenario, lines));
                }
            });
        }
    }

    private static void lines(Background background, Map<String, Long> lines) {
        background
                .getSteps()
                .forEach(step -> lines.put(step.getId(), step.getLocation().getLine()));
    }

    private static void lines(Scenario scenario, Map<String, Long> lines) {
        lines.put(scenario.getId(), scenario.getLocation().getLine());
        scenario.getSteps()
                .forEach(step -> lines.put(step.getId(), step.getLocation().getLine()));
        for (Examples table : scenario.getExamples()) {
            for (TableRow row : table.getTableBody()) {
                lines.put(row.getId(), row.getLocation().getLine());
            }
        }
    }
}
