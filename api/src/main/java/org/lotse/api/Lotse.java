package org.lotse.api;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.lotse.api.cli.CommandLog;
import org.lotse.api.cli.ExitCode;
import org.lotse.api.cli.Failed;
import org.lotse.api.cli.WrongUse;
import org.lotse.api.decision.DecideCommand;
import org.lotse.api.duplicate.DuplicatesCommand;
import org.lotse.api.log.DecisionsCommand;
import org.lotse.api.model.ModelCommand;
import org.lotse.api.planning.PlanCommand;
import org.lotse.api.rule.RulesCommand;
import org.lotse.api.security.TokenCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command line. Each sub-command is a class of its capability, named here; only {@code serve} starts Spring.
 */
@Command(
        name = "lotse",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Decides, predicts and plans by the rules your colleagues edit.",
        subcommands = {
            Serve.class, //
            DecideCommand.class, //
            DecisionsCommand.class, //
            DuplicatesCommand.class, //
            ModelCommand.class, //
            PlanCommand.class, //
            RulesCommand.class, //
            TokenCommand.class, //
        })
public final class Lotse implements Runnable {
    @Spec
    private CommandSpec command = CommandSpec.create();

    /** Runs the command line and ends the process with its exit code. */
    public static void main(String... args) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        CommandLog.toStandardError();
        System.exit(run(out, err, args));
    }

    /**
     * Runs the command line.
     *
     * @param out where results go
     * @param err where messages go
     * @return see {@link ExitCode}
     */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        return new CommandLine(new Lotse())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((problem, line, parsed) -> answer(problem, err))
                .execute(args);
    }

    @Override
    public void run() {
        throw new ParameterException(command.commandLine(), "Which command? See the list below.");
    }

    private static int answer(Exception problem, PrintWriter err) {
        return switch (problem) {
            case WrongUse wrongUse -> say(err, wrongUse, ExitCode.WRONG_USE);
            case Failed failed -> say(err, failed, ExitCode.NEGATIVE);
            default -> {
                problem.printStackTrace(err);
                yield ExitCode.NEGATIVE;
            }
        };
    }

    private static int say(PrintWriter err, Exception problem, int exitCode) {
        err.println(problem.getMessage());
        return exitCode;
    }
}
