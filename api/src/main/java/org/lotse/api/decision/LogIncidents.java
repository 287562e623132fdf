package org.lotse.api.decision;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.lotse.engine.decision.Incidents;
import org.lotse.engine.decision.Part;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Says once that a part is left out of decisions and once that it answers again, and counts every time in
 * {@code lotse.decision.degraded}. Thread-safe.
 */
@Component
class LogIncidents implements Incidents {
    private static final Logger LOG = LoggerFactory.getLogger(LogIncidents.class);
    /** A part that answers now and then is not back yet. */
    private static final Duration QUIET = Duration.ofSeconds(10);

    private final MeterRegistry meters;
    private final Clock clock;
    private final Map<Part, Incident> open = new ConcurrentHashMap<>();

    LogIncidents(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
    }

    private static final class Incident {
        private final AtomicLong decisions = new AtomicLong();
        private volatile Instant last = Instant.MIN;
    }

    @Override
    public void leftOut(Part part, Cause cause) {
        meters.counter("lotse.decision.degraded", "part", part.name()).increment();
        Incident incident = open.computeIfAbsent(part, first -> {
            switch (cause) {
                case Cause.Failed(RuntimeException failure) ->
                    LOG.warn("Decisions are taken without {}: it fails", part.name(), failure);
                case Cause.TooSlow() ->
                    LOG.warn("Decisions are taken without {}: it does not answer in time", part.name());
            }
            return new Incident();
        });
        incident.decisions.incrementAndGet();
        incident.last = clock.instant();
    }

    @Override
    public void answered(Part part) {
        if (open.isEmpty()) {
            return;
        }
        Incident incident = open.get(part);
        if (incident != null && clock.instant().isAfter(incident.last.plus(QUIET)) && open.remove(part, incident)) {
            LOG.info("{} answers again; {} decisions were taken without it", part.name(), incident.decisions);
        }
    }
}
