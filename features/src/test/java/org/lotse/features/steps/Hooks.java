package org.lotse.features.steps;

import io.cucumber.java.After;
import io.cucumber.java.Before;
import io.cucumber.java.Scenario;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Before a scenario: the language of its feature is spoken. After it: the rules are those from before. */
public class Hooks {
    private final Service service;
    private final RulesInForce rules;

    public Hooks(Service service, RulesInForce rules) {
        this.service = service;
        this.rules = rules;
    }

    /** Requests are made in the language the feature is written in. */
    @Before
    public void speak(Scenario scenario) {
        String resource = scenario.getUri().getSchemeSpecificPart();
        try (InputStream feature = Hooks.class.getResourceAsStream("/" + resource)) {
            boolean german = feature != null
                    && new String(feature.readAllBytes(), StandardCharsets.UTF_8).startsWith("# language: de");
            service.speak(german ? "de" : "en");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A scenario that changed the rules leaves them as it found them. */
    @After
    public void goBack() {
        rules.restore();
    }
}
