package org.lotse.api.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.lotse.api.cli.Failed;
import org.lotse.api.cli.WrongUse;
import org.lotse.models.definition.ModelProblem;
import org.lotse.models.registry.TrainedModel;
import org.lotse.models.signal.ReadCsv;
import org.lotse.models.signal.Table;

/** The files the commands about models name. */
final class ModelFiles {
    private ModelFiles() {}

    static Path file(Path path, String what) {
        if (!Files.isRegularFile(path)) {
            throw new WrongUse("There is no " + what + " file " + path + ". Maybe check the path.");
        }
        return path;
    }

    static Table table(Path path) {
        return new ReadCsv().read(file(path, "data"));
    }

    static TrainedModel model(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new WrongUse("There is no model folder " + folder + ". Maybe train one first: lotse model train.");
        }
        return TrainedModel.load(folder);
    }

    static byte[] bytes(Path path, String what) {
        try {
            return Files.readAllBytes(file(path, what));
        } catch (IOException e) {
            throw new Failed("The " + what + " file " + path + " cannot be read: " + e.getMessage(), e);
        }
    }

    static void write(Path path, byte[] bytes) {
        try {
            Files.write(path, bytes);
        } catch (IOException e) {
            throw new Failed("The file " + path + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** Does a command's work; what the models module objects to is told without a stack trace. */
    static int tell(Supplier<Integer> work) {
        try {
            return work.get();
        } catch (ModelProblem e) {
            throw new Failed(String.valueOf(e.getMessage()), e);
        }
    }
}
