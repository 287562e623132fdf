package org.lotse.api.planning;

import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells a page whenever the plan it shows has become another one, by whichever instance of the service: an event
 * {@code revision} with its number, {@code replaced} when the day has been planned anew.
 */
@Component
public class TellRevisions {
    private static final Duration LONGEST = Duration.ofHours(12);
    private static final Duration BETWEEN = Duration.ofSeconds(1);
    private static final int BEATS = 5;

    private final JdbcPlans plans;

    TellRevisions(JdbcPlans plans) {
        this.plans = plans;
    }

    /** A stream that begins with what is known and goes on until the listener is gone. */
    public SseEmitter of(UUID plan, int known) {
        SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
        Thread.ofVirtual().name("revisions-" + plan).start(() -> tell(plan, known, emitter));
        return emitter;
    }

    private void tell(UUID plan, int first, SseEmitter emitter) {
        int known = first;
        try {
            emitter.send(event("revision", known));
            for (int beat = 0; ; beat++) {
                int now = plans.revision(plan);
                if (now != known) {
                    known = now;
                    emitter.send(event("revision", known));
                } else if (beat % BEATS == 0) {
                    emitter.send(SseEmitter.event().comment(""));
                    if (plans.isReplaced(plan)) {
                        emitter.send(event("replaced", known));
                        emitter.complete();
                        return;
                    }
                }
                Thread.sleep(BETWEEN);
            }
        } catch (IOException | IllegalStateException listenerGone) {
            emitter.completeWithError(listenerGone);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static SseEmitter.SseEventBuilder event(String name, int revision) {
        return SseEmitter.event().name(name).data(String.valueOf(revision), MediaType.TEXT_PLAIN);
    }
}
