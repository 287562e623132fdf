package org.lotse.api.decision;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.lotse.api.cli.ExitCode;
import org.lotse.api.cli.Failed;
import org.lotse.api.cli.Result;
import org.lotse.api.cli.WrongUse;
import org.lotse.api.problem.ProblemException;
import org.lotse.engine.decision.Answer;
import org.lotse.engine.decision.DecisionRequest;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.Language;
import org.lotse.rules.CompileRules;
import org.lotse.rules.RulesRefused;
import org.lotse.rules.ShippedRules;
import org.lotse.rules.read.RuleBundle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code lotse decide}: decides offline for the subjects a file describes. Nothing is stored: each line is a request as
 * the API takes it, with the subject's terms in {@code attributes}.
 */
@Command(
        name = "decide",
        mixinStandardHelpOptions = true,
        description = {
            "Decides for each line of a file without a service, by the rule files alone.",
            "A line is a request as POST /v1/decisions takes it, its terms in attributes; an answer a line comes out.",
            "With --all a running service decides for all its stored customers: contacts are reserved as decided.",
            "Exit code 0 when every line was decided, 1 when some could not be."
        })
public final class DecideCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command = CommandSpec.create();

    @Parameters(paramLabel = "DECISION", description = "next-best-action, channel, voucher, service-level, ...")
    private String decision = "";

    @Option(names = "--in", paramLabel = "FILE", description = "Requests, one JSON object a line.")
    private Optional<Path> in = Optional.empty();

    @Option(names = "--rules", paramLabel = "DIR", description = "Rule files (default: those shipped).")
    private Optional<Path> rules = Optional.empty();

    @Option(names = "--models", paramLabel = "DIR", description = "Folder of trained models, one folder each.")
    private Optional<Path> models = Optional.empty();

    @Option(names = "--language", defaultValue = "en", description = "Language of the reasons: en or de.")
    private String language = "en";

    @Mixin
    private OfStoredCustomers stored = new OfStoredCustomers();

    @Mixin
    private Result result = new Result();

    private final JsonMapper json = new JsonMapper();

    @Override
    public Integer call() {
        PrintWriter err = command.commandLine().getErr();
        if (stored.isAsked()) {
            return stored.decide(decision, result, err);
        }
        Path lines = in.orElseThrow(() -> new WrongUse(
                "Nothing says whom to decide for. Maybe add --in FILE, or --all for the stored customers."));
        if (!Files.isRegularFile(lines)) {
            throw new WrongUse("There is no file " + lines + ". Maybe check the path given with --in.");
        }
        RuleSet compiled = compiled();
        if (!compiled.vocabulary().decisions().containsKey(decision)) {
            throw new WrongUse("The vocabulary declares no decision \"" + decision + "\". It declares: "
                    + String.join(", ", compiled.vocabulary().decisions().keySet()) + ".");
        }
        OfflineWorld world = new OfflineWorld(compiled, models.map(OfflineWorld::modelsIn));
        long[] counts = new long[2];
        result.write(out -> decideAll(world, lines, out, err, counts));
        err.println(counts[0] + " decided, " + counts[1] + " not.");
        return counts[1] == 0 ? ExitCode.OK : ExitCode.NEGATIVE;
    }

    private RuleSet compiled() {
        try {
            RuleBundle bundle = rules.map(RuleBundle::ofFolder).orElseGet(ShippedRules::bundle);
            return new CompileRules().compile(bundle);
        } catch (RulesRefused refused) {
            throw new Failed(String.valueOf(refused.getMessage()), refused);
        }
    }

    private void decideAll(OfflineWorld world, Path in, Writer out, PrintWriter err, long[] counts) throws IOException {
        long number = 0;
        try (BufferedReader lines = Files.newBufferedReader(in)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                ObjectNode answer = answer(world, line, number, counts);
                out.write(json.writeValueAsString(answer));
                out.write('\n');
                if (number % 10_000 == 0) {
                    err.println(number + " lines");
                }
            }
        }
    }

    private ObjectNode answer(OfflineWorld world, String line, long number, long[] counts) {
        try {
            JsonNode body = json.readTree(line);
            DecisionRequest request = new ReadRequest(world.active(), decision, body)
                    .read(Instant.now().truncatedTo(ChronoUnit.MICROS), number)
                    .request();
            if (world.decide(request) instanceof Answer.Decided(var record)) {
                counts[0]++;
                Words words = new Words(
                        world.active(), request.subject().type(), Language.of(Locale.forLanguageTag(language)));
                return new AnswerJson(world.active(), new EngineVersion("offline", "offline"), Optional.of(words))
                        .write(record, record.decision());
            }
            return problem(
                    number,
                    "Nothing is known of " + request.subject() + ". Maybe give its terms in attributes.",
                    counts);
        } catch (JacksonException e) {
            return problem(number, "The line is not a JSON object: " + e.getOriginalMessage(), counts);
        } catch (ProblemException e) {
            return problem(number, String.valueOf(e.getMessage()), counts);
        }
    }

    private static ObjectNode problem(long number, String text, long[] counts) {
        counts[1]++;
        return JsonNodeFactory.instance.objectNode().put("line", number).put("problem", text);
    }
}
