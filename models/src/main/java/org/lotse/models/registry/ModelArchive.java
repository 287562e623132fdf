package org.lotse.models.registry;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.lotse.models.definition.ModelDefinition;
import org.lotse.models.definition.ModelProblem;
import org.lotse.models.definition.ReadDefinition;

/**
 * The files of a model version: {@code model.bin} (serves), {@code library/*.pb} (the learning library's form), {@code
 * definition.yaml}, {@code report.yaml}, {@code origin.yaml} and {@code MANIFEST} with the SHA-256 of each.
 */
final class ModelArchive {
    private static final String MANIFEST = "MANIFEST";
    private static final String FLAT = "model.bin";
    private static final long LARGEST = 500_000_000;

    private ModelArchive() {}

    static void save(TrainedModel model, Path directory) {
        try {
            Files.createDirectories(directory.resolve("library"));
            for (Map.Entry<String, byte[]> file : files(model).entrySet()) {
                Files.write(directory.resolve(file.getKey()), file.getValue());
            }
        } catch (IOException e) {
            throw new ModelProblem(
                    "The model " + model.name() + " cannot be written to " + directory
                            + ". Maybe the disk is full or the directory is read-only.",
                    e);
        }
    }

    static TrainedModel load(Path directory) {
        return load("The model in " + directory, name -> {
            Path file = directory.resolve(name);
            return Files.isRegularFile(file) ? Files.readAllBytes(file) : null;
        });
    }

    static byte[] pack(TrainedModel model) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files(model).entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
            zip.finish();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException("A model cannot be written to memory.", e);
        }
    }

    static TrainedModel unpack(byte[] archive) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        long size = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] content = zip.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, LARGEST - size + 1));
                size += content.length;
                if (size > LARGEST) {
                    throw new ModelProblem("The model archive is larger than " + LARGEST + " bytes unpacked.");
                }
                files.put(entry.getName(), content);
            }
        } catch (IOException e) {
            throw damaged("The model archive", MANIFEST, e);
        }
        return load("The model archive", files::get);
    }

    private static Map<String, byte[]> files(TrainedModel model) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(FLAT, FlatForm.write(model));
        int number = 0;
        for (Member member : model.members().values()) {
            files.put(library(number++), member.library());
        }
        files.put("definition.yaml", bytes(model.definition().text()));
        files.put("report.yaml", bytes(RecordYaml.write(model.report())));
        files.put("origin.yaml", bytes(RecordYaml.write(model.origin())));
        StringBuilder manifest = new StringBuilder();
        files.forEach((name, content) -> manifest.append(FlatForm.hash(content))
                .append("  ")
                .append(name)
                .append('\n'));
        files.put(MANIFEST, bytes(manifest.toString()));
        return files;
    }

    private static String library(int number) {
        return "library/" + number + ".pb";
    }

    /** Where files come from: null when there is none of that name. */
    private interface Contents {
        byte @Nullable [] read(String name) throws IOException;
    }

    private static TrainedModel load(String what, Contents source) {
        Map<String, byte[]> files = verified(what, source);
        try {
            FlatForm.Content content = FlatForm.read(file(what, files, FLAT));
            ModelDefinition definition = new ReadDefinition().read("definition.yaml", content.definition());
            SortedMap<String, Member> members = new TreeMap<>();
            int number = 0;
            for (Map.Entry<String, Member> entry : content.members().entrySet()) {
                Member member = entry.getValue();
                members.put(
                        entry.getKey(),
                        new Member(
                                member.scorer(),
                                member.link(),
                                member.learner(),
                                member.rows(),
                                member.hasSignal(),
                                file(what, files, library(number++))));
            }
            TrainedModel plain = new TrainedModel(
                    definition,
                    content.signals(),
                    content.derivations(),
                    content.text(),
                    content.value(),
                    members,
                    content.classes(),
                    content.idColumn(),
                    RecordYaml.read(TrainingReport.class, text(file(what, files, "report.yaml"))),
                    RecordYaml.read(Origin.class, text(file(what, files, "origin.yaml"))));
            return content.reach().isEmpty() && content.refill().isEmpty()
                    ? plain
                    : plain.with(content.reach(), content.refill());
        } catch (ModelProblem e) {
            throw new ModelProblem(what + " cannot be used: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            throw new ModelProblem(
                    what + " is damaged (" + e.getMessage() + "). Maybe restore it or train it again.", e);
        }
    }

    private static Map<String, byte[]> verified(String what, Contents source) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        String name = MANIFEST;
        try {
            byte[] manifest = source.read(MANIFEST);
            if (manifest == null) {
                throw new ModelProblem(
                        what + " has no " + MANIFEST + ". Maybe it is no model, or it was saved only in part.");
            }
            for (String line : text(manifest).lines().toList()) {
                String[] parts = line.split(" {2}", 2);
                name = parts.length == 2 ? parts[1] : MANIFEST;
                byte[] content = parts.length == 2 && !name.contains("..") ? source.read(name) : null;
                if (content == null || !FlatForm.hash(content).equals(parts[0])) {
                    throw damaged(what, name, null);
                }
                files.put(name, content);
            }
        } catch (IOException e) {
            throw damaged(what, name, e);
        }
        return files;
    }

    private static byte[] file(String what, Map<String, byte[]> files, String name) {
        byte[] content = files.get(name);
        if (content == null) {
            throw damaged(what, name, null);
        }
        return content;
    }

    private static ModelProblem damaged(String what, String file, @Nullable Throwable cause) {
        String message = what + " is damaged: the file " + file
                + " is missing or not what was saved. Maybe restore it or train the model again.";
        return cause == null ? new ModelProblem(message) : new ModelProblem(message, cause);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
