package org.lotse.api.duplicate;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.lotse.api.cli.Failed;
import org.lotse.api.cli.WrongUse;
import org.lotse.models.definition.ModelProblem;
import org.lotse.models.duplicate.Agreement;
import org.lotse.models.duplicate.Linkage;
import org.lotse.models.duplicate.PairPattern;
import org.lotse.models.duplicate.StoreLinkage;
import org.lotse.models.training.Progress;

/** The files the commands about duplicates read and write. */
final class DuplicateFiles {
    private DuplicateFiles() {}

    static Linkage linkage(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new WrongUse("There is no model file " + file + ". Maybe train one first: lotse duplicates train.");
        }
        try {
            return StoreLinkage.read(Files.readString(file));
        } catch (IOException e) {
            throw new Failed("The model file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    static Progress progress(PrintWriter err) {
        return (step, share) -> err.printf("%3.0f %% %s%n", share * 100, step);
    }

    /** Does a command's work; what the models module objects to is told without a stack trace. */
    static int tell(Supplier<Integer> work) {
        try {
            return work.get();
        } catch (ModelProblem e) {
            throw new Failed(String.valueOf(e.getMessage()), e);
        }
    }

    /** How two records agree, as {@code PHONE=SAME EMAIL=DIFFERENT}. */
    static String reasons(PairPattern pattern) {
        return pattern.agreements().entrySet().stream()
                .filter(entry -> entry.getValue() != Agreement.UNKNOWN)
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(" "));
    }

    /** A text as a cell; where it would break the line or start a formula it is quoted. */
    static String cell(String text) {
        boolean formula = !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0;
        String plain = formula ? "'" + text : text;
        return plain.matches("[^\",;\\r\\n]*") ? plain : '"' + plain.replace("\"", "\"\"") + '"';
    }
}
