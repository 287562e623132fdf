package org.lotse.api.model;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import org.lotse.api.cli.ExitCode;
import org.lotse.models.adaptive.Rehearse;
import org.lotse.models.definition.ModelDefinition;
import org.lotse.models.definition.ReadDefinition;
import org.lotse.models.signal.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code lotse model rehearse}: how a model would have done in the table's own order. */
@Command(
        name = "rehearse",
        mixinStandardHelpOptions = true,
        description =
                "Plays a table in its own order: predicts each row before its outcome is known, trains every block.")
final class ModelRehearseCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command = CommandSpec.create();

    @Option(names = "--definition", required = true, paramLabel = "FILE", description = "The definition (YAML).")
    private Path definition = Path.of("");

    @Option(names = "--data", required = true, paramLabel = "CSV", description = "The table, oldest row first.")
    private Path data = Path.of("");

    @Option(
            names = "--start",
            defaultValue = "0",
            paramLabel = "ROWS",
            description = "Rows that are only learned from; a fifth of the table if not said.")
    private int start;

    @Option(names = "--block", defaultValue = "1000", paramLabel = "ROWS", description = "Rows between two trainings.")
    private int block;

    @Option(
            names = "--past",
            defaultValue = "1000000",
            paramLabel = "ROWS",
            description = "Of how many of the last rows is learned.")
    private int past;

    @Override
    public Integer call() {
        PrintWriter err = command.commandLine().getErr();
        return ModelFiles.tell(() -> {
            ModelDefinition wanted = new ReadDefinition().read(ModelFiles.file(definition, "definition"));
            Table table = ModelFiles.table(data);
            List<Rehearse.Measured> measured = new Rehearse(wanted, Clock.system(ZoneOffset.UTC))
                    .rehearse(
                            table,
                            new Rehearse.Settings(
                                    start > 0 ? start : table.rows() / 5, Math.max(1, block), Math.max(1, past)),
                            (step, share) -> err.printf("%3.0f %% %s%n", share * 100, step));
            command.commandLine()
                    .getOut()
                    .println(JsonMapper.shared().valueToTree(measured).toPrettyString());
            return ExitCode.OK;
        });
    }
}
