package org.lotse.api.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.lotse.api.problem.ProblemException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;

/** The mapping files: those of the data directory's {@code imports} folder, and those shipped. */
@Component
class Mappings {
    private static final String ENDING = ".yaml";

    private final Path own;

    Mappings(@Value("${lotse.data}") Path data) {
        this.own = data.resolve("imports");
    }

    /**
     * A mapping as it is written.
     *
     * @throws ProblemException when there is none of that name, or it is no YAML
     */
    Node find(String name) {
        if (!names().contains(name)) {
            throw ProblemException.invalid("/mapping", "UNKNOWN_MAPPING", name, String.join(", ", names()));
        }
        try (InputStream file = Files.exists(own.resolve(name + ENDING))
                ? Files.newInputStream(own.resolve(name + ENDING))
                : new ClassPathResource("imports/" + name + ENDING).getInputStream()) {
            LoaderOptions options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            DumperOptions unused = new DumperOptions();
            Yaml yaml = new Yaml(
                    new SafeConstructor(options), new Representer(unused), unused, options, new WordsStayWords());
            return new Node(yaml.load(file), "");
        } catch (YAMLException e) {
            throw ProblemException.invalid("", "NO_YAML", name, line(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int line(YAMLException problem) {
        return problem instanceof MarkedYAMLException marked && marked.getProblemMark() != null
                ? marked.getProblemMark().getLine() + 1
                : 1;
    }

    /** The names of all mappings. */
    TreeSet<String> names() {
        TreeSet<String> names = new TreeSet<>();
        try {
            Resource[] shipped =
                    new PathMatchingResourcePatternResolver().getResources("classpath*:imports/*" + ENDING);
            Arrays.stream(shipped)
                    .map(Resource::getFilename)
                    .filter(Objects::nonNull)
                    .forEach(file -> names.add(file.substring(0, file.length() - ENDING.length())));
            if (Files.isDirectory(own)) {
                try (Stream<Path> files = Files.list(own)) {
                    files.map(file -> file.getFileName().toString())
                            .filter(file -> file.endsWith(ENDING))
                            .forEach(file -> names.add(file.substring(0, file.length() - ENDING.length())));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }
}
