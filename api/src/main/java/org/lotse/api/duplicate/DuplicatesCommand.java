package org.lotse.api.duplicate;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lotse duplicates}: finds customers stored twice in files, without a service. */
@Command(
        name = "duplicates",
        mixinStandardHelpOptions = true,
        description = "Finds customers stored more than once in CSV files, learns from decisions, and measures itself.",
        subcommands = {DuplicatesFindCommand.class, DuplicatesTrainCommand.class, DuplicatesEvaluateCommand.class})
public final class DuplicatesCommand implements Runnable {
    @Spec
    private CommandSpec command = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(command.commandLine(), "Which of its commands? See the list below.");
    }
}
