package org.lotse.api.rule;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lotse.api.cli.ExitCode;
import org.lotse.api.cli.Result;
import org.lotse.rules.read.RuleBundle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code lotse rules diff DIR DIR}: which files differ, and which lines of text files. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = {
            "Compares the rule files of two folders: added, removed and changed files; for text files also the lines.",
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
            SortedSet<String> paths = new TreeSet<>(old.files().keySet());
            paths.addAll(young.files().keySet());
            for (String path : paths) {
                compare(path, old.files().get(path), young.files().get(path), out);
            }
        });
        return old.version().equals(young.version()) ? ExitCode.OK : ExitCode.NEGATIVE;
    }

    private static void compare(String path, byte @Nullable [] old, byte @Nullable [] young, Writer out)
            throws IOException {
        if (old == null) {
            out.write(path + ": added\n");
        } else if (young == null) {
            out.write(path + ": removed\n");
        } else if (!Arrays.equals(old, young)) {
            out.write(path + ": changed\n");
            if (!path.endsWith(".xlsx")) {
                lines(lines(old), lines(young), out);
            }
        }
    }

    /** Lines only the one or the other has; rows of a table that only moved are not listed. */
    private static void lines(List<String> old, List<String> young, Writer out) throws IOException {
        for (String line : old) {
            if (!young.contains(line)) {
                out.write("  - " + line + "\n");
            }
        }
        for (String line : young) {
            if (!old.contains(line)) {
                out.write("  + " + line + "\n");
            }
        }
    }

    private static List<String> lines(byte[] content) {
        return new String(content, StandardCharsets.UTF_8).lines().toList();
    }
}
