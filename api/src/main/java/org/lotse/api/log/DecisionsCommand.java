package org.lotse.api.log;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lotse decisions}: looks after the decision log. */
@Command(
        name = "decisions",
        mixinStandardHelpOptions = true,
        description = "Looks after the decision log.",
        subcommands = DecisionsVerifyCommand.class)
public final class DecisionsCommand implements Runnable {
    @Spec
    private CommandSpec command = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(command.commandLine(), "What about decisions? See the list below.");
    }
}
