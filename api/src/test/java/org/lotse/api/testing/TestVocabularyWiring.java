package org.lotse.api.testing;

import java.util.function.Supplier;
import org.lotse.engine.term.Vocabulary;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The small vocabulary in the place of the active one. */
@TestConfiguration(proxyBeanMethods = false)
public class TestVocabularyWiring {
    @Bean
    @Primary
    Supplier<Vocabulary> testVocabulary() {
        return TestVocabulary::small;
    }
}
