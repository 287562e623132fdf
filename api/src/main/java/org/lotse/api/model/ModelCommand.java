package org.lotse.api.model;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lotse model}: trains and uses models on files, without a service. */
@Command(
        name = "model",
        mixinStandardHelpOptions = true,
        description = "Trains, uses and measures models on CSV files.",
        subcommands = {
            ModelTrainCommand.class,
            ModelPredictCommand.class,
            ModelEvaluateCommand.class,
            ModelRehearseCommand.class,
            ModelImportCommand.class,
            ModelExportCommand.class
        })
public final class ModelCommand implements Runnable {
    @Spec
    private CommandSpec command = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(command.commandLine(), "Which of its commands? See the list below.");
    }
}
