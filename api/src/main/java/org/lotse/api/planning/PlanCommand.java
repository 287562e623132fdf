package org.lotse.api.planning;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lotse plan}: call lists and routes offline, from problem files. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = "Plans calls or routes from a problem file.",
        subcommands = {PlanCallsCommand.class, PlanRoutesCommand.class, PlanSendTimesCommand.class})
public final class PlanCommand implements Runnable {
    @Spec
    private CommandSpec command = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(command.commandLine(), "What shall be planned? See the list below.");
    }
}
