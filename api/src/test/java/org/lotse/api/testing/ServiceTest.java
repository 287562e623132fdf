package org.lotse.api.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.lotse.api.LotseService;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** The whole service on a free port with a fresh database, the small vocabulary and the demo tokens. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = LotseService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "lotse.demo=true",
            "lotse.data=target/lotse-test",
            "lotse.demo-data=false",
            "lotse.time-budget=10s"
        })
@ActiveProfiles("test")
@ContextConfiguration(initializers = FreshDatabase.class)
@Import(TestVocabularyWiring.class)
public @interface ServiceTest {}
