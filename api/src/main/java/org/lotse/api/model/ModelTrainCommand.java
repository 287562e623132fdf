package org.lotse.api.model;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import org.lotse.api.cli.ExitCode;
import org.lotse.models.TrainModel;
import org.lotse.models.definition.ModelDefinition;
import org.lotse.models.definition.ReadDefinition;
import org.lotse.models.registry.TrainedModel;
import org.lotse.models.signal.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code lotse model train}: learns from a table and writes the model into a folder. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = "Trains a model from a table and writes it, with its report, into a folder.")
final class ModelTrainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command = CommandSpec.create();

    @Option(names = "--definition", required = true, paramLabel = "FILE", description = "The definition (YAML).")
    private Path definition = Path.of("");

    @Option(names = "--data", required = true, paramLabel = "CSV", description = "The table; may be gzipped.")
    private Path data = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the model goes.")
    private Path out = Path.of("");

    @Override
    public Integer call() {
        PrintWriter err = command.commandLine().getErr();
        return ModelFiles.tell(() -> {
            ModelDefinition wanted = new ReadDefinition().read(ModelFiles.file(definition, "definition"));
            Table table = ModelFiles.table(data);
            TrainedModel model = new TrainModel()
                    .train(
                            wanted,
                            table,
                            (step, share) -> err.printf("%3.0f %% %s%n", share * 100, step),
                            Clock.system(ZoneOffset.UTC));
            model.saveTo(out);
            model.report().findings().forEach(finding -> err.println(finding.code() + " " + finding.text()));
            command.commandLine()
                    .getOut()
                    .println(ReportJson.of(model.report().evaluation(), JsonMapper.shared())
                            .put("model", model.name())
                            .put("learner", model.report().learner())
                            .toPrettyString());
            return ExitCode.OK;
        });
    }
}
