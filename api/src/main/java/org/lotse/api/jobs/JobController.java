package org.lotse.api.jobs;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.problem.ProblemKind;
import org.lotse.api.security.Caller;
import org.lotse.api.security.Role;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.JsonNode;

/** Jobs over HTTP: state, progress as server-sent events, cancelling. Seen by their owner and administrators. */
@RestController
@RequestMapping("/v1/jobs/{id}")
class JobController {
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final Duration BETWEEN = Duration.ofMillis(500);

    private final Jobs jobs;

    JobController(Jobs jobs) {
        this.jobs = jobs;
    }

    /** A job as it is sent. */
    record JobAnswer(
            UUID id,
            String kind,
            Job.State state,
            double progress,
            String step,
            Instant createdAt,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable JsonNode result,
            @Nullable JsonNode problem) {
        static JobAnswer of(Job job) {
            return new JobAnswer(
                    job.id(),
                    job.kind(),
                    job.state(),
                    job.progress(),
                    job.step(),
                    job.createdAt(),
                    job.startedAt(),
                    job.finishedAt(),
                    job.result(),
                    job.problem());
        }
    }

    @GetMapping
    JobAnswer get(@PathVariable String id, @AuthenticationPrincipal Caller caller) {
        return JobAnswer.of(visible(id, caller));
    }

    @GetMapping(path = "/progress", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter progress(@PathVariable String id, @AuthenticationPrincipal Caller caller) {
        UUID job = visible(id, caller).id();
        SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
        Thread.ofVirtual().name("progress-" + job).start(() -> tell(job, emitter));
        return emitter;
    }

    @DeleteMapping
    ResponseEntity<Void> cancel(@PathVariable String id, @AuthenticationPrincipal Caller caller) {
        jobs.cancel(visible(id, caller).id());
        return ResponseEntity.accepted()
                .location(java.net.URI.create("/v1/jobs/" + id))
                .build();
    }

    private void tell(UUID id, SseEmitter emitter) {
        try {
            for (Optional<Job> job = jobs.find(id); job.isPresent(); job = jobs.find(id)) {
                boolean last = job.get().state().isFinal();
                emitter.send(SseEmitter.event()
                        .name(last ? "end" : "progress")
                        .data(JobAnswer.of(job.get()), MediaType.APPLICATION_JSON));
                if (last) {
                    break;
                }
                Thread.sleep(BETWEEN);
            }
            emitter.complete();
        } catch (IOException | IllegalStateException listenerGone) {
            emitter.completeWithError(listenerGone);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Job visible(String id, Caller caller) {
        return uuid(id).flatMap(jobs::find)
                .filter(job -> job.owner().equals(caller.name())
                        || caller.role().filter(Role.ADMIN::equals).isPresent())
                .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND, "GET", "/v1/jobs/" + id));
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
