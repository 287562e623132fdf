package org.lotse.api.model;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What other capabilities get from here without knowing it. */
@Configuration(proxyBeanMethods = false)
class ModelWiring {
    /** The names of the models there are, defined or serving, which rule files may name. */
    @Bean
    Supplier<Set<String>> modelNames(ModelDefinitions definitions, JdbcModelVersions versions) {
        return () -> {
            Set<String> names = new TreeSet<>(definitions.all().keySet());
            names.addAll(versions.champions().keySet());
            return names;
        };
    }
}
