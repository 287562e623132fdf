package org.lotse.api.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Mixin: where a command's result goes. Messages go to standard error, so that results can be piped. */
public final class Result {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write the result to this file; otherwise to standard output.")
    private Optional<Path> out = Optional.empty();

    /** A command writing its result. */
    @FunctionalInterface
    public interface Writing {
        void to(Writer writer) throws IOException;
    }

    /** Writes the result to the file or to standard output, in UTF-8. */
    public void write(Writing writing) {
        try {
            if (out.isPresent()) {
                Path directory = out.get().toAbsolutePath().getParent();
                if (directory != null) {
                    Files.createDirectories(directory);
                }
                try (Writer file = Files.newBufferedWriter(out.get(), StandardCharsets.UTF_8)) {
                    writing.to(file);
                }
            } else {
                PrintWriter standardOut = command.commandLine().getOut();
                writing.to(standardOut);
                standardOut.flush();
            }
        } catch (IOException e) {
            throw new Failed(
                    "The result could not be written to "
                            + out.map(Path::toString).orElse("standard output") + ": " + e.getMessage(),
                    e);
        }
    }
}
