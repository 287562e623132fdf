package org.lotse.api.security;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lotse token}: tokens for people and systems. */
@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        description = "Makes tokens for people and systems.",
        subcommands = TokenCreateCommand.class)
public final class TokenCommand implements Runnable {
    @Spec
    private CommandSpec command = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(command.commandLine(), "What about tokens? See the list below.");
    }
}
