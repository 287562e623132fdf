package org.lotse.api.rule;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.lotse.api.cli.ExitCode;
import org.lotse.api.cli.Result;
import org.lotse.rules.change.Change;
import org.lotse.rules.change.CompareBundles;
import org.lotse.rules.read.RuleBundle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code lotse rules diff DIR DIR}: what differs, cell by cell. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = {
            "Compares the rule files of two folders: added, removed and changed files; of tables the rows and cells, of"
                    + " other text the lines.",
            "Exit code 0 when they are the same, 1 when they differ."
        })
final class RulesDiffCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "BEFORE", description = "A folder of rule files.")
    private Path before = Path.of("rules");

    @Parameters(index = "1", paramLabel = "AFTER", description = "Another one.")
    private Path after = Path.of("rules");

    @Mixin
    private Result result = new Result();

    @Override
    public Integer call() {
        RuleBundle old = RulesCheckCommand.bundle(before);
        RuleBundle young = RulesCheckCommand.bundle(after);
        result.write(out -> {
            for (Change change : CompareBundles.compare(old, young)) {
                write(change, out);
            }
        });
        return old.version().equals(young.version()) ? ExitCode.OK : ExitCode.NEGATIVE;
    }

    private static void write(Change change, Writer out) throws IOException {
        switch (change) {
            case Change.FileAdded(String file) -> out.write(file + ": added\n");
            case Change.FileRemoved(String file) -> out.write(file + ": removed\n");
            case Change.FileReplaced(String file) -> out.write(file + ": changed\n");
            case Change.RowAdded(String file, String sheet, int row, String name, String text) ->
                out.write(place(file, sheet, Integer.toString(row)) + ": + " + text + "\n");
            case Change.RowRemoved(String file, String sheet, int row, String name, String text) ->
                out.write(place(file, sheet, Integer.toString(row)) + ": - " + text + "\n");
            case Change.CellChanged(
                    String file,
                    String sheet,
                    String cell,
                    String name,
                    String heading,
                    String was,
                    String is) ->
                out.write(place(file, sheet, cell) + ": " + name + " / " + heading + ": \"" + was + "\" -> \"" + is
                        + "\"\n");
            case Change.LineChanged(String file, int line, var was, var is) -> {
                if (was.isPresent()) {
                    out.write(file + ":" + line + ": - " + was.get() + "\n");
                }
                if (is.isPresent()) {
                    out.write(file + ":" + line + ": + " + is.get() + "\n");
                }
            }
        }
    }

    private static String place(String file, String sheet, String where) {
        return file + (sheet.isEmpty() ? "" : ":" + sheet) + ":" + where;
    }
}
