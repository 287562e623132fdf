package org.lotse.api.rule;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lotse.api.cli.ExitCode;
import org.lotse.api.cli.Failed;
import org.lotse.api.cli.Result;
import org.lotse.api.cli.WrongUse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code lotse rules simulate}: what a folder of rules, or a draft, would do in a running service. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = {
            "Takes the recorded decisions of a running service again under the rules of a folder, or under a draft, and",
            "prints as JSON who would be decided differently, and what that costs and brings. A folder becomes a draft.",
            "Ctrl-C cancels the simulation."
        })
final class RulesSimulateCommand implements Callable<Integer> {
    private static final Duration BETWEEN = Duration.ofMillis(500);

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Parameters(paramLabel = "DIR", arity = "0..1", description = "The folder with vocabulary.yaml, tables/ ...")
    private @Nullable Path folder;

    @Option(names = "--draft", paramLabel = "ID", description = "A draft of the service instead of a folder.")
    private Optional<String> draft = Optional.empty();

    @Option(
            names = "--decision",
            defaultValue = "next-best-action",
            description = "Which decision (default: ${DEFAULT-VALUE}).")
    private String decision = "next-best-action";

    @Option(names = "--days", defaultValue = "7", description = "The decisions of how many days (default: 7).")
    private int days = 7;

    @Option(names = "--customers", description = "The stored customers as they are now, instead of recorded decisions.")
    private boolean customers;

    @Option(
            names = "--sample",
            defaultValue = "100000",
            description = "How many at most; of more an even sample (default: 100000).")
    private int sample = 100_000;

    @Mixin
    private ServiceAddress service = new ServiceAddress();

    @Mixin
    private Result result = new Result();

    @Override
    public Integer call() {
        JsonMapper json = JsonMapper.builder().build();
        String id = draft.orElseGet(() -> drafted(json));
        ObjectNode question = json.createObjectNode()
                .put("decision", decision)
                .put("source", customers ? "CUSTOMERS" : "RECORDED")
                .put("days", days)
                .put("sample", sample);
        JsonNode begun = json.readTree(service.post(
                "/v1/rules/drafts/" + id + "/simulations",
                "application/json",
                question.toString().getBytes(StandardCharsets.UTF_8)));
        JsonNode done = awaitOrCancel("/v1/jobs/" + begun.path("jobId").asString(""), json);
        result.write(out -> out.write(done.toString() + "\n"));
        command.commandLine()
                .getErr()
                .println(done.path("changed").asLong() + " of "
                        + done.path("decisions").asLong() + " decisions differ; draft " + id + ".");
        return ExitCode.OK;
    }

    private String drafted(JsonMapper json) {
        if (folder == null) {
            throw new WrongUse("What shall be simulated? Maybe name a folder, or a draft with --draft.");
        }
        JsonNode made = json.readTree(service.post(
                "/v1/rules/drafts", "application/zip", PackedFiles.pack(RulesCheckCommand.bundle(folder))));
        return made.path("draftId").asString("");
    }

    /** Whoever stops the command stops the simulation with it. */
    private JsonNode awaitOrCancel(String job, JsonMapper json) {
        Thread cancel = Thread.ofPlatform().name("cancel").unstarted(() -> service.delete(job));
        Runtime.getRuntime().addShutdownHook(cancel);
        JsonNode done = await(job, json);
        Runtime.getRuntime().removeShutdownHook(cancel);
        return done;
    }

    private JsonNode await(String job, JsonMapper json) {
        PrintWriter err = command.commandLine().getErr();
        String last = "";
        while (true) {
            JsonNode state = json.readTree(service.get(job));
            String step = state.path("step").asString("");
            if (!step.isEmpty() && !step.equals(last)) {
                err.printf(
                        Locale.ROOT,
                        "%3.0f %%  %s%n",
                        100 * state.path("progress").asDouble(0),
                        step);
                err.flush();
                last = step;
            }
            switch (state.path("state").asString("")) {
                case "DONE" -> {
                    return state.path("result");
                }
                case "FAILED" ->
                    throw new Failed("The simulation failed: "
                            + state.at("/problem/detail").asString("the service does not say why"));
                case "CANCELLED" -> throw new Failed("The simulation was cancelled.");
                default -> pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failed("Interrupted while the service simulates.", e);
        }
    }
}
