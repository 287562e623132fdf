package org.lotse.api.planning;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.lotse.api.cli.Failed;
import org.lotse.api.cli.WrongUse;
import org.lotse.engine.planning.Flaw;
import org.lotse.engine.planning.Limits;
import org.lotse.engine.planning.UnsoundProblem;
import org.lotse.engine.term.Language;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What both planning commands are told: the problem, how long to search, the seed. */
final class Search {
    @Parameters(paramLabel = "PROBLEM", description = "A problem file (.json or .json.gz).")
    private Path problem = Path.of("problem.json");

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "10",
            description = "From the parsed problem to the answer (default: ${DEFAULT-VALUE}).")
    private double seconds;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "0",
            description = "Where all chance of the search comes from (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--language", paramLabel = "de|en", defaultValue = "en", description = "Of reasons in words.")
    private String language = "en";

    /** Reads a problem. */
    @FunctionalInterface
    interface Reading<T> {
        T read(InputStream in) throws IOException;
    }

    <T> T read(Reading<T> reading) {
        if (!Files.isRegularFile(problem)) {
            throw new WrongUse("There is no file " + problem + ". Maybe give the path of a problem.");
        }
        try (InputStream in = Files.newInputStream(problem)) {
            return reading.read(in);
        } catch (UnsoundProblem unsound) {
            throw new Failed(words(unsound), unsound);
        } catch (IOException e) {
            throw new Failed("The file " + problem + " could not be read: " + e.getMessage(), e);
        }
    }

    Limits limits() {
        if (!(seconds > 0)) {
            throw new WrongUse("--seconds is " + seconds + ". Maybe give 10.");
        }
        return Limits.ofSeconds(seconds, seed);
    }

    Language language() {
        return Language.of(Locale.of(language));
    }

    private String words(UnsoundProblem unsound) {
        PlanningWords words = new PlanningWords(language());
        StringBuilder text = new StringBuilder();
        for (Flaw flaw : unsound.flaws()) {
            text.append(problem).append(flaw.pointer()).append(": ");
            text.append(flaw.code()).append(' ').append(words.text(flaw)).append('\n');
        }
        return text.toString().stripTrailing();
    }
}
