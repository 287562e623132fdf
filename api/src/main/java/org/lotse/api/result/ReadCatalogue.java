package org.lotse.api.result;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads which figures there are: the shipped file, or that of the installation. Read once, at the start. Thread-safe. */
@Component
class ReadCatalogue {
    private static final String SHIPPED = "results/results.yaml";

    private final ResultCatalogue catalogue;

    ReadCatalogue(ResultSettings settings, JsonMapper json) {
        this.catalogue = read(settings.results(), json);
    }

    ResultCatalogue get() {
        return catalogue;
    }

    static ResultCatalogue read(Optional<Path> own, JsonMapper json) {
        String name = own.map(Path::toString).orElse(SHIPPED);
        try (InputStream file =
                own.isPresent() ? Files.newInputStream(own.get()) : new ClassPathResource(SHIPPED).getInputStream()) {
            LoaderOptions options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            Map<String, Object> written = new Yaml(new SafeConstructor(options)).load(file);
            JsonNode tree = json.valueToTree(written == null ? new LinkedHashMap<>() : written);
            tree.path("kpis").properties().forEach(one -> ((ObjectNode) one.getValue()).put("key", one.getKey()));
            return json.treeToValue(tree, ResultCatalogue.class);
        } catch (YAMLException | JacksonException | ClassCastException bad) {
            throw new IllegalArgumentException(
                    "The file " + name + " of results is not understood: " + bad.getMessage()
                            + " Maybe compare it with the shipped one (docs/results.md).",
                    bad);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + name + " of results cannot be read.", e);
        }
    }
}
