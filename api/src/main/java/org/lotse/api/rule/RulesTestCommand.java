package org.lotse.api.rule;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.lotse.api.cli.ExitCode;
import org.lotse.api.cli.Result;
import org.lotse.engine.term.Language;
import org.lotse.rules.example.Coverage;
import org.lotse.rules.example.ExampleReport;
import org.lotse.rules.finding.Finding;
import org.lotse.rules.finding.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lotse rules test DIR}: runs the examples in a folder of rule files against its rules. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the examples of a folder (tests/*.feature, tables of examples) against its rules.",
            "Prints what was not met, per table the rows no example makes fire, and the small changes no example notices.",
            "Exit code 0 when all examples passed, 1 when not."
        })
final class RulesTestCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command = CommandSpec.create();

    @Parameters(paramLabel = "DIR", description = "The folder with vocabulary.yaml, tables/, tests/ ...")
    private Path folder = Path.of("rules");

    @Option(names = "--language", defaultValue = "en", description = "Language of the findings: en or de.")
    private String language = "en";

    @Mixin
    private Result result = new Result();

    @Override
    public Integer call() {
        ExampleReport report =
                RulesCheckCommand.workshop(folder).test(RulesCheckCommand.bundle(folder), (share, examples) -> {});
        Language said = Language.of(Locale.forLanguageTag(language));
        result.write(out -> write(report, said, out));
        PrintWriter err = command.commandLine().getErr();
        err.println(report.tests().size() + " examples, " + report.passedTests() + " passed; " + report.rows()
                + " rows, " + report.firedRows() + " fired"
                + report.sensitivity()
                        .map(changes -> "; " + changes.tried() + " small changes tried of " + changes.possible() + ", "
                                + changes.noticed() + " noticed")
                        .orElse("")
                + ".");
        return report.passed() ? ExitCode.OK : ExitCode.NEGATIVE;
    }

    private static void write(ExampleReport report, Language language, Writer out) throws IOException {
        for (Finding finding : report.findings()) {
            if (finding.severity() != Severity.INFO) {
                out.write(finding.line(language) + "\n");
            }
        }
        for (Coverage table : report.coverage()) {
            out.write(table.file() + (table.sheet().isEmpty() ? "" : ":" + table.sheet()) + ": "
                    + (table.rows() - table.neverFired().size()) + " of " + table.rows() + " rows fired\n");
        }
        for (Finding finding : report.findings()) {
            if (finding.severity() == Severity.INFO) {
                out.write(finding.line(language) + "\n");
            }
        }
        if (report.sensitivity().isPresent()) {
            for (ExampleReport.Unnoticed change : report.sensitivity().get().unnoticed()) {
                out.write(change.place().shown() + ": INFO CHANGE_NOT_NOTICED " + change.row() + ": "
                        + (language == Language.DE ? change.de() : change.en()) + "\n");
            }
        }
    }
}
