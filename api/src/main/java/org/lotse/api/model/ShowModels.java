package org.lotse.api.model;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.lotse.models.definition.ModelDefinition;
import org.lotse.models.portrait.Portrait;
import org.lotse.models.registry.TrainedModel;
import org.springframework.stereotype.Component;

/** All models there are, defined or trained, for whoever shows or watches them. Thread-safe. */
@Component
public class ShowModels {
    private final ModelDefinitions definitions;
    private final JdbcModelVersions versions;

    ShowModels(ModelDefinitions definitions, JdbcModelVersions versions) {
        this.definitions = definitions;
        this.versions = versions;
    }

    /** The names of all models. */
    public SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>(definitions.all().keySet());
        names.addAll(versions.names());
        return names;
    }

    /** The definitions in force by name. */
    public SortedMap<String, ModelDefinition> definitions() {
        return definitions.all();
    }

    /** The versions of a model, the youngest first. */
    public List<ModelVersion> versions(String name) {
        return versions.of(name);
    }

    /** What a version learned; empty for one trained before portraits were kept, or imported. */
    public Optional<Portrait> portrait(String name, String version) {
        return versions.portrait(name, version);
    }

    /** Who changed what about a model, the latest first. */
    public List<ModelChange> changes(String name) {
        return versions.changes(name);
    }

    /** A version, ready to predict. */
    public Optional<TrainedModel> load(String name, String version) {
        return versions.load(name, version);
    }
}
