package org.lotse.api.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.lotse.models.definition.ModelDefinition;
import org.lotse.models.definition.ReadDefinition;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The definitions models are trained by: the shipped ones, and those of a folder of the installation. Read anew each time. */
@Component
class ModelDefinitions {
    private final Optional<Path> folder;

    ModelDefinitions(ModelSettings settings) {
        this.folder = Optional.ofNullable(settings.models());
    }

    /** All of them by name. */
    SortedMap<String, ModelDefinition> all() {
        SortedMap<String, ModelDefinition> all = new TreeMap<>();
        shipped().forEach(definition -> all.put(definition.name(), definition));
        folder.ifPresent(path -> own(path).forEach(definition -> all.put(definition.name(), definition)));
        return all;
    }

    private static List<ModelDefinition> shipped() {
        try {
            return Stream.of(new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:models/definitions/*.yaml"))
                    .map(file -> new ReadDefinition().read(String.valueOf(file.getFilename()), text(file)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The shipped model definitions cannot be read.", e);
        }
    }

    private static List<ModelDefinition> own(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .map(file -> new ReadDefinition().read(file))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " of model definitions cannot be read.", e);
        }
    }

    private static String text(Resource file) {
        try (InputStream stream = file.getInputStream()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
