package org.lotse.features;

import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.StepDefinedEvent;
import io.cucumber.plugin.event.TestRunFinished;
import io.cucumber.plugin.event.TestStepFinished;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** Writes down the sentences no feature says: a step in two languages needs a feature in each. */
public final class UnusedSteps implements ConcurrentEventListener {
    /** Where they are written when all has run. */
    static final Path FILE = Path.of("target", "unused-steps.txt");

    private final SortedSet<String> defined = Collections.synchronizedSortedSet(new TreeSet<>());
    private final SortedSet<String> used = Collections.synchronizedSortedSet(new TreeSet<>());

    @Override
    public void setEventPublisher(EventPublisher publisher) {
        publisher.registerHandlerFor(
                StepDefinedEvent.class,
                event -> defined.add(event.getStepDefinition().getPattern()));
        publisher.registerHandlerFor(TestStepFinished.class, event -> {
            if (event.getTestStep() instanceof PickleStepTestStep step && step.getPattern() != null) {
                used.add(step.getPattern());
            }
        });
        publisher.registerHandlerFor(TestRunFinished.class, event -> write());
    }

    private void write() {
        SortedSet<String> unused = new TreeSet<>(defined);
        unused.removeAll(used);
        try {
            Files.writeString(FILE, String.join("\n", unused));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
